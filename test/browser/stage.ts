import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { freePort } from "../free-port.ts";
import { sample, today } from "../site.ts";
import { onNode } from "./hosts.ts";
import type { Serve } from "./hosts.ts";
import { serveFolder } from "./static-server.ts";

/** The printed sample magazine on loopback, and the address that its pages expect the service at. */
export async function openMagazine() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-stage-"));
  const dist = join(folder, "dist");
  mkdirSync(dist);
  const site = await serveFolder(dist);
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
  return {
    site: site.origin,
    service,
    port,
    async close(): Promise<void> {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Magazine = Awaited<ReturnType<typeof openMagazine>>;

/** The whole of Kolumne on loopback: a magazine and its service with its letters. */
export async function stageOf({ site, service, port }: Magazine, serve: Serve) {
  const { nextLetter, close } = await serve({
    port,
    env: {
      SERVICE_URL: service,
      SITE_URL: site,
      MAIL_FROM: "kommentare@die-spalte.example",
      MODERATORS: "redaktion@die-spalte.example",
    },
  });
  return { site, service, nextLetter, close };
}

export type Stage = Awaited<ReturnType<typeof stageOf>>;

/** The same with a magazine of its own, on Node with SQLite. */
export async function openStage(): Promise<Stage> {
  const magazine = await openMagazine();
  const stage = await stageOf(magazine, onNode);
  return { ...stage, close: () => stage.close().then(() => magazine.close()) };
}
