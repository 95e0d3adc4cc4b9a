import { expect, test } from "vitest";
import { searchDe, searchEn } from "../../magazine/words/search.ts";
import { words } from "../../magazine/words/words.ts";

/** What the words that are made of others say. */
function saidIn(language: "de" | "en"): string[] {
  const word = words[language];
  return [
    word.topic("A"),
    word.series("A"),
    word.partOfSeries(1, 3),
    word.allOf("A"),
    word.articlesBy("A"),
    word.minutes(1),
    word.minutes(2),
    word.partOf(1, 3),
    word.nextPart(2, 3),
    word.previousPart(1, 3),
    word.updated("heute"),
    word.allBy("A"),
    word.inColumn("A"),
    word.before("A"),
    word.after("A"),
    word.corrected(["1", "2"]),
    word.pageOfList(2, 3),
    word.feedOf("A"),
    word.mistakes.title(1),
    word.mistakes.title(2),
    word.mistakes.line(7),
  ];
}

test("words that are made of others", () => {
  expect(saidIn("de")).toEqual([
    "Thema: A",
    "Serie: A",
    "Teil 1 von 3",
    "Alles aus A",
    "Artikel von A",
    "1 Minute Lesezeit",
    "2 Minuten Lesezeit",
    "Seite 1 von 3",
    "Weiter zu Seite 2 von 3",
    "Zurück zu Seite 1 von 3",
    "Aktualisiert am heute",
    "Alle Kolumnen von A",
    "In der Kolumne A",
    "Davor in A",
    "Danach in A",
    "Korrigiert am 1, 2",
    "Seite 2 von 3",
    "Feed: A",
    "Ein Fehler hält diese Seite auf",
    "2 Fehler halten diese Seite auf",
    "Zeile 7",
  ]);
  expect(saidIn("en")).toEqual([
    "Topic: A",
    "Series: A",
    "Part 1 of 3",
    "Everything in A",
    "Articles by A",
    "1 min read",
    "2 min read",
    "Page 1 of 3",
    "Continue to page 2 of 3",
    "Back to page 1 of 3",
    "Updated on heute",
    "All articles by A",
    "In the column A",
    "Before this in A",
    "After this in A",
    "Corrected on 1, 2",
    "Page 2 of 3",
    "Feed: A",
    "A mistake keeps this page back",
    "2 mistakes keep this page back",
    "Line 7",
  ]);
});

test("what a search says of what it has found", () => {
  const said = ({ found, forWords, partOf }: typeof searchDe) => [
    found(1, 1),
    found(2, 2),
    found(1, 2),
    found(0, 0),
    forWords(""),
    forWords("A"),
    partOf(1, 3),
  ];
  expect(said(searchDe)).toEqual([
    "1 Treffer",
    "2 Treffer",
    "1 von 2 Treffern",
    "0 Treffer",
    "",
    " für „A“",
    "Seite 1 von 3",
  ]);
  expect(said(searchEn)).toEqual([
    "1 result",
    "2 results",
    "1 of 2 results",
    "0 results",
    "",
    " for “A”",
    "Page 1 of 3",
  ]);
});
