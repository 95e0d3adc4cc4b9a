import { aliasPage, readAlias } from "../aliases.ts";
import type { Language } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import type { Listed } from "./documents.ts";
import type { Place, Report } from "./mistakes.ts";
import { isReserved, isSlug, slugForm } from "./slugs.ts";

/** Reports a file whose name cannot stand in an address, or stands in one of the magazine's own. */
export function refuseName({ file, slug }: Listed, language: Language, report: Report): void {
  const place = { file, line: 1, column: 1 };
  if (!isSlug(slug)) {
    const guess = slugOf(slug, language);
    const what = `the file's name "${slug}" cannot stand in an address`;
    report({ ...place, what, expected: slugForm, ...(guess !== "" && { guess }) });
  } else if (isReserved(slug, language)) {
    const what = `the file's name "${slug}" is one of the magazine's own addresses`;
    report({ ...place, what, expected: "another name" });
  }
}

/** Reports what two articles both claim: an id, an address, a former address, or a topic or series that they write differently. */
export function refuseCollisions(
  articles: readonly Listed[],
  language: Language,
  report: Report,
): void {
  if (mayCollide(articles, language)) tellCollisions(articles, language, report);
}

/** A quick look, which needs no words: false where surely nothing is claimed twice. */
function mayCollide(articles: readonly Listed[], language: Language): boolean {
  const ids = new Set<unknown>();
  const slugsIn = new Map<unknown, Set<string>>();
  const aliases = new Set<string>();
  const names = { topic: new Set<string>(), series: new Set<string>() };
  const slugs = { topic: new Set<string>(), series: new Set<string>() };
  const isNew = <Thing>(thing: Thing, known: Set<Thing>) => known.size < known.add(thing).size;
  const isWrittenAnew = (kind: keyof typeof names, name: string) =>
    isNew(name, names[kind]) && !isNew(slugOf(name, language), slugs[kind]);
  return articles.some(({ slug, fields }) => {
    const { id, column, aliases: former, topics, series } = fields?.data ?? {};
    const beside = slugsIn.get(column) ?? new Set();
    slugsIn.set(column, beside);
    return (
      !isNew(typeof id === "string" ? id : slug, ids) ||
      !isNew(slug, beside) ||
      (former !== undefined &&
        entries(former).some(([, alias]) => !isNew(pageAt(alias), aliases))) ||
      (Array.isArray(topics) &&
        topics.some((name) => typeof name === "string" && isWrittenAnew("topic", name))) ||
      (typeof series === "string" && isWrittenAnew("series", series))
    );
  });
}

function tellCollisions(articles: readonly Listed[], language: Language, report: Report): void {
  const ids = claims(report, "another file name, or an id of its own");
  const addresses = claims(report, "another file name");
  const aliases = claims(report, "each former address in one article");
  const written = new Map<string, { name: string; file: string }>();
  const slugs = new Map<string, string>();
  const slugOfName = (name: string): string => {
    const slug = slugs.get(name) ?? slugOf(name, language);
    slugs.set(name, slug);
    return slug;
  };
  for (const { file, slug, fields } of articles) {
    const top = { file, line: 1, column: 1 };
    const { id, column, aliases: former, topics: named, series } = fields?.data ?? {};
    const idPlace = fields && typeof id === "string" ? { file, ...fields.valueAt(["id"]) } : top;
    const free = ids(`the id "${typeof id === "string" ? id : slug}"`, idPlace);
    // Two files of one name share their id too: one note is enough.
    if (free && typeof column === "string")
      addresses(`the name "${slug}" in the column "${column}"`, top);
    if (fields === null) continue;
    for (const [index, alias] of entries(former)) {
      const place = { file, ...fields.valueAt(["aliases", index]) };
      aliases(`the former address "${alias}"`, place, {
        of: file,
        key: pageAt(alias),
      });
    }
    const names = [
      ...entries(named).map(([index, name]) => ["topic", name, ["topics", index]] as const),
      ...(typeof series === "string" ? [["series", series, ["series"]] as const] : []),
    ];
    for (const [kind, name, path] of names) {
      const key = `${kind} ${slugOfName(name)}`;
      const first = written.get(key);
      if (first === undefined) written.set(key, { name, file });
      else if (first.name !== name && first.file !== file) {
        const what = `the ${kind} "${name}" is written "${first.name}" in ${first.file}`;
        report({ file, ...fields.valueAt(path), what, expected: "one way to write it" });
      }
    }
  }
}

/**
 * Notes who claimed a thing first. The answer says whether it was still free. `of` tells claims of one file apart from others', `key` is
 * what the thing is where it can be written in several ways.
 */
function claims(report: Report, expected: string) {
  const first = new Map<string, Place>();
  return (
    thing: string,
    place: Place,
    { of, key = thing }: { of?: string; key?: string } = {},
  ): boolean => {
    const taken = first.get(key);
    if (taken === undefined) first.set(key, place);
    else if (taken.file !== of) {
      report({
        ...place,
        what: `${thing} is already taken at ${taken.file}:${taken.line}:${taken.column}`,
        expected,
      });
    }
    return taken === undefined;
  };
}

function pageAt(alias: string): string {
  return aliasPage(readAlias(alias) ?? alias);
}

function entries(value: unknown): [number, string][] {
  if (!Array.isArray(value)) return [];
  return [...value.entries()].filter(
    (entry): entry is [number, string] => typeof entry[1] === "string",
  );
}
