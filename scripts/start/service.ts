import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runChild } from "./children.ts";

interface Addresses {
  readonly port: number;
  /** Scheme and host of the service. */
  readonly service: string;
  /** Scheme and host of the site. */
  readonly site: string;
}

/** How long the service may take to finish what it has taken, in milliseconds; it allows itself ten seconds. */
const patience = 12_000;

const entry = join(import.meta.dirname, "../../comments-service/hosts/node.ts");
const conversation = join(import.meta.dirname, "sample-conversation.json");

function environmentOf({ port, service, site }: Addresses): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: String(port),
    SERVICE_URL: service,
    // A browser may be given the number as well as the name.
    SITE_URL: `${site},${site.replace("localhost", "127.0.0.1")}`,
    // The default, so that the shell commands act on the same comments.
    DATABASE_URL: "file:comments.sqlite",
    MAIL_URL: "outbox:",
  };
}

/**
 * Shows a conversation under the sample's article, so that who is new sees one; where the magazine has that article no more, it goes. Both
 * in the database of the start alone.
 * @param folder what is served, which the service asks for its threads
 */
export async function showSample(addresses: Addresses, folder: string): Promise<void> {
  const list = join(folder, "threads.json");
  // Nothing has been printed yet: the content has mistakes.
  if (!existsSync(list)) return;
  const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  // Both are written by us.
  const { threads } = read(list) as { threads: readonly { id: string }[] };
  const { thread } = read(conversation) as { thread: string };
  const gone = threads.some(({ id }) => id === thread) ? [] : ["--gone"];
  await once(runChild(entry, ["sample", conversation, ...gone], environmentOf(addresses)), "exit");
}

/** Runs the comments service with an embedded database and the local outbox. */
export function runService({ port, service, site }: Addresses) {
  const env = environmentOf({ port, service, site });
  let child = runChild(entry, [], env);
  let restarting: Promise<void> | undefined;
  let isStopped = false;

  /** Until it has let go of port and database. */
  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const isLate = await Promise.race([ended.then(() => false), setTimeout(patience, true)]);
    if (isLate) child.kill("SIGKILL");
    await ended;
  }

  return {
    /** What changes while it ends is in the one that starts then. */
    restart(): void {
      restarting ??= end().then(() => {
        restarting = undefined;
        if (!isStopped) child = runChild(entry, [], env);
      });
    },
    async stop(): Promise<void> {
      isStopped = true;
      await (restarting ?? end());
    },
  };
}
