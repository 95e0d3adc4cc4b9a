import { expect, test } from "vitest";
import { parseText, renderText, typeset } from "../../../magazine/text/text.ts";
import { html } from "./reading.ts";

test.for([
  // What was opened with a set mark closes with its partner
  [`„Das geht nicht"`, `„Das geht nicht“`],
  [`‚beherrscht'`, `‚beherrscht‘`],
  [`»Das geht", sagte er. «Das geht"`, `»Das geht«, sagte er. «Das geht»`],
  [`›so' und ‹so'`, `›so‹ und ‹so›`],
  [`„Er sagte ‚nein'" und „so"-so`, `„Er sagte ‚nein‘“ und „so“-so`],
  [`„Schon gesetzt“ und “Das” und „so”`, `„Schon gesetzt“ und “Das” und „so”`],
  // And the reverse
  [`"Das geht nicht“, "das geht«, 'so‘`, `„Das geht nicht“, »das geht«, ‚so‘`],
  // In the middle of a word
  [`"im"portant, „im"portant`, `„im“portant, „im“portant`],
  [`Frei"heit" und "Frei"heit"lich`, `Frei„heit“ und „Frei“heit"lich`],
  [`"Was?"fragte er. Viele "Aha!"s. ("so")`, `„Was?“fragte er. Viele „Aha!“s. („so“)`],
  [`die Zeichen "" und ''`, `die Zeichen "" und ''`],
  [`17"-Monitor, 19" und 5"x3"`, `17"-Monitor, 19" und 5"x3"`],
  // An apostrophe within single marks
  [`'Ich geh' nach Haus'`, `‚Ich geh’ nach Haus‘`],
  [`Er rief: 'Ich geh' nach Haus', und ging.`, `Er rief: ‚Ich geh’ nach Haus‘, und ging.`],
  [`Er sang 'Ich hab' dich', dann 'nein'.`, `Er sang ‚Ich hab’ dich‘, dann ‚nein‘.`],
  [`'Hans' Auto', sagte er. ‚Hans' Auto'`, `‚Hans’ Auto‘, sagte er. ‚Hans’ Auto‘`],
  [`'Ja', sagte Hans' Vater.`, `‚Ja‘, sagte Hans’ Vater.`],
  [`Die 'Alten' gehen heut'. 'Nein' sagte er.`, `Die ‚Alten‘ gehen heut’. ‚Nein‘ sagte er.`],
  [`"Ich geh' nach Haus", "ich hab' Zeit"`, `„Ich geh’ nach Haus“, „ich hab’ Zeit“`],
  [`'"Ja", sagte er', Tom O'Hara, Geht‘s`, `‚„Ja“, sagte er‘, Tom O’Hara, Geht‘s`],
] as const)("in German, %s becomes %s", ([plain, expected]) => {
  expect(typeset(plain, "de")).toBe(expected);
  expect(html(plain.replaceAll("\\", "\\\\"))).toBe(
    `<p>${expected.replaceAll('"', "&quot;")}</p>\n`,
  );
});

test.for([
  [`“He's gone"`, `“He’s gone”`],
  [`‘can't'`, `‘can’t’`],
  [`'I'm goin' home,' he said. 'The boys' toys.'`, `‘I’m goin’ home,’ he said. ‘The boys’ toys.’`],
  [`"im"possible`, `“im”possible`],
] as const)("in English, %s becomes %s", ([plain, expected]) => {
  expect(typeset(plain, "en")).toBe(expected);
});

/** The paragraphs of a text, each as it is printed. */
function paragraphs(...sources: string[]): string[] {
  const page = renderText(parseText(sources.join("\n\n"), "de"), { part: "all" });
  return [...page.matchAll(/<p>(.*)<\/p>/g)].map(([, words = ""]) => words);
}

test("a quotation over several paragraphs opens at each and closes once", () => {
  expect(paragraphs(`"Erstens.`, `"Zweitens", sagte er.`)).toEqual([
    `„Erstens.`,
    `„Zweitens“, sagte er.`,
  ]);
  expect(paragraphs(`Er sagte: "Eins.`, `"Zwei.`, `"Drei." Dann: "Vier."`)).toEqual([
    `Er sagte: „Eins.`,
    `„Zwei.`,
    `„Drei.“ Dann: „Vier.“`,
  ]);
  expect(paragraphs(`»Eins.`, `»Zwei", sagte er.`)).toEqual([`»Eins.`, `»Zwei«, sagte er.`]);
  expect(paragraphs(`> "Eins.\n>\n> "Zwei."`)).toEqual([`„Eins.`, `„Zwei.“`]);
});

test("a quotation over several paragraphs may also open only once", () => {
  expect(paragraphs(`"Eins.`, `Zwei.`, `Drei", sagte er.`)).toEqual([
    `„Eins.`,
    `Zwei.`,
    `Drei“, sagte er.`,
  ]);
  expect(paragraphs(`„Eins.`, `Zwei", sagte er.`)).toEqual([`„Eins.`, `Zwei“, sagte er.`]);
});

test("a mark without a partner stays as it was typed", () => {
  expect(paragraphs(`"Eins.`, `Er sagte "zwei" und ging.`, `Drei"`)).toEqual([
    `&quot;Eins.`,
    `Er sagte „zwei“ und ging.`,
    `Drei&quot;`,
  ]);
  expect(paragraphs(`"Eins.`, `## Zwei`, `"Drei."`)).toEqual([`&quot;Eins.`, `„Drei.“`]);
  expect(paragraphs(`*"halb* und nein"`)).toEqual([`<em>&quot;halb</em> und nein&quot;`]);
});
