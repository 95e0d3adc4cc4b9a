import { expect, test } from "vitest";

import { nearest } from "../../magazine/guess.ts";

test("the nearest candidate is what was meant", () => {
  const authors = ["anna-oestreich", "bert-zander", "malte-w-wilkes"];
  expect(nearest("malte-wilks", authors)).toBe("malte-w-wilkes");
  expect(nearest("Bert-Zander", authors)).toBe("bert-zander");
  expect(nearest("titel", ["title", "topics"])).toBe("title");
  expect(nearest("close", ["open", "closed", "off"])).toBe("closed");
});

test("nothing is guessed when nothing is near", () => {
  expect(nearest("henrike", ["anna-oestreich", "bert-zander"])).toBeUndefined();
  expect(nearest("fr", ["de", "en"])).toBeUndefined();
  expect(nearest("title", [])).toBeUndefined();
});

test("of equally near candidates the first is meant", () => {
  expect(nearest("aac", ["aaa", "aab"])).toBe("aaa");
});
