import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Thread } from "../../../comments-service/wire.ts";
import { tokensIn } from "../database-file.ts";
import { challengeOf, confirmAt, postTo, quickEntry, serve } from "../process.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";

test("two processes on one database file give the same numbers as one", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  const site = await openSite();
  onTestFinished(async () => {
    await site.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const env = { PATH: process.env["PATH"] ?? "", SITE_URL: site.url, SECRET: secret };
  // Both start at once on a file that is not there yet.
  const both = await Promise.all([serve(quickEntry, env, cwd), serve(quickEntry, env, cwd)]);
  const urlFor = (i: number) => both[i % 2]?.url ?? "";

  const posts = Array.from({ length: 80 }, async (_, i) => {
    // What one process hands out, the other takes.
    const challenge = await challengeOf(urlFor(i));
    const body = { ...comment, text: `Text ${i}`, challenge };
    const answers = await Promise.all([
      postTo(urlFor(i), site.origin, body),
      postTo(urlFor(i + 1), site.origin, body),
    ]);
    return answers.map(({ status }) => status);
  });
  expect(new Set((await Promise.all(posts)).flat())).toEqual(new Set([202]));

  const tokens = tokensIn(join(cwd, "comments.sqlite"), secret).map(({ token }) => token);
  expect(tokens).toHaveLength(80);
  const clicks = tokens.flatMap((token, i) => [
    confirmAt(urlFor(i), token),
    confirmAt(urlFor(i + 1), token),
  ]);
  expect(new Set((await Promise.all(clicks)).map(({ status }) => status))).toEqual(new Set([200]));

  const threads = await Promise.all(
    both.map(
      async ({ url }) =>
        (await (await fetch(`${url}/threads/flur?limit=100&order=oldest`)).json()) as Thread,
    ),
  );
  expect(threads[0]).toEqual(threads[1]);
  expect(threads[0]?.comments.map(({ number }) => number)).toEqual(
    Array.from({ length: 80 }, (_, i) => i + 1),
  );
});
