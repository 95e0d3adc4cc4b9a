import { expect, test } from "vitest";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { magazineWith } from "../magazine/read/broken.ts";
import type { Changes } from "../magazine/read/broken.ts";
import { openService } from "./service.ts";
import type { TestThread } from "./site.ts";

const article = "articles/2012/drei-fragen.md";

/** What `threads.json` says of the little magazine. */
function threadsWith(changes: Changes): TestThread[] {
  const page = pagesOf(magazineWith(changes)).find(({ layout }) => layout === "threads");
  if (page?.layout !== "threads") throw new Error("the magazine prints no threads.json");
  return [...page.view.threads];
}

const moves: [string, Changes, string][] = [
  [
    "into another column",
    { [article]: (source) => source.replace("column: marken", "column: alltag") },
    "/alltag/drei-fragen/",
  ],
  [
    "into another file that names its id",
    {
      [article]: null,
      "articles/umbenannt.md":
        "---\ntitle: Umbenannt\nid: drei-fragen\ndate: 2012-10-23\ncolumn: marken\nauthor: bert-zander\n---\n\nText.\n",
    },
    "/marken/umbenannt/",
  ],
];

test.each(moves)("an article that moves %s keeps its thread", async (_, changes, path) => {
  const service = await openService({ threads: threadsWith({}) });
  const number = await service.publish({ text: "Bleibt hier." }, { thread: "drei-fragen" });
  const [comment] = (await service.thread("drei-fragen")).comments;
  const before = await service.ask(`/comments/${comment?.id}`);
  expect(before.headers.get("Location")).toContain("/marken/drei-fragen/#kommentar-1");

  service.site.list.threads = threadsWith(changes);
  await service.service.magazine.refresh();
  expect(await service.thread("drei-fragen")).toMatchObject({
    open: true,
    count: 1,
    comments: [{ number, text: "Bleibt hier." }],
  });
  const after = await service.ask(`/comments/${comment?.id}`);
  expect(new URL(after.headers.get("Location") ?? "").pathname).toBe(path);
  const more = { thread: "drei-fragen" };
  expect(await service.publish({ email: "ida@mail.example" }, more)).toBe(2);
});

test("a file that is renamed without its id gets a new thread, and the old one is closed, not deleted", async () => {
  const service = await openService({ threads: threadsWith({}) });
  await service.publish({ text: "Bleibt hier." }, { thread: "drei-fragen" });
  service.site.list.threads = threadsWith({
    [article]: null,
    "articles/umbenannt.md":
      "---\ntitle: Umbenannt\ndate: 2012-10-23\ncolumn: marken\nauthor: bert-zander\n---\n\nText.\n",
  });
  await service.service.magazine.refresh();
  expect(await service.thread("drei-fragen")).toMatchObject({ open: false, count: 1 });
  expect(await service.thread("umbenannt")).toMatchObject({ open: true, count: 0 });
});
