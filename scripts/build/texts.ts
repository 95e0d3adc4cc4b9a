import { resolve } from "node:path";
import { editionAt } from "../../magazine/edition.ts";
import type { Article, Magazine } from "../../magazine/model.ts";
import { relatedIn } from "../../magazine/near.ts";
import { outlinedArticles } from "../../magazine/outline.ts";
import type { Outline } from "../../magazine/outline.ts";
import { contextOf } from "../../magazine/pages/pages.ts";
import { pagesShowing } from "../../magazine/pages/showing.ts";
import type { Kept, KeptArticle, KeptPiece, Memory } from "../../magazine/read/memory.ts";
import { openContent } from "../../magazine/read/opened.ts";
import type { Opened } from "../../magazine/read/opened.ts";
import { isOutwardlySame, outwardOf } from "../../magazine/read/outward.ts";
import { timeOption } from "../time-option.ts";
import { atAddresses } from "./composed.ts";
import { keptAssets } from "./kept-assets.ts";
import type { BuildOptions } from "./magazine.ts";
import { printsOf } from "./plan/fingerprint.ts";
import { areAsTheyWere, isStillTime } from "./plan/inputs.ts";
import type { KeptMemory } from "./plan/memory.ts";
import { planOf, standingAll } from "./plan/plan.ts";
import { readOutline } from "./plan/state.ts";
import type { State } from "./plan/state.ts";
import { versionsOf } from "./plan/versions.ts";
import type { Known, Left, Planned } from "./planned.ts";
import { fileOf, sheetOf, tellerOf } from "./sheets.ts";
import type { PrintedSheet } from "./sheets.ts";

/** With more of them all is looked at, which also keeps what was made of them. */
const most = 50;

/**
 * Plans a build before which nothing has changed but the words of some articles, bios and plain pages. No page differs then but those that show them, and of the magazine no more
 * is made than these ask for.
 *
 * @returns null where more has changed, or anything is not as it was left: then all is to be looked at
 */
export async function planTexts(
  options: BuildOptions,
  { out, cache, before, inputs }: Known,
  memory: KeptMemory,
): Promise<Planned | null> {
  const files = before === null ? null : changedTexts(before, inputs, options);
  const outline = before && files && readOutline(cache, out, before.outline);
  if (before === null || files === null || outline === null) return null;

  const { content } = inputs;
  const folder = resolve(options.content);
  const read = new Map<string, KeptText>();
  const opened = openContent(folder, new Map(), noting(memory, read), Object.keys(content));
  const known = new Map(
    Array.from(opened.articles(files.filter(isArticle)), ({ document: { file }, article }) => [
      file,
      article,
    ]),
  );
  if (opened.mistakes.length > 0) return null;
  const isSame = isSameIn(before, memory, read);
  const edition = files.every(isSame) ? editionOf(opened, known, outline, options) : null;
  if (edition === null) return null;
  relatedIn(edition.articles).set(before.related);
  const changed = {
    articles: edition.articles.filter(({ file }) => known.has(file)),
    authors: edition.authors.filter(({ file }) => files.includes(file)),
    pages: edition.pages.filter(({ file }) => files.includes(file)),
  };

  const code = inputs.code.hash;
  const { assets } = await keptAssets(edition.language, { cache, code });
  const prints = printsOf(
    { hash: code, content },
    assets,
    versionsOf(content, before.shared),
    before,
  );
  const sheets = pagesShowing(contextOf(edition), changed).map(sheetOf);
  const touched = standingAll(before, out, new Set(sheets.map(({ file }) => file)));
  if (touched === null) return null;
  const { keep, ...plan } = planOf<PrintedSheet>(sheets, tellerOf(prints), before, out);
  return {
    assets,
    prints,
    plan: { ...plan, keep: new Map([...touched, ...keep]) },
    mistakes: [],
    whole: null,
    untouched: before.files.size - sheets.length - touched.size,
    isStill: () =>
      areAsTheyWere(folder, content, [
        ...Object.keys(content).filter((file) => !isArticle(file)),
        ...read.keys(),
      ]),
    left: () => leftBy(before, files),
    write: () => {},
  };
}

function isArticle(file: string): boolean {
  return file.startsWith("articles/");
}

/** The files whose bytes are others than they were; null where that is not all, or these are not just some of articles, authors and plain pages. */
function changedTexts(
  before: State,
  { basis, content }: Known["inputs"],
  options: BuildOptions,
): readonly string[] | null {
  if (before.inputs === "" || before.basis !== basis || !isStillTime(before, options)) return null;
  const names = Object.keys(content);
  if (names.length !== Object.keys(before.content).length) return null;
  const changed = names.filter((name) => content[name]?.[2] !== before.content[name]?.[2]);
  const areTexts = changed.every(
    (name) => /^(?:articles|authors|pages)\/.*\.md$/u.test(name) && name in before.content,
  );
  return areTexts && changed.length <= most ? changed : null;
}

type KeptText = KeptArticle | KeptPiece;

/** A memory that notes what was read, and as what. */
function noting(memory: Memory, read: Map<string, KeptText>): Memory {
  return {
    ...memory,
    keep(file, kept) {
      if (isText(kept)) read.set(file, kept);
      return memory.keep(file, kept);
    },
  };
}

function isText(kept: Kept): kept is KeptText {
  return "article" in kept || "piece" in kept;
}

/** Tells whether a file that was read holds other words and nothing else that others could know of it. */
function isSameIn(
  { edited, content, files }: State,
  memory: KeptMemory,
  read: ReadonlyMap<string, KeptText>,
): (file: string) => boolean {
  const isPage = (href: string) =>
    /^\/[^?#]*\/$/u.test(href) && files.of(fileOf(href)) !== undefined;
  return (file) => {
    const was = memory.was(file, edited[file] ?? content[file]?.[2] ?? "");
    const now = read.get(file);
    if (was === undefined || !isText(was) || now === undefined) return false;
    return isOutwardlySame(outwardOf(was), outwardOf(now), isPage);
  };
}

/** The edition, of which each article is made when it is asked for. */
function editionOf(
  { settings, columns, authors, pages, articles: read }: Opened,
  known: ReadonlyMap<string, Article | null>,
  outline: Outline,
  options: BuildOptions,
): Magazine | null {
  if (settings === null) return null;
  const { preview } = options;
  const empty = { ...settings, preview, next: null, columns, authors, pages, articles: [] };
  const magazine = atAddresses(empty, options);
  const now = timeOption("--now", options.now, magazine.timeZone);
  const whole = (file: string): Article => {
    const article = known.get(file) ?? [...read([file])][0]?.article ?? null;
    const articles = article === null ? [] : [article];
    const [edited] = editionAt({ ...magazine, articles }, now, preview).articles;
    if (edited === undefined)
      throw new Error(`${file} was changed while it was printed: build again`);
    return edited;
  };
  const articles = outlinedArticles(outline, magazine, whole);
  return articles && { ...magazine, articles };
}

/** What was left before, and which bytes the files had when all was looked at. */
function leftBy({ files: _files, ...before }: State, changed: readonly string[]): Left {
  const { edited, content } = before;
  const had = changed.map((file) => [file, edited[file] ?? content[file]?.[2] ?? ""] as const);
  return { ...before, edited: { ...edited, ...Object.fromEntries(had) } };
}
