import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Miniflare, convertV4MiniflareOptions } from "miniflare";
import type { TestProject } from "vitest/node";
import { memoryFolder, ofThisRun } from "../../run-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Who asks here is told where the bridge to D1 listens. */
    d1: string;
  }
}

// One that is not used costs next to nothing.
const DATABASES = 800;

// What runs in workerd: it names a database that is still empty, and hands batches to the real binding and its answers back.
const bridge = `let used = 0;
export default {
  async fetch(request, env) {
    if (request.method === "GET") return new Response("D" + used++);
    const { database, batch } = await request.json();
    const d1 = env[database];
    try {
      return Response.json(await d1.batch(batch.map(({ sql, values }) => d1.prepare(sql).bind(...values))));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
};`;

/** One workerd with D1 for all tests of a run; it starts when the first one asks. */
export default async function wholeRun(project: TestProject): Promise<() => Promise<void>> {
  let workerd: Miniflare | undefined;
  const folder = memoryFolder(ofThisRun);
  const door = createServer((_, answer) => {
    workerd ??= newWorkerd(folder);
    void workerd.unsafeGetDirectURL().then(
      (url) => answer.end(url.href),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  project.provide("d1", `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await workerd?.dispose();
    rmSync(folder, { recursive: true });
  };
}

function newWorkerd(folder: string): Miniflare {
  const databases = Array.from({ length: DATABASES }, (_, index) => [`D${index}`, `d${index}`]);
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: bridge,
      compatibilityDate: "2026-10-01",
      d1Databases: Object.fromEntries(databases) as Record<string, string>,
      // It would fetch a description of the visitor from the network.
      cf: false,
      resourcePersistencePath: folder,
      // Past miniflare's own worker, which would look at each request and compress its answer.
      unsafeDirectSockets: [{}],
    }),
  );
}
