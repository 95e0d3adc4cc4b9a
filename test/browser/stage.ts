import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { sample, today } from "../site.ts";
import { freePort } from "../free-port.ts";
import { openMailServer } from "./mail-server.ts";
import { serveFolder } from "./static-server.ts";

/** The whole of Kolumne on loopback: the printed sample magazine, the service as its own process, a mail server, a database file. */
export async function openStage() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-stage-"));
  const dist = join(folder, "dist");
  mkdirSync(dist);
  const site = await serveFolder(dist);
  const mail = await openMailServer();
  const port = await freePort();
  const service = `http://localhost:${port}`;
  await buildMagazine({
    content: sample,
    out: dist,
    url: site.origin,
    service,
    now: today.toISOString(),
    preview: false,
  });
  const child = spawn(process.execPath, ["comments-service/hosts/node.ts"], {
    env: {
      ...process.env,
      PORT: String(port),
      SERVICE_URL: service,
      SITE_URL: site.origin,
      DATABASE_URL: `file:${join(folder, "comments.sqlite")}`,
      MAIL_URL: mail.url,
      MAIL_FROM: "kommentare@die-spalte.example",
      MODERATORS: "redaktion@die-spalte.example",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return {
    site: site.origin,
    service,
    nextLetter: mail.nextLetter,
    async close(): Promise<void> {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      await Promise.all([site.close(), mail.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
