import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { randomFrom } from "../../../scripts/bench/random.ts";
import { commentsIn, tokensIn } from "../database-file.ts";
import { challengeOf, confirmAt, postTo, serveQuick } from "../process.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";

const KILLS = 50;
const ACTS_A_ROUND = 12;
// After the answer at which a kill falls due, it comes within these milliseconds.
const DELAY = 4;

test(`killed by SIGKILL at ${KILLS} random moments, the service loses no acknowledged comment and leaves no gap in the numbers`, async () => {
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  const path = join(cwd, "comments.sqlite");
  const site = await openSite();
  onTestFinished(async () => {
    await site.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const env = { PATH: process.env["PATH"] ?? "", SITE_URL: site.url, SECRET: secret };
  const random = randomFrom(20121019);
  const acknowledged = new Set<string>();
  const numbers = new Map<string, number>();
  let unanswered: { text: string; challenge: string }[] = [];
  let written = 0;
  let cut = 0;

  for (let round = 0; round < KILLS; round += 1) {
    const { url, child, exit } = await serveQuick(env, cwd);
    const fresh = await Promise.all(
      Array.from({ length: ACTS_A_ROUND }, async () => ({
        text: `Text ${(written += 1)}`,
        challenge: await challengeOf(url),
      })),
    );
    // What got no answer is sent again, with the same challenge, as the widget would.
    const posts = [...unanswered, ...fresh];
    unanswered = [];
    const post = async (words: { text: string; challenge: string }) => {
      try {
        const answer = await postTo(url, site.origin, { ...comment, ...words });
        expect(answer.status).toBe(202);
        acknowledged.add(words.text);
        answered();
      } catch (error) {
        if (!isCut(error)) throw error;
        unanswered.push(words);
        cut += 1;
      }
    };
    const confirm = async ({ comment: id, token }: { comment: string; token: string }) => {
      try {
        const answer = await confirmAt(url, token);
        expect(answer.status).toBe(200);
        numbers.set(id, Number(/#kommentar-(\d+)/u.exec(await answer.text())?.[1]));
        answered();
      } catch (error) {
        if (!isCut(error)) throw error;
        cut += 1;
      }
    };
    const waiting = tokensIn(path, secret).slice(0, ACTS_A_ROUND);
    // The moment is a number of answers, so that it falls into the work however fast the machine is.
    let left = Math.floor(random() * (posts.length + waiting.length));
    const answered = () => {
      left -= 1;
      if (left === -1) setTimeout(() => child.kill("SIGKILL"), random() * DELAY);
    };
    answered();
    await Promise.all([...posts.map(post), ...waiting.map(confirm)]);
    child.kill("SIGKILL");
    await exit;

    const rows = commentsIn(path);
    const given = rows.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b);
    expect(given).toEqual(given.map((_, i) => i + 1));
    const texts = rows.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect([...acknowledged].filter((text) => !texts.includes(text))).toEqual([]);
    for (const [id, number] of numbers)
      expect(rows.find((row) => row.id === id)).toMatchObject({ state: "published", number });
  }

  // The kills really fell into the work, and work really was done.
  expect(cut).toBeGreaterThan(KILLS);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  expect(numbers.size).toBeGreaterThan(KILLS);
}, 300_000);

/** Whether the connection broke, as it does when the other side is killed. */
function isCut(error: unknown): boolean {
  return error instanceof TypeError;
}
