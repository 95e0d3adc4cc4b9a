import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { openMailServer } from "../mail/smtp-server.ts";
import { connectTo, nodeEntry, serve, until } from "../process.ts";
import { openSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";

test("asked to stop, it is not ready any more but serves for a while, closes what is kept open, and ends when its letters are out", async () => {
  const [site, mail, port] = [await openSite(), await openMailServer(), await freePort()];
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(async () => {
    rmSync(cwd, { recursive: true, force: true });
    await site.close();
  });
  mail.holds = Promise.withResolvers();
  const env = { PATH, PORT: String(port), SITE_URL: site.url, MAIL_URL: mail.url };
  // Longer than the test: a second signal ends it.
  const { url, child, exit, err } = await serve(nodeEntry, { ...env, STOP_DELAY: "600" }, cwd);
  const status = async (path: string) => {
    const answer = await fetch(url + path).catch(() => null);
    await answer?.text();
    return [answer?.status, answer?.headers.get("Connection")];
  };
  const kept = await connectTo(url);
  kept.ask("/health");
  await until(() => (kept.text.endsWith("}") ? true : undefined));
  expect(kept.text).toMatch(/^HTTP\/1\.1 200 /u);
  const form = new URLSearchParams({ email: "desk@magazine.example" });
  await fetch(`${url}/desk/sign-in`, {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: form,
  });
  await until(() => mail.received[0]);

  child.kill("SIGTERM");
  while ((await status("/health"))[0] === 200);
  expect(await status("/health")).toEqual([503, "close"]);
  expect(await status("/health/live")).toEqual([200, "close"]);
  expect(await status("/threads/flur")).toEqual([200, "close"]);
  expect(kept.isOver).toBe(false);
  kept.ask("/threads/flur");
  await until(() => (kept.isOver ? true : undefined));
  expect(kept.text).toContain("Connection: close");

  child.kill("SIGTERM");
  while ((await status("/health/live"))[0] !== undefined);
  expect(child.exitCode).toBe(null);
  mail.holds.resolve();
  expect([await exit, err]).toEqual([0, ""]);
  const raw = new DatabaseSync(join(cwd, "comments.sqlite"), { readOnly: true });
  const letters = raw.prepare("SELECT sent_at IS NULL AS waits, sealed FROM letter").all();
  raw.close();
  expect(letters).toEqual([{ waits: 0, sealed: "" }]);
});
