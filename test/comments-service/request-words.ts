import * as fc from "fast-check";

/** What is known when a request is sent: things that are real at that moment. */
export const known = [
  "solved",
  "picture",
  "comment",
  "token",
  "bearer",
  "cookie",
  "site",
  "etag",
  "mine",
  "wayin",
  "stop",
  "deed",
  "objection",
  "notice",
  "batch",
] as const;
export type Known = Record<(typeof known)[number], string>;

const names = known.map((name) => `@${name}`);
const odd = [
  "",
  " ",
  "\u0000",
  "\u202E",
  "ä",
  "💥",
  "\uD800",
  "__proto__",
  "%00",
  "%E0%A4%A",
  "../",
  "-1",
  "1e99",
  "<b>",
  "'--",
];
/** Anything that may be sent as a text, now and then something real. */
export const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...names, "flur", "regen", "petra@mail.example", "erase", "1"),
  },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", minLength: 100, maxLength: 6000, size: "max" }),
  },
);

/** Mostly what fits, and sometimes anything. */
export const often = (...values: string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: word });

/** What mostly stands in these fields, in JSON and in forms. */
export const fields: Readonly<Record<string, fc.Arbitrary<string>>> = {
  challenge: often("@solved", "@solved", "@picture"),
  email: often("petra@mail.example", "ida@mail.example"),
  name: often("Petra", "Jörg Öhring"),
  text: often("Das sehe ich anders.", "Ein zweites Wort.\n\n> zitiert"),
};
