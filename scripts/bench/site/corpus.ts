import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../random.ts";
import type { Random } from "../random.ts";
import { heading, paragraph, sentence } from "./prose.ts";

/** A made-up magazine of a size. */
export interface Corpus {
  readonly articles: readonly CorpusArticle[];
  readonly authors: readonly {
    readonly slug: string;
    readonly name: string;
    readonly bio: string;
  }[];
  readonly columns: readonly { readonly slug: string; readonly name: string }[];
}

export interface CorpusArticle {
  /** Its file's name, with its year and without an ending: `2012/artikel-00017`. */
  readonly file: string;
  readonly title: string;
  readonly standfirst: string;
  /** `2012-10-19 09:00` */
  readonly date: string;
  readonly author: string;
  readonly column: string;
  readonly topics: readonly string[];
  /** Markdown. */
  readonly parts: readonly string[];
}

const lastDay = Date.UTC(2026, 0, 1, 9);
const years = 20;

/**
 * A magazine of so many articles, the same on every run: of about 840 words each, three of ten in two parts, by fifty authors in
 * twelve columns over twenty years, with two of a hundred topics each.
 */
export function corpusOf(count: number, seed = 1): Corpus {
  const random = randomFrom(seed);
  const authors = Array.from({ length: 50 }, (_, at) => ({
    slug: `autorin-${at + 1}`,
    name: `Person ${String.fromCodePoint(65 + (at % 26))}. Nummer ${at + 1}`,
    bio: paragraph(random, 3),
  }));
  const columns = Array.from({ length: 12 }, (_, at) => ({
    slug: `kolumne-${at + 1}`,
    name: `Kolumne ${at + 1}`,
  }));
  const step = (years * 365.25 * 86_400_000) / count;
  const articles = Array.from({ length: count }, (_, at): CorpusArticle => {
    const date = new Date(lastDay - Math.round(at * step)).toISOString().slice(0, 16);
    const numbered = `artikel-${String(count - at).padStart(6, "0")}`;
    return {
      file: `${date.slice(0, 4)}/${numbered}`,
      title: `${heading(random)} ${count - at}`,
      standfirst: sentence(random).replaceAll("*", ""),
      // In one night of each year the clock skips the hour after two.
      date: date.replace("T02", " 03").replace("T", " "),
      author: authors[Math.floor(random() * authors.length)]?.slug ?? "",
      column: columns[Math.floor(random() * columns.length)]?.slug ?? "",
      topics: [...new Set([topic(random), topic(random)])],
      parts: random() < 0.3 ? [body(random, 3), body(random, 3)] : [body(random, 6)],
    };
  });
  return { articles, authors, columns };
}

function topic(random: Random): string {
  return `Thema ${Math.floor(random() * 100) + 1}`;
}

/** Sections of a heading and two paragraphs, about 140 words each; one of ten has a list, one a quotation. */
function body(random: Random, sections: number): string {
  const blocks = Array.from({ length: sections }, (_, at) => [
    ...(at === 0 ? [] : [`## ${heading(random)}`]),
    paragraph(random, 4),
    paragraph(random, 3),
    ...(random() < 0.1 ? [`- ${sentence(random)}\n- ${sentence(random)}`] : []),
    ...(random() < 0.1 ? [`> ${sentence(random)}`] : []),
  ]);
  return blocks.flat().join("\n\n");
}

/** Writes the corpus as a content folder of Kolumne. @param language lines of magazine.yaml that say in which it is */
export function writeContent(
  folder: string,
  { articles, authors, columns }: Corpus,
  language = "language: de",
): void {
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("magazine.yaml", `${language}\n${settings}`);
  for (const { slug, name, bio } of authors)
    write(`authors/${slug}.md`, document({ name, tagline: "Schreibt mit" }, bio));
  for (const { slug, name } of columns)
    write(`columns/${slug}.md`, document({ name, description: `Alles aus ${name}.` }, ""));
  for (const slug of ["impressum", "datenschutz"])
    write(`pages/${slug}.md`, document({ title: slug }, "Steht hier."));
  for (const article of articles) write(`articles/${article.file}.md`, sourceOf(article));
}

/** An article's file. */
export function sourceOf({
  title,
  standfirst,
  date,
  author,
  column,
  topics,
  parts,
}: CorpusArticle): string {
  const fields = { title, date, column, author, standfirst, topics: `[${topics.join(", ")}]` };
  return document(fields, parts.join("\n\n<!-- pagebreak: Weiter -->\n\n"));
}

const plain = /^[\p{L}\p{N}][^:#"]*$|^\[/u;

function document(fields: Readonly<Record<string, string>>, text: string): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `${name}: ${plain.test(value) ? value : JSON.stringify(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n${text === "" ? "" : `\n${text}\n`}`;
}

const settings = `title: Die große Spalte
url: https://spalte.example
timeZone: Europe/Berlin
description: Kolumnen über alles, was im Büro geschieht.
perPage: 10
comments:
  service: https://kommentare.spalte.example
share: [x, facebook, linkedin, xing, whatsapp, bluesky, mastodon, email]
services:
  - title: Jahrbuch
    url: https://shop.spalte.example/jahrbuch
publisher:
  name: Verlag Spalte
  address: Setzergasse 7, 20099 Hamburg
  responsible: Wiebke Tornsand
  email: redaktion@spalte.example
`;
