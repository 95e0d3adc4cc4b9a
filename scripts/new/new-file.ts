import type { Folder } from "../../magazine/read/documents.ts";
import type { Outline } from "../../magazine/read/outline.ts";
import { slugOf } from "../../magazine/text/slug.ts";
import { words } from "./words.ts";

export const kinds = ["article", "author", "column", "page"] as const;
export type Kind = (typeof kinds)[number];

export const folderOf = {
  article: "articles",
  author: "authors",
  column: "columns",
  page: "pages",
} as const satisfies Record<Kind, Folder>;

/** What has to be known before a file can be written. */
export interface Answers {
  readonly kind: Kind;
  /** Of an author and a column their name. */
  readonly title: string;
  readonly slug: string;
  /** An article's: slugs. */
  readonly column: string;
  readonly author: string;
  /** A column's. */
  readonly description: string;
}

/** Letters of an address: longer ones are cut between words. */
const longestSlug = 60;

/** The file's name that a title makes; `""` where nothing of it can stand in an address. */
export function slugFor(title: string, { language }: Outline): string {
  const whole = slugOf(title, language);
  if (whole.length <= longestSlug) return whole;
  const cut = whole.slice(0, longestSlug + 1).replace(/-[^-]*$/, "");
  return cut.slice(0, longestSlug);
}

/**
 * The new file: where it stands below the content folder, and what is written into it. Optional fields stand there as comments.
 *
 * @param day today on the magazine's clock, such as `2026-10-19`
 */
export function newFile(
  answers: Answers,
  { language, hasYears }: Outline,
  day: string,
): { path: string; source: string } {
  const { kind, slug } = answers;
  const { body } = words[language];
  const year = kind === "article" && hasYears ? `${day.slice(0, 4)}/` : "";
  const hasBody = kind === "article" || kind === "page";
  return {
    path: `${folderOf[kind]}/${year}${slug}.md`,
    source: `---\n${fieldsOf(answers, day, language).join("\n")}\n---\n${hasBody ? `\n${body}\n` : ""}`,
  };
}

function fieldsOf(
  { kind, title, slug, column, author, description }: Answers,
  day: string,
  language: Outline["language"],
): string[] {
  const { optional } = words[language];
  const fields: Record<typeof kind, string[]> = {
    article: [
      `title: ${asValue(title)}`,
      `date: ${day}`,
      `column: ${column}`,
      `author: ${author}`,
      "draft: true",
      `# standfirst: ${optional.standfirst}`,
      `# topics: ${optional.topics}`,
      `# image: ${slug}.jpg`,
      `# imageAlt: ${optional.imageAlt}`,
    ],
    author: [
      `name: ${asValue(title)}`,
      `# tagline: ${optional.tagline}`,
      `# role: ${optional.role}`,
      `# badge: ${optional.badge}`,
      `# portrait: ${slug}.jpg`,
    ],
    column: [`name: ${asValue(title)}`, `description: ${asValue(description)}`],
    page: [`title: ${asValue(title)}`, `# description: ${optional.pageDescription}`],
  };
  return fields[kind];
}

/** A text as a value of YAML: with quotes where anything in it could mean something else. */
function asValue(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.;!?()„“”‚‘’»«…–-]*$/u.test(text)) return text;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
