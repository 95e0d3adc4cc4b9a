import { describe, expect, test } from "vitest";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { article, magazineWith } from "./broken.ts";

describe("comments close by themselves", () => {
  const closing = (source: string) => source.replace("comments:\n", "comments:\n  close: 30\n");
  const read = (fields: Record<string, string>, settings = closing) => {
    const magazine = magazineWith({
      "magazine.yaml": settings,
      "articles/probe.md": article({ date: "2012-10-19 09:00", ...fields }),
    });
    const probe = magazine.articles.find(({ id }) => id === "probe");
    const threads = pagesOf(magazine).find(({ path }) => path === "/threads.json");
    const listed = threads?.layout === "threads" ? threads.view.threads : [];
    return [probe?.comments, probe?.commentsClose, listed.find(({ id }) => id === "probe")?.closes];
  };

  test("so many days after the date, on the same clock, as magazine.yaml says", () => {
    // Between them the clock of Berlin was put back.
    const until = ["2012-11-18T09:00:00+01:00", "2012-11-18T08:00:00.000Z"];
    expect(read({})).toEqual(["open", ...until]);
  });

  test("on the day that an article names, whatever magazine.yaml says", () => {
    const until = ["2013-01-02T00:00:00+01:00", "2013-01-01T23:00:00.000Z"];
    expect(read({ comments: "2013-01-02" })).toEqual(["open", ...until]);
    expect(read({ comments: "2013-01-02" }, (source) => source)).toEqual(["open", ...until]);
  });

  test("never where the article says open, or is closed already, or nobody says anything", () => {
    expect(read({ comments: "open" })).toEqual(["open", null, undefined]);
    expect(read({ comments: "closed" })).toEqual(["closed", null, undefined]);
    expect(read({}, (source) => source)).toEqual(["open", null, undefined]);
  });
});
