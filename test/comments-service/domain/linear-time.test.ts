import { describe, expect, test } from "vitest";
import { parseEmailAddress } from "../../../comments-service/domain/email-address.ts";
import {
  cleanName,
  cleanText,
  isVisible,
  lengthOf,
} from "../../../comments-service/domain/plain-text.ts";
import { textBlocks } from "../../../comments-service/domain/text-blocks.ts";
import { plainTextOf } from "../../../comments-service/commands/import/plain-html.ts";
import { quote } from "../../../comments-service/mail/letters/written.ts";
import { costOf } from "../../cost.ts";

describe("time grows with the input and not faster", () => {
  const size = 4000;
  const times = 16;

  test.each([
    ["names", (n: number) => cleanName("\u202E \t".repeat(n))],
    ["texts", (n: number) => cleanText("\r\n\u0000e\u0301".repeat(n))],
    ["texts of marks", (n: number) => cleanText("\u0315\u0300".repeat(n))],
    ["names of marks", (n: number) => cleanName("\u0315\u0300\u0000".repeat(n))],
    ["lengths", (n: number) => lengthOf("👩".repeat(n))],
    ["blank texts", (n: number) => isVisible(" \u200b".repeat(n))],
    ["addresses", (n: number) => parseEmailAddress(`${"a.".repeat(n)}@${"a.".repeat(n)}`)],
    [
      "linked texts",
      (n: number) => textBlocks(`https://a${")".repeat(n)} ${"https://x.".repeat(n)}`),
    ],
    [
      "texts full of fences that nothing closes",
      (n: number) => textBlocks("```a\n> ```\n".repeat(n)),
    ],
    ["texts full of fences", (n: number) => textBlocks("```a\n\n".repeat(n))],
    ["quoted texts", (n: number) => textBlocks(">\n> a mailto:\n\t\n".repeat(n))],
    ["imported texts", (n: number) => plainTextOf(`a${" ".repeat(n)}b`, "line")],
    ["quotes", (n: number) => quote("://www.a@\n".repeat(n))],
  ])("of %s", (_, clean) => {
    const small = costOf(() => clean(size));
    const large = costOf(() => clean(size * times));
    // Linear is 16 times as much, quadratic 256 times.
    expect(large / small).toBeLessThan(times * 4);
  });
});
