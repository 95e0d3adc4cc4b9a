import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";

interface Addresses {
  readonly port: number;
  /** Scheme and host of the service. */
  readonly service: string;
  /** Scheme and host of the site. */
  readonly site: string;
}

/** Runs the comments service with an embedded database and the local outbox. */
export function runService({ port, service, site }: Addresses) {
  const entry = join(import.meta.dirname, "../../comments-service/node.ts");
  const env = {
    ...process.env,
    PORT: String(port),
    SERVICE_URL: service,
    SITE_URL: site,
    // The default, so that the shell commands act on the same comments.
    DATABASE_URL: "file:comments.sqlite",
    MAIL_URL: "outbox:",
  };
  const start = (): ChildProcess => spawn(process.execPath, [entry], { env, stdio: "inherit" });
  let child = start();
  return {
    restart(): void {
      const next = () => (child = start());
      if (child.exitCode === null) child.once("exit", next).kill("SIGTERM");
      else next();
    },
    stop: () => child.kill("SIGTERM"),
  };
}
