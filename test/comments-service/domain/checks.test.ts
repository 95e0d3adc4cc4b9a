import { describe, expect, test } from "vitest";
import type { Check, Facts } from "../../../comments-service/domain/checks/check.ts";
import { reasonFor } from "../../../comments-service/words/checks.ts";
import { checks, holding, roomOf } from "../../../comments-service/domain/checks/checks.ts";

const good: Facts = {
  name: "Petra",
  text: "Das sehe ich anders, und zwar aus drei Gründen.",
  isHoneypotFilled: false,
  openFor: 60_000,
  isBlocked: false,
  published: 0,
  lately: 0,
  sameText: 0,
  threadHeld: false,
  moderation: "open",
  blockedWords: ["casino", "gratis geld"],
  suspectWords: ["Idiot"],
};

const heldFor = (more: Partial<Facts>) =>
  holding(checks, { ...good, ...more }).map(({ name }) => name);

test("an honest comment is held by nothing", () => {
  expect(heldFor({})).toEqual([]);
});

test.each<[string, Partial<Facts>, Partial<Facts>]>([
  ["honeypot", { isHoneypotFilled: true }, { isHoneypotFilled: false }],
  ["too-quick", { openFor: 2999 }, { openFor: 3000 }],
  ["links", { text: "http://a HTTPS://b www.c" }, { text: "https://a http://b wwwx.c" }],
  ["blocked-words", { text: "Das CASINO, das!" }, { text: "Casinobetreiber" }],
  ["blocked-words", { name: "Gratis-Geld" }, { text: "gratis, aber kein geld" }],
  ["suspect-words", { text: "Sie ＩＤＩＯＴ" }, { text: "idiotisch" }],
  ["blocked-sender", { isBlocked: true }, { isBlocked: false }],
  ["repeated-text", { sameText: 1 }, { sameText: 9, text: "Danke!" }],
  ["repeated-text", { sameText: 1, text: "a".repeat(20) }, { sameText: 1, text: "a".repeat(19) }],
  ["flood", { lately: 4 }, { lately: 3 }],
  ["first-comment", { moderation: "first" }, { moderation: "first", published: 1 }],
  ["all-held", { moderation: "all", published: 9 }, { moderation: "open", published: 9 }],
  ["all-held", { threadHeld: true }, { threadHeld: false }],
])("%s holds %j and not %j", (name, held, free) => {
  expect(heldFor(held)).toEqual([name]);
  expect(heldFor(free)).toEqual([]);
});

test("a blank line in a list of words holds nothing, and a word holds at either end of a text", () => {
  expect(heldFor({ blockedWords: ["", "  ", "–"], text: "Ja – nein" })).toEqual([]);
  for (const text of ["Casino", "… casino!", "Casino, das", "Das casino"])
    expect(heldFor({ blockedWords: [" ¡Casino! "], text })).toEqual(["blocked-words"]);
});

test("a blank line in a list of words holds no comment without words either", () => {
  expect(heldFor({ blockedWords: ["", "–"], name: "…", text: "!!!" })).toEqual([]);
});

describe("what may happen meanwhile and a comment appears all the same", () => {
  const room = (more: Partial<Facts> = {}) => roomOf(checks, { ...good, ...more });

  test("is as much as the checks let pass", () => {
    expect(room()).toEqual({ lately: 3, sameText: 0 });
    expect(room({ lately: 3 })).toEqual({ lately: 3, sameText: 0 });
  });

  test("is anything where no check asks for it", () => {
    expect(room({ text: "Danke!" })).toEqual({ lately: 3, sameText: null });
    expect(roomOf([], good)).toEqual({ lately: null, sameText: null });
  });
});

test("how long somebody wrote is no reason where nobody knows it", () => {
  expect(heldFor({ openFor: null })).toEqual([]);
});

test("all reasons are kept, not only the first one", () => {
  expect(heldFor({ isHoneypotFilled: true, openFor: 1, lately: 10 })).toEqual([
    "honeypot",
    "too-quick",
    "flood",
  ]);
});

describe("a check", () => {
  test.each(checks)("$name has a name of its own and its reason in both languages", (check) => {
    expect(check.name).toMatch(/^[a-z][a-z-]+$/u);
    expect(checks.filter(({ name }) => name === check.name)).toEqual([check]);
    const reasons = (["de", "en"] as const).map((language) => reasonFor(check.name, language));
    expect(new Set([check.name, ...reasons]).size).toBe(3);
  });

  test("that is no longer there keeps its name in the desk", () => {
    expect(reasonFor("of-yesterday", "de")).toBe("of-yesterday");
  });

  test("is added by one small object", () => {
    const shouting: Check = {
      name: "shouting",
      holds: ({ text }) => text === text.toUpperCase(),
    };
    const found = holding([...checks, shouting], { ...good, text: "WIE BITTE?" });
    expect(found).toEqual([shouting]);
  });
});

test("64 kB of hostile words are judged in no time", () => {
  const hostile = ["http", "www.", "ca", "é̖".repeat(2), "gratis ", "//:"].map((part) =>
    part.repeat(65_536 / part.length),
  );
  const words = Array.from({ length: 20 }, (_, index) => `gratis geld ${index}`);
  for (const text of hostile) {
    const begun = process.threadCpuUsage();
    holding(checks, { ...good, text, name: text, blockedWords: words });
    // In microseconds of this thread's own: what else runs on the machine does not count.
    expect(process.threadCpuUsage(begun).user).toBeLessThan(500_000);
  }
});
