import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copySite } from "./copy-site.ts";
import { DeployFailure } from "./failure.ts";
import type { Order } from "./order.ts";
import { incoming, nameRelease, releaseCommand, uploadCommand } from "./plan.ts";
import type { Release } from "./plan.ts";
import type { PrintedSite } from "./printed-site.ts";
import { makeRelease, run } from "./run.ts";

const script = readFileSync(join(import.meta.dirname, "release.sh"), "utf8");

/** How long what only earlier releases have stays reachable, in days. */
const days = 7;

/** @param now when it is made; it shall be later than those before */
export function releaseOf({ isClean }: Order, { hash }: PrintedSite, now: Date): Release {
  return { name: nameRelease(now, hash), days: isClean ? 0 : days };
}

/**
 * Makes a release of what `order.out` holds, and switches to it. When the release that is online holds the same, nothing is done.
 *
 * @returns the name of the release that is online now, and whether it is the new one: two of one second may have the same name
 * @throws DeployFailure when there was no switch
 */
export async function switchTo(
  { to, by, out, isClean }: Order,
  site: PrintedSite,
  release: Release,
): Promise<{ readonly online: string | null; readonly isNew: boolean }> {
  let isNew = true;
  const online = await makeRelease(releaseCommand(to, release, script), async (before) => {
    isNew = isClean || before?.endsWith(`-${site.hash}`) !== true;
    if (!isNew) return false;
    if (by === "rsync") await run(uploadCommand(out, to, release, before));
    else {
      const old = before === null ? null : join(to.folder, "releases", before);
      try {
        copySite(site.files, out, incoming(to, release), old);
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        throw new DeployFailure(error.message, { cause: error });
      }
    }
    return true;
  });
  return { online, isNew };
}

/** Switches to the release before the one that is online. @returns its name @throws DeployFailure when there is none */
export function switchBack({ to, isClean }: Order): Promise<string | null> {
  const back = { name: "back", days: isClean ? 0 : days };
  return makeRelease(releaseCommand(to, back, script), () => Promise.resolve(true));
}
