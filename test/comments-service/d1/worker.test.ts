import { join } from "node:path";
import { Miniflare, convertV4MiniflareOptions } from "miniflare";
import { expect, onTestFinished, test } from "vitest";
import type { Challenge } from "../../../comments-service/wire.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";
import { solve } from "../solve.ts";
import { markedBundle } from "../worker-bundle.ts";

const SERVICE_URL = "https://comments.example";

test("the service runs in workerd on D1: a comment is posted, mailed, confirmed and read", async () => {
  const site = await openSite();
  onTestFinished(() => site.close());
  const worker = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await markedBundle({ entryPoints: [join(import.meta.dirname, "worker.ts")] }),
      compatibilityDate: "2026-10-01",
      d1Databases: { DB: "comments" },
      bindings: {
        SERVICE_URL,
        SITE_URL: site.url,
        MAIL_URL: "smtp://127.0.0.1:9",
        MAIL_FROM: "comments@magazine.example",
        MODERATORS: "desk@magazine.example",
        SECRET: secret,
      },
      cf: false,
    }),
  );
  onTestFinished(() => worker.dispose());
  const ask = async (path: string, init: object = {}) =>
    worker.dispatchFetch(SERVICE_URL + path, init);

  expect(await (await ask("/health/live")).json()).toEqual({ status: "ok", live: true });
  const challenge = await (await ask("/challenge?thread=flur&kind=pow&action=comment")).json();
  const posted = await ask("/threads/flur/comments", {
    method: "POST",
    headers: { Origin: site.origin, "Content-Type": "application/json" },
    body: JSON.stringify({ ...comment, challenge: await solve(challenge as Challenge) }),
  });
  expect([posted.status, await posted.json()]).toEqual([202, { state: "unconfirmed" }]);

  const [letter] = (await (await ask("/letters")).json()) as { to: string; text: string }[];
  expect(letter?.to).toBe(comment.email);
  const token = /confirm\?token=(\S+)/u.exec(letter?.text ?? "")?.[1] ?? "";
  const confirmed = await ask("/confirm", {
    method: "POST",
    headers: {
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ token }).toString(),
  });
  expect(await confirmed.text()).toContain("#kommentar-1");
  expect(await (await ask("/threads/flur")).json()).toMatchObject({
    count: 1,
    comments: [{ number: 1, name: comment.name, text: comment.text }],
  });
});
