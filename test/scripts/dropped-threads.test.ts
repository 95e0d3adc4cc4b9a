import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { check as checkCommand } from "../../scripts/check/check.ts";
import { fixture, withChanges } from "../magazine/read/broken.ts";
import { call } from "./run.ts";

async function check(content: string, counts: string) {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "_counts.json");
  writeFileSync(file, counts);
  const args = ["--content", content, "--threads", file];
  const { code, output, errors } = await call(checkCommand, ...args);
  // Hints stand before it.
  const counted = output.trim().split("\n").at(-1);
  return { code, counted, lines: errors.split("\n").filter((line) => line !== "") };
}

test("threads that a build would list are fine, and so are those without comments", async () => {
  const counts = JSON.stringify({ "drei-fragen": 3, "lange-weg": 0 });
  expect(await check(fixture, counts)).toEqual({
    code: 0,
    counted: "7 articles, 3 authors, 2 columns: no mistakes",
    lines: [],
  });
});

test("each thread with comments that a build would drop is named, with why and what to do", async () => {
  const changes = {
    "articles/2012/zwei-abteilungen.md": (source: string) =>
      source.replace("---\n", "---\ncomments: off\n"),
    "articles/2012/drei-fragen.md": null,
    "articles/2012/drei-frage.md":
      "---\ntitle: Drei\ndate: 2012-10-23\ncolumn: marken\nauthor: bert-zander\n---\n\nText.\n",
  };
  const counts = JSON.stringify({
    "drei-fragen": 3,
    "zwei-abteilungen": 1,
    sommeraktion: 2,
    entwurf: 1,
    zukunft: 1,
    verschwunden: 7,
  });
  expect(await withChanges(changes, (folder) => check(folder, counts))).toEqual({
    code: 1,
    counted: "7 articles, 3 authors, 2 columns: no mistakes",
    lines: [
      'thread drei-fragen (3 comments) would be dropped: no article has this id (is it articles/2012/drei-frage.md now?); write "id: drei-fragen" into the article whose comments they are',
      'thread zwei-abteilungen (1 comment) would be dropped: articles/2012/zwei-abteilungen.md says "comments: off"',
      "thread sommeraktion (2 comments) would be dropped: its article has expired",
      "thread entwurf (1 comment) would be dropped: its article is a draft",
      "thread zukunft (1 comment) would be dropped: its article's date is still to come",
      'thread verschwunden (7 comments) would be dropped: no article has this id; write "id: verschwunden" into the article whose comments they are',
    ],
  });
});

test.each(["", "[]", "null", '{ "drei-fragen": "3" }'])(
  "a file that is no such count is refused: %j",
  async (content) => {
    const { code, counted, lines } = await check(fixture, content);
    expect([code, counted]).toEqual([2, ""]);
    expect(lines[0]).toMatch(/^--threads .*_counts\.json: expected the _counts\.json that /u);
  },
);
