import { describe, expect, test } from "vitest";

import { guesser, nearest } from "../../magazine/guess.ts";

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

/** Names as a magazine has them: words in all orders. */
function namesOf(count: number): string[] {
  const words = ["vertrieb", "marke", "kunde", "flur", "tür", "buero", "pflanze", "preis", "elf"];
  return Array.from({ length: count }, (_, number) => {
    const picked = [number, number >> 3, number >> 6, number >> 9].map(
      (at, place) => words[(at * (place + 2) + place) % words.length],
    );
    return `/alltag/${picked.join("-")}-${number.toString(5)}/`;
  });
}

test("among three hundred names of a magazine the one that was meant is found", () => {
  const names = namesOf(300);
  const guess = guesser(names);
  for (const name of names.filter((_, at) => at % 60 === 0)) {
    for (const mistyped of [
      name.slice(0, 12) + name.slice(13),
      `${name.slice(0, 9)}${name[10]}${name[9]}${name.slice(11)}`,
      name.replace("/alltag/", "/allerlei/"),
      name.slice(0, -1),
    ])
      expect(guess(mistyped)).toBe(nearest(mistyped, names));
  }
  expect(guess("/impressum/")).toBeUndefined();
});

describe("among many candidates", () => {
  const names = namesOf(2000);
  const guess = guesser(names);

  test.each<[string, (name: string) => string]>([
    ["a letter left out", (name) => name.slice(0, 12) + name.slice(13)],
    [
      "two letters exchanged",
      (name) => `${name.slice(0, 9)}${name[10]}${name[9]}${name.slice(11)}`,
    ],
    ["another column", (name) => name.replace("/alltag/", "/allerlei/")],
    ["no slash at the end", (name) => name.slice(0, -1)],
    ["capitals", (name) => name.toUpperCase()],
    ["an ending", (name) => name.replace(/\/$/, ".html")],
    ["a doubled letter at three places", (name) => name.replace(/[rtl]/g, "$&$&").slice(0, 60)],
  ])("what was meant is found: %s", (_, mistyped) => {
    // Every fifth is asked for, among all.
    const wrong = names.filter((name, at) => {
      if (at % 5 !== 0) return false;
      const guessed = guess(mistyped(name));
      return guessed !== name && guessed !== nearest(mistyped(name), [guessed ?? "", name]);
    });
    expect(wrong).toEqual([]);
  });

  test("nothing is guessed when nothing is near, or the word is endless", () => {
    expect(guess("/impressum/")).toBeUndefined();
    expect(guess("x")).toBeUndefined();
    expect(guess("/alltag/".repeat(10_000))).toBeUndefined();
  });

  test.each<[string, (count: number) => string[]]>([
    ["names of words", namesOf],
    ["numbered names", (count) => Array.from({ length: count }, (_, at) => `artikel-${at}`)],
    [
      "names of one letter",
      (count) => Array.from({ length: count }, (_, at) => "a".repeat(at % 40)),
    ],
  ])("the work grows with their number and that of the words, not with both: %s", (_, make) => {
    const cost = (count: number) => {
      // Every fifth is asked for, among all.
      const asked = make(count).filter((_, at) => at % 5 === 0);
      const words = asked.map((name) => `${name.slice(2)}-neu`);
      const before = process.threadCpuUsage().user;
      const among = guesser(make(count));
      for (const word of words) among(word);
      return process.threadCpuUsage().user - before;
    };
    // So many that the bound is reached; once before it counts, so that the machine knows the code.
    cost(2500);
    const small = Math.min(cost(2500), cost(2500));
    // Linear is four times as much, both together 16 times.
    const large = Math.min(cost(2500 * 4), cost(2500 * 4));
    expect(large / small).toBeLessThan(10);
  });
});
