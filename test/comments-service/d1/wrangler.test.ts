import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { jobs } from "../../../comments-service/hosts/create-worker.ts";
import { readPublicSettings } from "../../../comments-service/hosts/public-settings.ts";
import { fileNames } from "../../../comments-service/http/files.ts";
import { freePort } from "../../free-port.ts";
import { temporaryFolder } from "../../scripts/run.ts";
import { startWrangler, wrangler } from "../../wrangler.ts";
import { openService } from "../service.ts";
import { openSite } from "../site.ts";
import { wranglerConfig } from "./wrangler-config.ts";

const service = join(import.meta.dirname, "../../../comments-service");

test("wrangler.jsonc calls the worker at the times that it knows, and lets in of Node's what is asked for", () => {
  expect(wranglerConfig.triggers.crons).toEqual(Object.keys(jobs));
  expect(wranglerConfig.compatibility_flags).toEqual(["nodejs_compat"]);
});

test("wrangler.jsonc names every setting that a public service has to have", () => {
  const secrets = { SECRET: "s".repeat(32), MAIL_URL: "postmark://key@api.postmarkapp.com" };
  const { vars, routes } = wranglerConfig;
  expect(wranglerConfig.secrets.required).toEqual(Object.keys(secrets));
  expect(readPublicSettings({ ...vars, ...secrets })).toMatchObject({
    settings: { serviceUrl: `https://${routes[0]?.pattern}` },
  });
  for (const name of Object.keys({ ...vars, ...secrets }))
    expect(readPublicSettings({ ...vars, ...secrets, [name]: "" })).toHaveProperty("mistakes");
});

test("what wrangler would deploy is at most 90 KiB gzip", async () => {
  const folder = temporaryFolder();
  await wrangler(service, folder, ["deploy", "--dry-run", "--outdir", folder]);
  const code = readFileSync(join(folder, "worker.js"));
  expect(code.length).toBeGreaterThan(100_000);
  expect(gzipSync(code).length).toBeLessThanOrEqual(90 * 1024);
});

test("wrangler makes the schema in a local D1, and its server answers a thread from there, and files from beside it", async () => {
  const folder = temporaryFolder();
  const [site, port] = [await openSite(), await freePort()];
  onTestFinished(() => site.close());
  const local = ["--local", "--persist-to", folder];
  await wrangler(service, folder, ["d1", "migrations", "apply", "DB", ...local]);

  const vars = [`SERVICE_URL:http://localhost:${port}`, `SITE_URL:${site.url}`];
  const at = ["--port", String(port), "--host", `localhost:${port}`];
  const more = vars.flatMap((each) => ["--var", each]);
  await startWrangler(service, folder, [...local, ...at, ...more]);
  const answer = await fetch(`http://localhost:${port}/threads/flur`);
  expect([answer.status, await answer.json()]).toMatchObject([200, { thread: "flur", open: true }]);

  // What stands beside it is answered as on Node.
  const node = await openService();
  const names = ["Content-Type", "Cache-Control", "Access-Control-Allow-Origin"];
  const told = ({ headers }: Response) => names.map((name) => headers.get(name));
  for (const name of fileNames) {
    const file = await fetch(`http://localhost:${port}/${name}`);
    const same = await node.ask(`/${name}`);
    expect([file.status, told(file)]).toEqual([200, told(same)]);
    expect(await file.text()).toBe(await same.text());
  }
});
