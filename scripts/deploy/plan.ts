import { resolve } from "node:path";
import { addressWords } from "../../magazine/words/address-words.ts";
import type { Destination } from "./destination.ts";
import type { Order } from "./order.ts";
import { notForReaders } from "./printed-site.ts";
import { quote } from "./quote.ts";

/** A program and its arguments, run without a shell. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** A release that is to be made. */
export interface Release {
  /** `20261130T021846Z-850e07a1c2d3`: when, and the hash of what is in it. `back` stands for the one before. */
  readonly name: string;
  /** What only earlier releases have stays reachable as long, in days: for pages that stand open. */
  readonly days: number;
}

/** How many releases are kept, the one that is online among them. */
const kept = 5;

/** The folders of files with a hash in their name, in any language: pages that stand open still ask for them. */
const hashed = [
  "assets",
  ...Object.values(addressWords).flatMap(({ images, search }) => [images, `${search}/index`]),
];

/** @param now in UTC, to the second */
export function nameRelease(now: Date, hash: string): string {
  return `${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${hash}`;
}

/** Whether it is such a name. What another machine says is looked at before anything is made of it. */
export function isRelease(name: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(name);
}

/** Where a release is filled before the switch. */
export function incoming({ folder }: Destination, { name }: Release): string {
  return `${folder}/releases/.incoming-${name}`;
}

/**
 * What makes the release where the site is served, in one conversation.
 *
 * @param script the text of `release.sh`, which needs nothing there but a shell
 */
export function releaseCommand(
  { host, folder }: Destination,
  { name, days }: Release,
  script: string,
): Command {
  const args = ["-c", script, "release.sh", folder, name, String(days), String(kept), ...hashed];
  if (host === null) return { file: "sh", args };
  // The account's shell reads this one word; and a connection that has died is noticed within a minute.
  const remote = ["sh", ...args].map(quote).join(" ");
  return { file: "ssh", args: ["-o", "ServerAliveInterval=15", "--", host, remote] };
}

/**
 * Uploads what differs from the release before, and links the rest to it. Files are compared by their bytes: a fresh clone prints
 * them all anew, so times say nothing.
 *
 * @param from the printed folder
 * @param before the release that is online; null for none
 */
export function uploadCommand(
  from: string,
  to: Destination,
  release: Release,
  before: string | null,
): Command {
  const target = `${incoming(to, release)}/`;
  return {
    file: "rsync",
    args: [
      "--recursive",
      "--checksum",
      "--perms",
      "--chmod=D755,F644",
      ...(before === null ? [] : [`--link-dest=../${before}/`]),
      ...notForReaders.map((pattern) => `--exclude=${pattern}`),
      // The folder's name travels as data, never through the other machine's shell.
      ...(to.host === null ? [] : ["--compress", "--protect-args", "--rsh=ssh"]),
      "--",
      // Absolute, so that no colon in it is taken for a host.
      `${resolve(from)}/`,
      to.host === null ? target : `${to.host}:${target}`,
    ],
  };
}

/**
 * Uploads a folder as the static assets of the Worker that `wrangler.jsonc` names: as the site, or as a version that only the preview's
 * address shows. Wrangler reads its secrets from the environment.
 */
export function wranglerCommand({ preview }: Order, folder: string, isDry: boolean): Command {
  const as = preview === null ? ["deploy"] : ["versions", "upload", "--preview-alias", preview];
  return {
    file: "wrangler",
    args: [...as, "--assets", folder, ...(isDry ? ["--dry-run"] : [])],
  };
}

/** A command as one would type it, for people to read. */
export function typed({ file, args }: Command): string {
  return [file, ...args].map(quote).join(" ");
}
