import { resolve } from "node:path";
import { UsageError } from "../command.ts";

/** Where releases are made: a folder of this machine, or of one that ssh reaches. */
export interface Destination {
  /** `name` or `user@name`, as ssh takes it; null for this machine. */
  readonly host: string | null;
  /** Absolute; on another machine it may be relative to the account's home. */
  readonly folder: string;
}

/** A name that ssh and rsync take for nothing else: no option, no address of rsync's own server, nothing that a shell would read. */
const host = /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*$/;

/**
 * `DIR`, or `[USER@]HOST:DIR`. What has a slash before its first colon is a folder, as with rsync. Port, key and the like are ssh's own
 * settings for that host (`~/.ssh/config`).
 *
 * @throws UsageError when it is neither
 */
export function readDestination(to: string): Destination {
  const [, name = null, folder = to] = /^([^/:]*):(.*)$/s.exec(to) ?? [];
  // Two colons would be an address of rsync's own server.
  if (name !== null && !(host.test(name) && !folder.startsWith(":")))
    throw new UsageError(
      `--to ${to}: expected DIR or [USER@]HOST:DIR, such as deploy@die-spalte.example:/srv/die-spalte`,
    );
  // oxlint-disable-next-line no-control-regex -- They are what is refused.
  if (folder === "" || /[\u0000-\u001F\u007F]/.test(folder))
    throw new UsageError(`--to ${to}: expected a folder, without control characters`);
  if (name === null) return { host: null, folder: resolve(folder) };
  return { host: name, folder: folder.replace(/^~\/(?=.)/, "") };
}
