import { resolve } from "node:path";
import type { BuildOptions } from "../build/magazine.ts";
import { UsageError } from "../command.ts";
import { originOption } from "../options.ts";
import { readDestination } from "./destination.ts";
import type { Destination } from "./destination.ts";

/** The options of the command line; `--preview NAME` is a build with drafts at an address of its own. */
export const known = {
  target: "cloudflare|rsync|folder",
  to: "DIR|[USER@]HOST:DIR",
  "dry-run": null,
  rollback: null,
  clean: null,
  preview: "NAME",
  "no-build": null,
  content: "DIR",
  out: "DIR",
  url: "URL",
  service: "URL",
  now: "TIME",
} as const;

export type Given = {
  readonly [Name in keyof typeof known]?: (typeof known)[Name] extends null ? true : string;
};

/** What is to be deployed, and where to. */
export interface Order {
  /** Where the release is made. */
  readonly to: Destination;
  /** Copied, uploaded by rsync, or copied here and uploaded from there by wrangler. */
  readonly by: "copy" | "rsync" | "wrangler";
  readonly out: string;
  /** Null: what stands in `out` is deployed as it is. */
  readonly build: BuildOptions | null;
  /** The name of a preview, which is not the site. */
  readonly preview: string | null;
  /** Whether what only earlier releases have is left out at once. */
  readonly isClean: boolean;
  /** Whether nothing is deployed, but the release before taken again. */
  readonly isBack: boolean;
}

/**
 * @param environment `DEPLOY_TARGET` and `DEPLOY_TO` stand for options that were left out
 * @throws UsageError with what to do
 */
export function readOrder(given: Given, environment: NodeJS.ProcessEnv): Order {
  const { preview = null, clean = false, rollback = false } = given;
  const out = given.out ?? (preview === null ? "dist" : ".kolumne/preview/pages");
  const place = readPlace(given, environment);
  if (place.to.host === null && `${place.to.folder}/`.startsWith(`${resolve(out)}/`))
    throw new UsageError(`${place.to.folder} lies in ${out}: name another --to`);
  if (rollback && given["dry-run"] === true)
    throw new UsageError(
      "--rollback has no --dry-run: it takes the release before, and a deployment takes the newest again",
    );
  return { ...place, out, build: readBuild(given, out), preview, isClean: clean, isBack: rollback };
}

function readPlace(given: Given, environment: NodeJS.ProcessEnv): Pick<Order, "to" | "by"> {
  const { target = environment["DEPLOY_TARGET"], to = environment["DEPLOY_TO"], preview } = given;
  if (preview !== undefined && !/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(preview))
    throw new UsageError(
      `--preview ${preview}: expected up to 40 small letters, digits and hyphens, such as pr-12`,
    );
  if (target === "cloudflare") return cloudflare(given);
  if (target === "rsync" || target === "folder") return releases(target, to, preview);
  throw new UsageError(
    `${target === undefined ? "--target is missing" : `--target ${target}`}: expected cloudflare, rsync or folder`,
  );
}

function cloudflare({ to, preview, rollback }: Given): Pick<Order, "to" | "by"> {
  if (to !== undefined)
    throw new UsageError("--to is not for cloudflare: name the Worker in wrangler.jsonc");
  if (rollback === true)
    throw new UsageError("Cloudflare keeps the versions itself: npx wrangler rollback");
  const folder = resolve(".kolumne", preview === undefined ? "cloudflare" : "preview");
  return { to: { host: null, folder }, by: "wrangler" };
}

function releases(
  target: "rsync" | "folder",
  given: string | undefined,
  preview: string | undefined,
): Pick<Order, "to" | "by"> {
  if (target === "rsync" && given === undefined)
    throw new UsageError("Say where to: --to [USER@]HOST:DIR, or DEPLOY_TO in the environment");
  const { host, folder } = readDestination(given ?? ".kolumne/online");
  if (target === "folder" && host !== null)
    throw new UsageError(`--to ${given} is on another machine: --target rsync`);
  // Beside the site, where nothing shows it that was not told to.
  const to = { host, folder: preview === undefined ? folder : `${folder}/previews/${preview}` };
  return { to, by: target === "rsync" ? "rsync" : "copy" };
}

function readBuild(given: Given, out: string): BuildOptions | null {
  const { content, url, service, now } = given;
  if (given["no-build"] === undefined)
    return {
      content: content ?? "content",
      out,
      url: originOption("--url", url),
      service: originOption("--service", service),
      now,
      preview: given.preview !== undefined,
    };
  const useless = Object.entries({ content, url, service, now }).find(([, value]) => value);
  if (useless !== undefined)
    throw new UsageError(`--${useless[0]} says what to build, and --no-build that nothing is`);
  return null;
}
