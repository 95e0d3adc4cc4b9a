import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { quotationMarks } from "../../comments-service/words/quotation-marks.ts";
import { when } from "../../comments-service/words/when.ts";

/** All words of one language, of service, widget and magazine, as they stand in their tables. */
function tables(language: "de" | "en"): string {
  const files = globSync(
    `{comments-service/words/${language}/*,comments-service/widget/{words,writing/words}/${language},magazine/words/${language}}.ts`,
  );
  expect(files.length).toBeGreaterThan(7);
  return files.map((file) => readFileSync(file, "utf8").replaceAll("\u00A0", " ")).join("\n");
}

describe("words that were wrong are nowhere", () => {
  test.each([
    ["von ${comments(count)}", "von 3 Kommentaren, in the dative"],
    ["Es gab nichts zu tun", "Nichts geändert: Es war kein Kommentar ausgewählt"],
    ["Nichts wurde entfernt", "Noch wurde nichts entfernt"],
    [" – zeigen", "1 neuer Kommentar: anzeigen"],
    ["Der Kommentar ist geändert", "Ihre Änderung ist gespeichert"],
    ['"Ohne Bild"', "Ohne Bild weiter"],
    ["Noch einmal schicken", "Erneut senden"],
    ["Förmlich melden", "Als rechtswidrig melden"],
    ["Digital Services Act", "Gesetz über digitale Dienste (DSA)"],
    ["verlangen, beim Thema zu bleiben", "a request of the rules, no demand"],
  ])("in German: %s (but %s)", (wrong) => {
    expect(tables("de")).not.toContain(wrong);
  });

  test.each([
    ["Show all", "View as one page"],
    ["to read`", "1 min read"],
    ["post on X", "Share on X"],
    ["There is no such page", "Page not found"],
    ["waits for your decision", "is awaiting your decision"],
    ["wait for your decision", "are awaiting your decision"],
    ["that you have commented with", "Enter the email address you commented with"],
    ["who has not decided on it yet", "Someone not involved in the first decision will review it"],
    ["courts are", "You may also go to court"],
    ["left standing", "Kept"],
    ["et it stand", "Keep"],
    ['Illegal?"', "Legal notices"],
    ["held for a check", "held for review"],
    ["now stands", "It now appears"],
    ["No name", "Anonymous"],
    ["in the imprint", "contact details"],
    ["rules for comments", "comment rules"],
    ["-mail", "email"],
    ["by mail", "by email"],
    ["Kind regards\\n", "Kind regards,"],
  ])("in English: %s (but %s)", (wrong) => {
    expect(tables("en")).not.toContain(wrong);
  });
});

describe("quotation marks", () => {
  test.each([
    ["de", "Elf Türen", "„Elf Türen“"],
    ["de", "Das Wort „Antworten“", "„Das Wort ‚Antworten‘“"],
    ["de", '"Regen" und (“Schnee”)', "„‚Regen‘ und (‚Schnee‘)“"],
    ["de", "Bob’s »Tür«", "„Bob’s ‚Tür‘“"],
    ["en", "The word “Reply”", "“The word ‘Reply’”"],
    ["en", "Über „Türen“", "“Über ‘Türen’”"],
  ] as const)("in %s around %s: %s", (language, words, quoted) => {
    expect(quotationMarks(language)(words)).toBe(quoted);
  });
});

test("a time has one form in each language, on the magazine's clock", () => {
  const at = Date.UTC(2090, 9, 3, 4, 5);
  expect(when(at, { language: "de", timeZone: "Europe/Berlin" })).toBe(
    "03.10.2090, 06:05\u00A0Uhr",
  );
  expect(when(at, { language: "en", timeZone: "UTC" })).toBe("03 Oct 2090, 04:05");
});
