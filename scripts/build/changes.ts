import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Magazine } from "../../magazine/model.ts";
import { relatedIn } from "../../magazine/near.ts";
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
import { isAsItWas } from "./plan/inputs.ts";
import { manyFiles, memoryOf } from "./plan/memory.ts";
import type { KeptMemory } from "./plan/memory.ts";
import { planOf } from "./plan/plan.ts";
import { recallRelated } from "./plan/related.ts";
import { hashOf } from "./plan/stamps.ts";
import { writeOutline } from "./plan/state.ts";
import { versionsIn } from "./plan/versions.ts";
import { whyOf } from "./plan/why.ts";
import { addWords } from "./plan/words.ts";
import type { Known, Planned } from "./planned.ts";
import { printSheets } from "./print.ts";
import type { PrintedSheets } from "./print.ts";
import { silent } from "./progress.ts";
import { readBeside } from "./reading.ts";
import type { ReadingMemory } from "./reading.ts";
import { settle } from "./settle.ts";
import { sheetsOf, tellerOf } from "./sheets.ts";
import { planTexts } from "./texts.ts";

/** Prints what has changed since the last build, or everything where nothing is known of one. */
export async function printChanges(options: BuildOptions, known: Known): Promise<Built> {
  // With fewer there is room for a heap that doubles before V8 looks for what is left of it.
  if (Object.keys(known.inputs.content).length < manyFiles)
    setFlagsFromString("--heap-growing-percent=100");
  const aside = asideIn(known.cache);
  const { cache, inputs } = known;
  const folder = resolve(options.content);
  const memory = memoryOf({ cache, folder, code: inputs.code.hash, aside }, inputs.content);
  try {
    const planned =
      (await planTexts(options, known, memory)) ?? (await planAll(options, known, memory, aside));
    return await printPlanned(options, known, planned);
  } finally {
    aside.close();
  }
}

async function printPlanned(options: BuildOptions, known: Known, planned: Planned): Promise<Built> {
  const { cache, out, before } = known;
  const { plan, mistakes } = planned;
  const count = plan.print.length;

  mkdirSync(dirname(out), { recursive: true });
  const fresh = mkdtempSync(join(dirname(out), `.${basename(out)}.printing-`));
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const printed = await printInto(fresh, options, { ...known, ...planned });
    const replaced = settle({ fresh, keep: plan.keep, printed: printed.files }, known, planned);
    const wordsBefore = addWords(cache, out, printed.files, plan.keep.size + planned.untouched);
    return {
      printed: count,
      kept: plan.keep.size + planned.untouched,
      deleted: replaced.removed.length,
      isUnlisted: replaced.isUnlisted,
      drawn: printed.drawn,
      mistakes,
      heavy: printed.heavy,
      get why() {
        return whyOf(printed.files, before, wordsBefore());
      },
    };
  } catch (error) {
    throw inWords(error, out);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Reads all content, and decides what of it is to be printed. */
async function planAll(
  options: BuildOptions,
  known: Known,
  memory: KeptMemory,
  aside: FileAside,
): Promise<Planned> {
  const { out, cache, before, inputs } = known;
  const code = inputs.code.hash;
  const folder = resolve(options.content);
  const articles = documentsIn(Object.keys(inputs.content), "articles");
  const reading = readBeside(memory, { folder, code, files: articles, aside });
  const { language, edition, pages, mistakes, from } = await composedBy(options, reading);
  const { assets, files } = await keptAssets(language, { cache, code });
  const versions = edition && versionsIn(edition, inputs.content);
  const prints = printsOf({ hash: code, content: inputs.content }, assets, versions, before);
  const draws = options.pictures === undefined;
  const sheets = sheetsOf({ pages, files, edition }, { content: options.content, draws });
  const outline = hashOf(versions?.outline ?? "");
  if (edition !== null) recallRelated(edition, outline, known);
  return {
    assets,
    prints,
    plan: planOf(sheets, tellerOf(prints), before, out),
    mistakes,
    untouched: 0,
    whole: { edition, files: sheets.map(({ file }) => file) },
    isStill: () => isAsItWas(options.content, inputs.content),
    left: () => ({
      from: from.getTime(),
      until: edition?.next ? Date.parse(edition.next.time) : null,
      structure: prints.structure,
      related: edition === null ? [] : [...relatedIn(edition.articles)],
      outline,
      shared: versions?.shared ?? "",
      edited: {},
    }),
    write() {
      memory.write();
      if (versions !== null && outline !== before?.outline)
        writeOutline(cache, out, outline, versions.outline);
    },
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

/** Prints what is planned into a fresh folder, and draws. @throws ContentMistakes for what cannot be drawn */
async function printInto(
  fresh: string,
  options: BuildOptions,
  { cache, assets, prints, plan, whole, untouched }: Known & Planned,
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
    isWhole: plan.keep.size + untouched === 0,
    // Whoever writes sees it when the magazine is built for readers.
    weighs: !options.preview,
    progress: progress.step,
  }).finally(progress.end);
  refuseUndrawn(printed, content);
  if (whole === null) return printed;
  if (whole.edition !== null && pictures !== undefined) list(whole.edition, pictures);
  forgetPictures(drawings, new Date(), whole.files);
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
