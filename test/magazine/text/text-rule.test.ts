import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { textRule } from "../../../magazine/text/text-rule.ts";

const own = new MarkdownIt({ html: true });
textRule(own);
const library = new MarkdownIt({ html: true });

/** Every character that markdown-it has a meaning for, and others. */
const characters = [..."\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ aBÜ„…1\u00A0".split(""), "😀"];

test("words are the same tokens as by markdown-it's own rule", () => {
  const word = fc.constantFrom(...characters, "Wort", "[so](/da)", "![](b.jpg)", "**");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (pieces) => {
      const source = pieces.join("");
      expect(own.parse(source, {})).toEqual(library.parse(source, {}));
    }),
    { seed: 20_261_201, numRuns: 2000 },
  );
});

test.each(characters)("%j ends words, or is one of them, as for markdown-it", (character) => {
  const source = `Wort${character}Wort`;
  expect(own.parseInline(source, {})).toEqual(library.parseInline(source, {}));
});
