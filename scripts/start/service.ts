import { once } from "node:events";
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

/** Runs the comments service with an embedded database and the local outbox. */
export function runService({ port, service, site }: Addresses) {
  const entry = join(import.meta.dirname, "../../comments-service/hosts/node.ts");
  const env = {
    ...process.env,
    PORT: String(port),
    SERVICE_URL: service,
    // A browser may be given the number as well as the name.
    SITE_URL: `${site},${site.replace("localhost", "127.0.0.1")}`,
    // The default, so that the shell commands act on the same comments.
    DATABASE_URL: "file:comments.sqlite",
    MAIL_URL: "outbox:",
  };
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
