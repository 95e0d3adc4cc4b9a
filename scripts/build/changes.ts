import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Magazine } from "../../magazine/model.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { documentsIn } from "../../magazine/read/documents.ts";
import { asideIn } from "./aside.ts";
import type { FileAside } from "./aside.ts";
import { compose } from "./composed.ts";
import type { Composed } from "./composed.ts";
import { renditionsIn } from "./images.ts";
import { keptAssets } from "./kept-assets.ts";
import type { BuildOptions, Built } from "./magazine.ts";
import { inWords } from "./output.ts";
import { forgetPictures } from "./pictures.ts";
import type { Drawn } from "./pictures.ts";
import { printsOf } from "./plan/fingerprint.ts";
import type { Inputs } from "./plan/inputs.ts";
import { memoryOf } from "./plan/memory.ts";
import { planOf } from "./plan/plan.ts";
import { recallRelated } from "./plan/related.ts";
import { readWords, writeWords } from "./plan/state.ts";
import type { State } from "./plan/state.ts";
import { whyOf, wordsAfter } from "./plan/why.ts";
import { printSheets } from "./print.ts";
import type { PrintedSheets } from "./print.ts";
import { silent } from "./progress.ts";
import { readBeside } from "./reading.ts";
import type { ReadingMemory } from "./reading.ts";
import { settle } from "./settle.ts";
import { sheetsOf, tellerOf } from "./sheets.ts";

/** What is known before anything is read. */
interface Known {
  /** The output folder, absolute. */
  readonly out: string;
  /** Where everything is kept between builds. */
  readonly cache: string;
  readonly before: State | null;
  readonly inputs: Inputs;
}

/** Prints what has changed since the last build, or everything where nothing is known of one. */
export async function printChanges(options: BuildOptions, known: Known): Promise<Built> {
  const aside = asideIn(known.cache);
  try {
    return await printPlanned(options, known, await plannedFor(options, known, aside));
  } finally {
    aside.close();
  }
}

async function printPlanned(options: BuildOptions, known: Known, planned: Planned): Promise<Built> {
  const { out, before } = known;
  const { plan, memory, edition, related, mistakes, from } = planned;

  mkdirSync(dirname(out), { recursive: true });
  const fresh = mkdtempSync(join(dirname(out), `.${basename(out)}.printing-`));
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const printed = await printInto(fresh, options, { ...known, ...planned });
    const replaced = settle(
      { out, fresh, keep: plan.keep, printed: printed.files },
      {
        ...known,
        content: options.content,
        memory,
        edition,
        related,
        from,
        structure: planned.prints.structure,
        isWell: mistakes.length === 0,
      },
    );
    const words = readWords(known.cache, out);
    if (printed.files.size > 0)
      writeWords(known.cache, out, wordsAfter(words, plan.keep, printed.files), words);
    return {
      printed: plan.print.length,
      kept: plan.keep.size,
      deleted: replaced.removed.length,
      isUnlisted: replaced.isUnlisted,
      drawn: printed.drawn,
      mistakes,
      heavy: printed.heavy,
      why: whyOf(printed.files, before, words),
    };
  } catch (error) {
    throw inWords(error, out);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Reads the content, and decides what of it is to be printed. */
async function plannedFor(
  options: BuildOptions,
  { out, cache, before, inputs }: Known,
  aside: FileAside,
) {
  const { content } = options;
  const code = inputs.code.hash;
  const folder = resolve(content);
  const memory = memoryOf({ cache, folder, code, aside }, inputs.content);
  const articles = documentsIn(Object.keys(inputs.content), "articles");
  const reading = readBeside(memory, { folder, code, files: articles, aside });
  const { language, edition, pages, mistakes, from } = await composedBy(options, reading);
  const related = edition === null ? () => undefined : recallRelated(edition, before?.related);
  const { assets, files } = await keptAssets(language, { cache, code });
  const prints = printsOf({ hash: code, content: inputs.content }, assets, edition, before);
  const draws = options.pictures === undefined;
  const sheets = sheetsOf({ pages, files, edition }, { content, draws });
  return {
    memory,
    edition,
    related,
    mistakes,
    from,
    assets,
    prints,
    sheets,
    plan: planOf(sheets, tellerOf(prints), before, out),
  };
}

/** @throws ContentMistakes as `compose` */
async function composedBy(options: BuildOptions, reading: ReadingMemory): Promise<Composed> {
  try {
    return compose(options, reading);
  } finally {
    await reading.end();
  }
}

type Planned = Awaited<ReturnType<typeof plannedFor>>;

/** Prints what is planned into a fresh folder, and draws. @throws ContentMistakes for what cannot be drawn */
async function printInto(
  fresh: string,
  options: BuildOptions,
  { cache, assets, prints, plan, sheets, edition }: Known & Planned,
): Promise<PrintedSheets> {
  const { content, pictures } = options;
  const drawings = join(cache, "pictures");
  const progress = (await options.progress?.(plan.print.length)) ?? silent;
  const printed = await printSheets(plan.print, {
    fresh,
    content,
    cache: drawings,
    assets,
    prints,
    told: plan.told,
    isWhole: plan.keep.size === 0,
    // Whoever writes sees it when the magazine is built for readers.
    weighs: !options.preview,
    progress: progress.step,
  }).finally(progress.end);
  refuseUndrawn(printed, content);
  if (edition !== null && pictures !== undefined) list(edition, pictures);
  const used = sheets.map(({ file }) => file);
  forgetPictures(drawings, new Date(), used);
  return printed;
}

/** Told like any other mistake, where the picture is named. */
function refuseUndrawn({ undrawn }: Drawn, content: string): void {
  if (undrawn.size === 0) return;
  readMagazine(content, undrawn);
  throw new Error([...undrawn].map(([file, why]) => `${file}: ${why}`).join("\n"));
}

/** Says what there is to draw, to whoever serves the pages. */
function list(edition: Magazine, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(renditionsIn(edition)));
}
