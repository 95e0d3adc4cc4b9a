import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { startWrangler } from "../../wrangler.ts";
import { build } from "../../../scripts/build.ts";
import { call, run, temporaryFolder } from "../run.ts";

const root = join(import.meta.dirname, "../../..");
const fixture = ["--content", "test/fixtures/magazine", "--now", "2026-11-20T12:00:00Z"];

test("a dry run has wrangler read its configuration and what was printed", async () => {
  const args = ["--target", "cloudflare", "--dry-run", ...fixture];
  const { code, output } = await run("scripts/deploy.ts", ...args);
  expect(code).toBe(0);
  expect(output).toContain("4. wrangler deploy --assets ");
  expect(output).toMatch(/Read \d\d+ files from the assets directory/);
  expect(output).toContain("--dry-run: exiting now.");
});

test("Cloudflare's own server gives pages, redirects and headers as they were printed", async () => {
  const folder = temporaryFolder();
  const printed = join(folder, "printed");
  expect((await call(build, "--out", printed, ...fixture)).code).toBe(0);
  const port = await freePort();
  const local = ["--local", "--persist-to", folder, "--port", String(port)];
  await startWrangler(root, folder, [...local, "--assets", printed]);
  const ask = async (path: string) => {
    const answer = await fetch(`http://localhost:${port}${path}`, { redirect: "manual" });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  const page = await ask("/marken/drei-fragen/");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Drei Fragen");
  expect(page.headers.get("Content-Security-Policy")).toBe("frame-ancestors 'none'");
  expect(page.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
  const missing = await ask("/gibt-es/nicht/");
  expect(missing.status).toBe(404);
  expect(missing.text).toContain("<html");
  const short = await ask("/marken/drei-fragen");
  expect([short.status, short.headers.get("Location")]).toEqual([307, "/marken/drei-fragen/"]);
  const moved = await ask("/2012/10/zwei-abteilungen.html");
  expect([moved.status, moved.headers.get("Location")]).toEqual([301, "/alltag/zwei-abteilungen/"]);
  const [picture] = readdirSync(join(printed, "bilder"));
  const { headers } = await ask(`/bilder/${picture}`);
  expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("Content-Security-Policy")).toContain("sandbox");
});
