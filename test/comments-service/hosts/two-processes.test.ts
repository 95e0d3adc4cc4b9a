import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tokensIn } from "../database-file.ts";
import { serveQuick } from "../process.ts";
import { secret } from "../service.ts";
import { openSite } from "../site.ts";
import { asOfOne, postToBoth } from "../two-at-once.ts";

test("two processes on one database file give the same numbers as one", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  const site = await openSite();
  onTestFinished(async () => {
    await site.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const env = { PATH: process.env["PATH"] ?? "", SITE_URL: site.url, SECRET: secret };
  // Both start at once on a file that is not there yet.
  const both = await Promise.all([serveQuick(env, cwd), serveQuick(env, cwd)]);
  const done = await postToBoth(
    both.map(({ url }) => url),
    {
      origin: site.origin,
      many: 80,
      tokens: async () => tokensIn(join(cwd, "comments.sqlite"), secret).map(({ token }) => token),
    },
  );
  expect(done).toMatchObject(asOfOne(80));
  expect(done.threads[0]).toEqual(done.threads[1]);
});
