import { expect, test } from "vitest";
import { cleanName, cleanText, isVisible } from "../../../comments-service/domain/plain-text.ts";

test("of a tower of marks thirty stay, also when controls stand between them", () => {
  const tower = "\u0335".repeat(100);
  expect(cleanText(`a${tower}b`)).toBe(`a${tower.slice(0, 30)}b`);
  expect(cleanName(`a${tower}\u0000${tower}`)).toBe(`a${tower.slice(0, 30)}`);
});

test("what several signs make together stays whole", () => {
  for (const words of ["Tiếng Việt", "हिन्दी", "👩‍👩‍👧", "ก็ได้", "Grüße"])
    expect(cleanText(words.normalize("NFD"))).toBe(words.normalize("NFC"));
});

test("signs that no feed can hold are taken out", () => {
  expect(cleanText("a\uFFFFb\uFFFEc\u{1FFFE}d\uFDD0e\u0000f")).toBe("abcdef");
  expect(cleanName("a\uFFFF")).toBe("a");
});

test.each(["\u3164", "\u115F\u1160", "\uFFA0", "\u2800", "\u00AD\u034F\u200B", "\u{E0041}"])(
  "%j is nothing that one sees",
  (words) => {
    expect(isVisible(words)).toBe(false);
    expect(isVisible(`${words}a${words}`)).toBe(true);
  },
);
