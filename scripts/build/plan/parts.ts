import { utf16Of } from "../utf8.ts";
import { hashOf } from "./stamps.ts";

/** A part of a view. */
interface Part {
  /** Of its JSON, and for lists of that of their things. */
  readonly hash: string;
  /** Its name with the beginning of the hash. */
  readonly word: string;
}

/** The parts that are lists of things which stand in many views: teasers, and authors with their bios. */
const lists = new Set(["articles", "authors", "featured", "newest", "related"]);

/** The hashes of so many things are kept: those of a large magazine would be much to hold. */
const most = 30_000;

/**
 * Tells the parts of views by their hashes. What several views share is looked at once: what stands around all pages, each thing of a list, and what the pages of
 * an article or the feeds of a subject have in common, since these are asked for one after the other.
 */
export function partTeller(): (name: string, value: unknown) => Part {
  const known = new WeakMap<object, string>();
  let kept = 0;
  const hashOfThing = (thing: object): string => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const hash = hashOfJson(thing);
    if (kept++ < most) known.set(thing, hash);
    return hash;
  };
  const hashOfPart = (name: string, value: unknown): string => {
    if (name === "frame") return hashOfThing(value as object);
    if (!lists.has(name)) return hashOfJson(value);
    return hashOf((value as readonly object[]).map(hashOfThing).join("\n"));
  };
  const last = new Map<string, Part & { readonly value: unknown }>();
  return (name, value) => {
    const before = last.get(name);
    if (before !== undefined && before.value === value) return before;
    const hash = hashOfPart(name, value);
    const part = { value, hash, word: wordOf(name, hash) };
    last.set(name, part);
    return part;
  };
}

/** So much of a hash tells that something has changed: two begin with the same letters once in 69 thousand million times. */
const wordLength = 6;

export function wordOf(name: string, hash: string): string {
  return `${name}:${hash.slice(0, wordLength)}`;
}

/** Longer texts are hashed more quickly in UTF-16. */
const long = 200;

function hashOfJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return hashOf(text.length < long ? text : utf16Of(text));
}
