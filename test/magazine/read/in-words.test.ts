import { expect, test } from "vitest";
import { inGerman, inWordsOf } from "../../../magazine/read/in-words/in-words.ts";
import { fields, files } from "../../../magazine/read/in-words/german.ts";
import { pictures } from "../../../magazine/read/in-words/german-pictures.ts";
import { texts } from "../../../magazine/read/in-words/german-texts.ts";

test.each([
  ["title is missing", "title fehlt"],
  ['"titel" is not a field here', "„titel“ ist hier kein Feld"],
  ['an entry of share is "facebok"', "ein Eintrag von share ist „facebok“"],
  ["topics is a map of fields", "topics ist eine Gruppe von Feldern"],
  ["corrections.text is empty", "corrections.text ist leer"],
  [
    "a text on one line; with quotes around the value if it begins with a sign or holds a colon",
    "ein Text in einer Zeile; in Anführungszeichen, wenn er mit einem Zeichen beginnt oder einen Doppelpunkt hat",
  ],
  [
    "a day that exists: February 2013 has 28 days",
    "ein Tag, den es gibt: Der Februar 2013 hat 28 Tage",
  ],
  [
    'the topic "Büros" is written "Büro" in articles/a.md',
    "das Thema „Büros“ heißt in articles/a.md „Büro“",
  ],
  [
    'the name "a" in the column "b" is already taken at articles/2012/a.md:1:1',
    "der Name „a“ in der Kolumne „b“ ist schon vergeben: articles/2012/a.md:1:1",
  ],
])("'%s' is said in German", (english, german) => {
  expect(inGerman(english)).toBe(german);
});

test("what nobody has said in German stays as it is", () => {
  const note = { what: "title is odd", expected: "a text" };
  expect(inGerman(note.what)).toBe(null);
  expect(inWordsOf(note, "de")).toEqual({ what: "title is odd", expected: "ein Text" });
  expect(inWordsOf(note, "en")).toBe(note);
});

test("every sentence has a place for all that it takes along, and none is there twice", () => {
  const all = [...files, ...texts, ...pictures, ...fields];
  expect(new Set(all.map(([english]) => english)).size).toBe(all.length);
  for (const [english, german] of all) {
    const places = (english.match(/\{[w~]?\}/gu) ?? []).length;
    const named = [...german.matchAll(/\{(\d)\}/gu)].map(([, place]) => Number(place));
    expect({ german, wrong: named.filter((place) => place > places) }).toEqual({
      german,
      wrong: [],
    });
  }
});
