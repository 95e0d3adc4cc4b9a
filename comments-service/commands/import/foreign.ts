import { importedEmail, importedName, importedText } from "./words.ts";

/** The systems whose comments can be brought along. */
export const sources = ["disqus", "wordpress", "isso"] as const;
export type Source = (typeof sources)[number];

/** A conversation as another system knew it. */
export interface ForeignThread {
  /** How its comments name it. */
  key: string;
  /** Where its article was: absolute or a path; empty when the file does not say. */
  address: string;
  /** The id that the page gave it, if any. */
  identifier: string | null;
  /** Empty when there is none. */
  title: string;
}

/** What stands in a file about a comment, whether or not it comes along. */
export interface ForeignMention {
  /** How its replies name it; empty when the file gives it no name. */
  key: string;
  thread: string;
  parent: string | null;
}

/** A comment as another system kept it, its words made plain. Times are milliseconds since 1970. */
export interface ForeignComment extends ForeignMention {
  at: number;
  editedAt: number | null;
  /** Empty when it was written without a name. */
  name: string;
  /** Empty when there was none, or none that mail could reach. */
  email: string;
  text: string;
  /** Of an erased one only the place is left, and only where somebody answered it. */
  state: "published" | "held" | "erased";
}

/** Why a comment does not come along; or the type that it has instead of being a comment. */
export type SkipReason =
  | "spam"
  | "deleted"
  | "trackback"
  | "twice in the file"
  | "without words"
  | "without a date"
  | `of type ${string}`;

/** Everything that a file of another system holds. */
export interface Foreign {
  source: Source;
  /** Where the keys are unique, in each spelling under which an import may have known it; none where the file does not say. */
  places: readonly string[];
  threads: ForeignThread[];
  comments: ForeignComment[];
  skipped: (ForeignMention & { reason: SkipReason })[];
  /** How often what was neither shown nor a word was taken out of the texts that come along, by its name. */
  dropped: Map<string, number>;
}

export function nothingOf(source: Source, places: readonly string[]): Foreign {
  return { source, places, threads: [], comments: [], skipped: [], dropped: new Map() };
}

/** A comment as a reader of files hands it over: its words as they stood there, made plain, and what they have lost by that. */
interface Raw extends ForeignMention, Pick<ForeignComment, "editedAt" | "state"> {
  at: number | null;
  name: string;
  email: string;
  plain: string;
  lost: readonly string[];
}

/**
 * Takes a comment along, fit to keep, or says why it stays behind. Of an erased one only the place comes.
 * @returns it, when it comes along.
 */
export function takeComment(foreign: Foreign, raw: Raw): ForeignComment | null {
  const { key, thread, parent, at, editedAt, name, email, plain, lost, state } = raw;
  const mention = { key, thread, parent };
  const isErased = state === "erased";
  const text = isErased ? "" : importedText(plain);
  if (at === null || (!isErased && text === "")) {
    foreign.skipped.push({ ...mention, reason: at === null ? "without a date" : "without words" });
    return null;
  }
  // Counted once it is clear that the text comes along.
  if (!isErased)
    for (const what of lost) foreign.dropped.set(what, (foreign.dropped.get(what) ?? 0) + 1);
  const writer = isErased
    ? { name: "", email: "" }
    : { name: importedName(name), email: importedEmail(email) };
  const taken = { ...mention, ...writer, at, editedAt: isErased ? null : editedAt, text, state };
  foreign.comments.push(taken);
  return taken;
}
