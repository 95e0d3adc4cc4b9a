import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../command.ts";
import { readPrinted } from "../build/printed.ts";

/** An article as it was printed: what its first page says of it (schema.org NewsArticle), and the pages of its parts. */
export interface PrintedArticle {
  readonly title: string;
  readonly standfirst: string | null;
  readonly column: string;
  readonly authors: readonly string[];
  /** ISO 8601, on the magazine's clock. */
  readonly date: string;
  /** The addresses of its parts, in their order. */
  readonly parts: readonly string[];
}

/**
 * Every article that a build has printed into a folder, the oldest first. What is searched is what readers see: so nothing is read again
 * from the content, and no clock is asked.
 *
 * @throws UsageError when no build has printed there
 */
export function printedArticles(folder: string): readonly PrintedArticle[] {
  const files = readPrinted(folder);
  if (files === null)
    throw new UsageError(`${folder} holds nothing that a build has printed: npm run build first`);
  return [...files]
    .filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file))
    .flatMap((file) => {
      const data = articleData(readPage(folder, file));
      return data === null ? [] : [{ ...data, parts: partsAt(addressOf(file), files) }];
    })
    .toSorted((one, other) => compare(one.date, other.date) || compare(first(one), first(other)));
}

/** The HTML of a printed page. */
export function readPage(folder: string, address: string): string {
  return readFileSync(
    join(folder, address.endsWith("/") ? `${address}index.html` : address),
    "utf8",
  );
}

/** A page's own word on the article that it shows; null when it shows none. */
function articleData(html: string): Omit<PrintedArticle, "parts"> | null {
  const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  if (json === undefined) return null;
  // Printed by `layouts/structured-data.ts`.
  const { "@graph": graph } = JSON.parse(json) as { "@graph": readonly NewsArticle[] };
  const data = graph.find((thing) => thing["@type"] === "NewsArticle");
  if (data === undefined) return null;
  return {
    title: data.headline,
    standfirst: data.description ?? null,
    column: data.articleSection,
    authors: data.author.map(({ name }) => name),
    date: data.datePublished,
  };
}

interface NewsArticle {
  readonly "@type": string;
  readonly headline: string;
  readonly description?: string;
  readonly articleSection: string;
  readonly author: readonly { readonly name: string }[];
  readonly datePublished: string;
}

function partsAt(address: string, files: ReadonlySet<string>): string[] {
  const parts = [address];
  for (let part = 2; files.has(`${address.slice(1)}${part}/index.html`); part += 1)
    parts.push(`${address}${part}/`);
  return parts;
}

function addressOf(file: string): string {
  return `/${file.slice(0, -"index.html".length)}`;
}

function first({ parts }: PrintedArticle): string {
  return parts[0] ?? "";
}

/** By code units: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
