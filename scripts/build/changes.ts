import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Magazine } from "../../magazine/model.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { compose } from "./composed.ts";
import { renditionsIn } from "./images.ts";
import { keptAssets } from "./kept-assets.ts";
import type { BuildOptions, Built } from "./magazine.ts";
import { inWords } from "./output.ts";
import { forgetPictures } from "./pictures.ts";
import type { Drawn } from "./pictures.ts";
import { printsOf } from "./plan/fingerprint.ts";
import { isAsItWas } from "./plan/inputs.ts";
import type { Inputs } from "./plan/inputs.ts";
import { writeManifest } from "./plan/manifest.ts";
import { memoryOf } from "./plan/memory.ts";
import { planOf } from "./plan/plan.ts";
import { forgetState, writeState } from "./plan/state.ts";
import type { Printed, State } from "./plan/state.ts";
import { whyOf } from "./plan/why.ts";
import { printSheets } from "./print.ts";
import { silent } from "./progress.ts";
import { replaceFolder } from "./replace.ts";
import { sheetsOf } from "./sheets.ts";

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
export async function printChanges(
  options: BuildOptions,
  { out, cache, before, inputs }: Known,
): Promise<Built> {
  const { content } = options;
  const memory = memoryOf(
    { cache, folder: resolve(content), code: inputs.code.hash },
    inputs.content,
  );
  const { language, edition, pages, mistakes, from } = compose(options, memory);
  const { assets, files } = await keptAssets(language, {
    cache,
    code: inputs.code.hash,
  });
  const prints = printsOf(inputs.code.hash, assets, edition);
  const draws = options.pictures === undefined;
  const sheets = sheetsOf({ pages, files, edition }, { content, draws, prints });
  const plan = planOf(sheets, before, out);

  mkdirSync(dirname(out), { recursive: true });
  const fresh = mkdtempSync(join(dirname(out), `.${basename(out)}.printing-`));
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const drawings = join(cache, "pictures");
    const progress = (await options.progress?.(plan.print.length)) ?? silent;
    const printed = await printSheets(plan.print, {
      fresh,
      content,
      cache: drawings,
      assets,
      prints,
      isWhole: plan.keep.size === 0,
      // Whoever writes sees it when the magazine is built for readers.
      weighs: !options.preview,
      progress: progress.step,
    }).finally(progress.end);
    refuseUndrawn(printed, content);
    if (edition !== null && options.pictures !== undefined) list(edition, options.pictures);
    const used = sheets.map(({ file }) => file);
    forgetPictures(drawings, new Date(), used);

    // A build that is broken off from here on leaves none: the next one prints everything.
    forgetState(cache, out);
    const replaced = replaceFolder(out, fresh, plan.keep.keys());
    const all = standing(plan.keep, printed.files, replaced.unchanged);
    writeManifest(out, all, replaced.removed);
    // What was read may be another than what was looked at, when somebody was writing.
    const isStill = isAsItWas(content, inputs.content);
    if (isStill) memory.write();
    // What pages name of mistakes is to be told again, whatever has changed.
    const hash = mistakes.length > 0 || !isStill ? "" : inputs.hash;
    const { code, content: stamps } = inputs;
    writeState(cache, out, {
      inputs: hash,
      from: from.getTime(),
      until: untilOf(edition),
      code: code.stamps,
      content: stamps,
      files: Object.fromEntries(all),
    });
    return {
      printed: plan.print.length,
      kept: plan.keep.size,
      deleted: replaced.removed.length,
      isUnlisted: replaced.isUnlisted,
      drawn: printed.drawn,
      mistakes,
      heavy: printed.heavy,
      why: whyOf(printed.files, before),
    };
  } catch (error) {
    throw inWords(error, out);
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** When the edition is another one, in milliseconds since 1970; null: never. */
function untilOf(edition: Magazine | null): number | null {
  return edition?.next ? Date.parse(edition.next.time) : null;
}

/** What stands in the output folder: what was kept, what was printed, and what was printed again with the bytes that were there. */
function standing(
  keep: ReadonlyMap<string, Printed>,
  printed: ReadonlyMap<string, Printed>,
  unchanged: ReadonlyMap<string, Stats>,
): ReadonlyMap<string, Printed> {
  const again = [...unchanged].flatMap(([file, { size, mtimeMs }]): [string, Printed][] => {
    const now = printed.get(file);
    return now === undefined ? [] : [[file, [now[0], [size, mtimeMs, now[1][2]], now[2], now[3]]]];
  });
  return new Map([...keep, ...printed, ...again]);
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
