import { setFlagsFromString } from "node:v8";
import { buildMagazine } from "./build/magazine.ts";
import type { BuildOptions, Built } from "./build/magazine.ts";
import type { Code } from "./build/plan/code.ts";
import { pictureCache } from "./build/caches.ts";
import { progressOf } from "./build/progress.ts";
import { tellWaiting } from "./build/turn.ts";
import { reasonsOf } from "./build/plan/why.ts";
import { readLine, UsageError } from "./command.ts";
import { originOption } from "./options.ts";
import { shownMistakes } from "./start/builder.ts";

/**
 * npm run build -- [--content DIR] [--out DIR] [--url URL] [--service URL] [--now TIME] [--preview] [--style-page] [--show-mistakes]
 * [--pictures FILE] [--why [PATH]] [--verify]
 */
export async function build(args?: readonly string[], code?: Code): Promise<void> {
  const { options, words } = readLine(
    {
      content: "DIR",
      out: "DIR",
      url: "URL",
      service: "URL",
      now: "TIME",
      preview: null,
      "style-page": null,
      "show-mistakes": null,
      pictures: "FILE",
      why: null,
      verify: null,
    },
    ["PATH"],
    args,
  );
  const [path] = words;
  if (path !== undefined && options.why === undefined)
    throw new UsageError(`${path} is a page to ask about: put --why before it`);
  // V8 lets its heap grow fourfold before it looks for what is left of it, on a machine with much memory; a build leaves little of what it makes.
  setFlagsFromString("--heap-growing-percent=50");
  const started = performance.now();
  const order = {
    content: options.content ?? "content",
    out: options.out ?? "dist",
    url: originOption("--url", options.url),
    service: originOption("--service", options.service),
    now: options.now,
    preview: options.preview !== undefined,
    stylePage: options["style-page"] !== undefined,
    showMistakes: options["show-mistakes"] !== undefined,
    pictures: options.pictures,
  };
  const built = await buildMagazine({
    ...order,
    code,
    progress: (all) => progressOf(all, process.stdout.isTTY),
    waits: () => tellWaiting(order.out),
  });
  await tell(built, order);
  if (options.why !== undefined) for (const line of reasonsOf(built.why, path)) console.log(line);
  const { printed, kept, deleted } = built;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${order.out}: ${printed} printed, ${kept} kept, ${deleted} deleted (${seconds} s)`);
  if (options.verify !== undefined) await compare(order);
}

/** What whoever builds should know besides the figures. */
async function tell(
  { drawn, heavy, mistakes, isUnlisted }: Built,
  { content, out }: BuildOptions,
): Promise<void> {
  if (drawn > 0) console.log(`${drawn} pictures drawn; they are kept in ${pictureCache}`);
  for (const line of heavy.slice(0, 5)) console.warn(line);
  if (heavy.length > 5) console.warn(`… and ${heavy.length - 5} more`);
  if (mistakes.length > 0) {
    const { tellMistakes, toldFrom } = await import("../magazine/read/telling.ts");
    console.error(tellMistakes(toldFrom(content, mistakes)));
    process.exitCode = shownMistakes;
  }
  if (isUnlisted) {
    console.log(
      `${out} had no list of what was printed: nothing was deleted, and what an older build left is yours to delete. The next build knows.`,
    );
  }
}

async function compare(order: BuildOptions): Promise<void> {
  const { verify } = await import("./build/verify.ts");
  const differences = await verify(order);
  if (differences.length === 0) return console.log("A clean build prints the same, to the byte");
  console.error(`A clean build prints ${differences.length} files otherwise:`);
  for (const line of differences.slice(0, 20)) console.error(line);
  process.exitCode = 5;
}
