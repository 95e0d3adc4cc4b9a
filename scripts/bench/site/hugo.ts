import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Corpus, CorpusArticle } from "./corpus.ts";
import { hugoTemplates } from "./hugo-templates.ts";

/**
 * Writes the corpus as a site for Hugo that prints the same pages: an article's parts and the page with all of them, lists of columns, topics,
 * authors and months with their further pages, feeds in three formats, a sitemap.
 *
 * @param style what each page carries inline, as Kolumne's pages do
 */
export function writeHugoSite(folder: string, corpus: Corpus, style: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("hugo.json", JSON.stringify(settings));
  for (const [file, text] of Object.entries(hugoTemplates)) write(`layouts/${file}`, text);
  write("layouts/partials/style.html", `<style>${style}</style>`);
  for (const { slug, name } of corpus.columns)
    write(`content/${slug}/_index.md`, matter({ title: name }));
  for (const { slug, name, bio } of corpus.authors)
    write(
      `content/autoren/${slug}/_index.md`,
      `${matter({ title: name, tagline: "Schreibt mit" })}\n${bio}\n`,
    );
  write("content/archiv/_index.md", matter({ title: "Archiv", cascade: { outputs: ["html"] } }));
  for (const slug of ["impressum", "datenschutz"])
    write(
      `content/${slug}.md`,
      `${matter({ title: slug, layout: "plain", build: listedNowhere })}\nSteht hier.\n`,
    );
  for (const article of corpus.articles)
    for (const [file, text] of hugoFilesOf(article)) write(`content/${file}`, text);
}

const settings = {
  baseURL: "https://spalte.example/",
  locale: "de",
  title: "Die große Spalte",
  timeZone: "Europe/Berlin",
  pagination: { pagerSize: 10, disableAliases: true },
  taxonomies: { topic: "themen", author: "autoren", month: "archiv" },
  outputFormats: {
    atom: { mediaType: "application/atom+xml", baseName: "atom", isPlainText: false },
    jsonfeed: { mediaType: "application/feed+json", baseName: "feed", isPlainText: true },
  },
  mediaTypes: {
    "application/atom+xml": { suffixes: ["xml"] },
    "application/feed+json": { suffixes: ["json"] },
  },
  outputs: {
    home: ["html", "rss", "atom", "jsonfeed"],
    section: ["html", "rss", "atom", "jsonfeed"],
    term: ["html", "rss", "atom", "jsonfeed"],
    taxonomy: ["html"],
    page: ["html"],
  },
  services: { rss: { limit: 20 } },
  markup: {
    goldmark: { renderer: { unsafe: false }, extensions: { typographer: { disable: false } } },
  },
};

/** Printed, and in no list. */
const listedNowhere = { list: "never" };

/** The files of an article below `content`: its first part, and, of several, the others and the whole. */
export function hugoFilesOf(article: CorpusArticle): [file: string, text: string][] {
  const { title, standfirst, date, topics, author, column, parts, file } = article;
  const [year = "", name = ""] = file.split("/");
  const common = {
    title,
    description: standfirst,
    date: `${date.replace(" ", "T")}:00+01:00`,
    themen: topics,
    autoren: [author],
  };
  const month = date.slice(0, 7);
  const at = (more: string) => `${column}/${year}/${name}${more}/index.md`;
  const url = `/${column}/${name}/`;
  const first = { ...common, archiv: [month], url, parts: parts.length, part: 1 };
  if (parts.length === 1) return [[at(""), `${matter(first)}\n${parts[0]}\n`]];
  const unlisted = {
    title,
    description: standfirst,
    date: common.date,
    by: [author],
    build: listedNowhere,
  };
  return [
    [at(""), `${matter(first)}\n${parts[0]}\n`],
    ...parts
      .slice(1)
      .map((text, index): [string, string] => [
        at(`-${index + 2}`),
        `${matter({ ...unlisted, url: `${url}${index + 2}/`, parts: parts.length, part: index + 2 })}\n${text}\n`,
      ]),
    [
      at("-alles"),
      `${matter({ ...unlisted, url: `${url}alles/`, parts: parts.length, part: 0 })}\n${parts.join("\n\n")}\n`,
    ],
  ];
}

/** Hugo reads front matter in JSON too. */
function matter(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(fields, null, 1)}\n`;
}
