import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildMagazine } from "./build/magazine.ts";
import { tellWaiting } from "./build/turn.ts";
import type { BuildOptions } from "./build/magazine.ts";
import { readOptions, runCommand, UsageError } from "./command.ts";
import { checkLimits } from "./deploy/limits.ts";
import { known, readOrder } from "./deploy/order.ts";
import type { Order } from "./deploy/order.ts";
import { wranglerCommand } from "./deploy/plan.ts";
import { isPreview, readPrintedSite } from "./deploy/printed-site.ts";
import type { PrintedSite } from "./deploy/printed-site.ts";
import { run } from "./deploy/run.ts";
import { stepsOf } from "./deploy/steps.ts";
import { releaseOf, switchBack, switchTo } from "./deploy/switch.ts";
import { keepDeployed } from "./release/deployed.ts";
import { indexSite } from "./search/index-site.ts";

/**
 * npm run deploy -- --target cloudflare|rsync|folder [--to PLACE] [--dry-run] [--rollback] [--clean] [--preview NAME] [--no-build], and
 * what npm run build takes: prints the magazine and puts it online, from one moment to the next or not at all.
 */
export async function deploy(args?: readonly string[]): Promise<void> {
  // The web server reads what is made here, and is somebody else.
  process.umask(0o022);
  const given = readOptions(known, args);
  const order = readOrder(given, process.env);
  if (given["dry-run"] === true) await rehearse(order);
  else if (order.isBack) console.log(`${await switchBack(order)} is online again`);
  else await putOnline(order);
}

async function putOnline(order: Order): Promise<void> {
  if (order.build !== null) await print(order.build);
  const site = look(order, order.out);
  const release = releaseOf(order, site, new Date());
  const { online, isNew } = await switchTo(order, site, release);
  // What wrangler uploads is the release, made here: without what is nobody's to read, and with what open pages still need.
  if (order.by === "wrangler")
    await run(wranglerCommand(order, join(order.to.folder, "current"), false));
  else if (isNew) console.log(`${site.files.length} files are online as ${online}`);
  else console.log(`The same is online already, as ${online}: nothing was done`);
  if (order.preview === null) keepDeployed(".", nextIn(order.out));
}

/** Builds, and makes what is searched of it. */
async function print(build: BuildOptions): Promise<void> {
  const waits = () => tellWaiting(build.out);
  await buildMagazine({ ...build, waits });
  await indexSite(build.out, waits);
}

/** When a printed folder says that something else is due; a folder that does not say it is due at once. */
function nextIn(folder: string): unknown {
  try {
    const schedule: unknown = JSON.parse(readFileSync(join(folder, "schedule.json"), "utf8"));
    return (schedule as { next?: unknown }).next;
  } catch {
    return undefined;
  }
}

/** What a printed folder holds, if the target takes it. */
function look({ by, preview }: Order, folder: string): PrintedSite {
  const site = readPrintedSite(folder);
  if (preview === null && isPreview(folder))
    throw new UsageError(
      `${folder} holds a preview, with drafts: leave out --no-build, or deploy it with --preview NAME`,
    );
  const warning = by === "wrangler" ? checkLimits(site.files) : null;
  if (warning !== null) console.error(warning);
  return site;
}

/** Says what would be done, and does nothing but print into a folder that goes again, and ask wrangler what it thinks of that. */
async function rehearse(order: Order): Promise<void> {
  const elsewhere = mkdtempSync(join(tmpdir(), "kolumne-deploy-"));
  try {
    if (order.build !== null) await print({ ...order.build, out: elsewhere });
    const folder = order.build === null ? order.out : elsewhere;
    const site = look(order, folder);
    for (const step of stepsOf(order, releaseOf(order, site, new Date()), site)) console.log(step);
    if (order.by === "wrangler") await run(wranglerCommand(order, folder, true));
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

if (import.meta.main) await runCommand(deploy);
