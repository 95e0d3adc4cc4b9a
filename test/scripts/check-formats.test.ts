import { expect, test } from "vitest";
import { printFindings } from "../../scripts/check/formats.ts";

const mistake = {
  file: "articles/100%, neu: a.md",
  line: 3,
  column: 7,
  what: 'title is "50 %: gut,\r\n::set-env name=A::b"',
  expected: "a text",
  guess: "100 %",
  excerpt: null,
};

test("nothing that an editor writes ends an annotation, or begins another command", () => {
  const { output, errors } = printFindings("github", {
    content: "./content/",
    language: "en",
    counts: null,
    mistakes: [mistake],
    hints: null,
    dropped: [],
  });
  expect(output).toEqual([
    '::error file=content/articles/100%25%2C neu%3A a.md,line=3,col=7::title is "50 %25: gut, ::set-env name=A::b"; expected a text; did you mean "100 %25"?',
  ]);
  expect(errors.join("\n")).toContain("articles/100%, neu: a.md:3:7 title is");
});

test("the line of a mistake stands below it with a caret, and a count closes", () => {
  const excerpt = { text: 'title: "Ei', before: " ".repeat(7) };
  const mistakes = [
    { ...mistake, what: "title fehlt", expected: "ein Text", guess: undefined, excerpt },
    { ...mistake, line: 12, excerpt: null },
  ];
  const told = { language: "de", counts: null, hints: null, dropped: [] } as const;
  expect(printFindings("text", { ...told, content: "content", mistakes }).errors).toEqual([
    `articles/100%, neu: a.md:3:7 title fehlt; erwartet: ein Text
  3 | title: "Ei
    |        ^
articles/100%, neu: a.md:12:7 title is "50 %: gut, ::set-env name=A::b"; erwartet: a text; ist „100 %“ gemeint?

2 Fehler in 1 Datei.`,
  ]);
});

test("a thread that would be dropped is an annotation without a place", () => {
  const counts = { articles: 1, authors: 2, columns: 1 };
  const dropped = ["thread a (100 % of 3 comments) would be dropped:\nno article has this id"];
  expect(
    printFindings("github", {
      content: "content",
      language: "en",
      counts,
      mistakes: [],
      hints: null,
      dropped,
    }),
  ).toEqual({
    output: [
      "1 article, 2 authors, 1 column: no mistakes",
      "::error::thread a (100 %25 of 3 comments) would be dropped:%0Ano article has this id",
    ],
    errors: dropped,
  });
});

test("a hint is a notice at its place, in the magazine's language, and the text as well", () => {
  const counts = { articles: 1, authors: 1, columns: 1 };
  const place = { file: "articles/a.md", line: 9, column: 4 };
  const hints = [{ ...place, what: "mehrere Leerzeichen hintereinander", expected: "eines" }];
  const language = "de" as const;
  const findings = { content: "content", language, counts, mistakes: [], hints, dropped: [] };
  const note = "Hinweis: mehrere Leerzeichen hintereinander; besser: eines";
  expect(printFindings("github", findings)).toEqual({
    output: [
      `articles/a.md:9:4 ${note}`,
      "1 article, 1 author, 1 column: no mistakes",
      `::notice file=content/articles/a.md,line=9,col=4::${note}`,
    ],
    errors: [],
  });
});
