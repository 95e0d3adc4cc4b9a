import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connectTo, eventsIn, serveQuick, until } from "../process.ts";
import { openSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";

/** A service with little memory, whose list of threads is answered when the test lets it. */
async function little() {
  const site = await openSite();
  onTestFinished(() => site.close());
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  site.holds = Promise.withResolvers();
  const env = { PATH, SITE_URL: site.url, NODE_OPTIONS: "--max-old-space-size=24" };
  const service = await serveQuick(env, cwd);
  return { service, site };
}

test("what is asked beyond what a process can answer at once gets 503 and when to come again, what was taken is answered, and it recovers", async () => {
  const { service, site } = await little();
  // Each of these waits for the list of threads, until the test lets it come.
  const all = await Promise.all(Array.from({ length: 100 }, () => connectTo(service.url)));
  for (const each of all) each.ask("/threads/flur");
  const answered = () => all.filter(({ text }) => text.includes("}"));
  const [told] = await until(() =>
    service.err.includes("\n") ? eventsIn(service.err) : undefined,
  );
  expect(told).toMatchObject({ event: "more is asked at once than can be answered" });
  const most = Number(told?.["most"]);
  expect(most).toBeGreaterThan(5);
  await until(() => (answered().length >= 100 - most ? true : undefined));
  expect(answered()).toHaveLength(100 - most);
  for (const { text } of answered()) {
    expect(text).toMatch(/^HTTP\/1\.1 503 .*\r\nRetry-After: 10\r\n/su);
    expect(text).toContain("Too much is asked at once");
  }
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${service.url}/health`)).status).toBe(503);
  site.holds?.resolve();
  await until(() => (answered().length === 100 ? true : undefined));
  const taken = all.filter(({ text }) => text.startsWith("HTTP/1.1 200"));
  expect(taken).toHaveLength(most);
  expect((await fetch(`${service.url}/health`)).status).toBe(200);
  service.child.kill("SIGTERM");
  expect([await service.exit, eventsIn(service.err)]).toEqual([0, [told]]);
});

test("a flood over more connections than it has room for ends no process, and leaves it well", async () => {
  const { service, site } = await little();
  const all = await Promise.all(Array.from({ length: 9000 }, () => connectTo(service.url)));
  for (const each of all) each.ask("/threads/flur");
  await until(() => (all.some(({ text }) => text.includes("503")) ? true : undefined));
  site.holds?.resolve();
  await until(() =>
    all.every(({ text, isOver }) => text.includes("}") || isOver) ? true : undefined,
  );
  for (const each of all) each.close();
  const status = async () => (await fetch(`${service.url}/threads/flur`).catch(() => null))?.status;
  while (service.child.exitCode === null && (await status()) !== 200);
  expect((await fetch(`${service.url}/health`)).status).toBe(200);
  service.child.kill("SIGTERM");
  expect(await service.exit).toBe(0);
});

test("who asks on without waiting for the answer is cut off, and keeps no place", async () => {
  const { service, site } = await little();
  const isCutOff = async () => {
    const hasty = await connectTo(service.url);
    hasty.ask("/threads/flur", "/threads/flur");
    await until(() => (hasty.isOver ? true : undefined));
    return hasty.text === "";
  };
  // While what they ask for is not there yet, and when it is: more of them than there are places.
  for (let i = 0; i < 5; i += 1) expect(await isCutOff()).toBe(true);
  site.holds?.resolve();
  while ((await fetch(`${service.url}/threads/flur`)).status !== 200);
  for (let i = 0; i < 20; i += 1) expect(await isCutOff()).toBe(true);
  expect((await fetch(`${service.url}/threads/flur`)).status).toBe(200);
});
