import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { jobs } from "../../../comments-service/hosts/create-worker.ts";
import { freePort } from "../../free-port.ts";
import { openSite } from "../site.ts";
import { wranglerConfig } from "./wrangler-config.ts";

const service = join(import.meta.dirname, "../../../comments-service");
const wrangler = join(import.meta.dirname, "../../../node_modules/wrangler/bin/wrangler.js");

/** A folder that goes with the test, and what wrangler needs to work in it, as in CI and without a network. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-wrangler-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { PATH: process.env["PATH"] ?? "", HOME: folder, CI: "1", NO_COLOR: "1" };
  return {
    folder,
    options: { cwd: service, env: { ...env, CLOUDFLARE_CF_FETCH_ENABLED: "false" } },
  };
}

const run = (args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) =>
  promisify(execFile)(process.execPath, [wrangler, ...args], options);

test("wrangler.jsonc calls the worker at the times that it knows, and nothing of Node's is let in", () => {
  expect(wranglerConfig.triggers.crons).toEqual(Object.keys(jobs));
  expect(wranglerConfig).not.toHaveProperty("compatibility_flags");
});

test("what wrangler would deploy is at most 108,000 bytes gzip", async () => {
  const { folder, options } = newFolder();
  await run(["deploy", "--dry-run", "--outdir", folder], options);
  const code = readFileSync(join(folder, "worker.js"));
  expect(code.length).toBeGreaterThan(100_000);
  expect(gzipSync(code).length).toBeLessThanOrEqual(108_000);
});

test("wrangler makes the schema in a local D1, and its server answers a thread from there", async () => {
  const { folder, options } = newFolder();
  const [site, port] = [await openSite(), await freePort()];
  onTestFinished(() => site.close());
  const local = ["--local", "--persist-to", folder];
  await run(["d1", "migrations", "apply", "DB", ...local], options);

  const vars = [`SERVICE_URL:http://localhost:${port}`, `SITE_URL:${site.url}`];
  const at = ["--port", String(port), "--host", `localhost:${port}`];
  const dev = spawn(
    process.execPath,
    [wrangler, "dev", ...local, ...at, ...vars.flatMap((each) => ["--var", each])],
    { ...options, stdio: ["ignore", "pipe", "ignore"] },
  );
  onTestFinished(async () => {
    dev.kill("SIGTERM");
    if (dev.exitCode === null) await once(dev, "exit");
  });
  for await (const line of createInterface(dev.stdout)) if (line.includes("Ready on")) break;
  const answer = await fetch(`http://localhost:${port}/threads/flur`);
  expect([answer.status, await answer.json()]).toMatchObject([200, { thread: "flur", open: true }]);
});
