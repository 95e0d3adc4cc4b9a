import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type * as Bundled from "./worker-entry.ts";
import { comment, openService, secret } from "../service.ts";
import { temporaryFile } from "../store/databases.ts";
import { markedBundle } from "../worker-bundle.ts";

const parts = { entryPoints: [join(import.meta.dirname, "worker-entry.ts")] };
const worker = join(import.meta.dirname, "../../../comments-service/hosts/worker.ts");

test("the worker needs nothing of Node's", async () => {
  const code = await markedBundle({ entryPoints: [worker] });
  expect(code).not.toContain("NODES_");
  expect(code.length).toBeGreaterThan(100_000);
});

test("what needs something of Node's is seen", async () => {
  const source = (contents: string) => ({ stdin: { contents } });
  expect(await markedBundle(source("export const at = () => process.env.AT;"))).toContain(
    "NODES_process.env",
  );
  await expect(markedBundle(source('export { readFile } from "node:fs";'))).rejects.toThrow(
    "node:fs",
  );
});

test("the bundled service takes a comment and confirms it, and reads what a service on Node has sealed and signed", async () => {
  const node = await openService();
  const file = `${temporaryFile()}.mjs`;
  writeFileSync(file, await markedBundle(parts));
  onTestFinished(() => rmSync(file, { force: true }));
  const bundled = (await import(pathToFileURL(file).href)) as typeof Bundled;
  const worker = bundled.createApp(bundled.createService({ ...node.service, secret, checks: [] }));
  const ask = (path: string, init?: RequestInit) =>
    worker.request(new URL(path, node.settings.serviceUrl).href, init, { peer: "192.0.2.1" });

  expect(await (await ask("/health/live")).json()).toEqual({ status: "ok", live: true });
  const taken = await ask("/threads/flur/comments", {
    method: "POST",
    headers: { Origin: node.site.origin, "Content-Type": "application/json" },
    body: JSON.stringify({ ...comment, challenge: await node.challenge() }),
  });
  expect([taken.status, await taken.json()]).toEqual([202, { state: "unconfirmed" }]);
  const page = await ask("/confirm", {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ token: await node.token() }),
  });
  expect(await page.text()).toContain("#kommentar-1");
  expect((await node.thread()).count).toBe(1);
});
