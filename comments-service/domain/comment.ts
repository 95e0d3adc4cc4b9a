import { limits } from "../wire.ts";
import type { Gone, NewComment, Problem, Scope } from "../wire.ts";
import { parseEmailAddress } from "./email-address.ts";
import { cleanName, cleanText, isVisible, lengthOf } from "./plain-text.ts";

/**
 * The life of a comment: a guest's is `unconfirmed` until the mailed link is confirmed. `held` and `rejected` belong to moderation.
 * Once a comment has a number it keeps it; hidden, rejected and erased ones leave their place.
 */
export type CommentState = "unconfirmed" | "held" | "published" | "hidden" | "rejected" | "erased";

/**
 * Why a comment that has its number does not show; nothing of a published one.
 * @param byEditors whether they are the ones who have hidden it.
 */
export function goneAs(state: CommentState, byEditors: boolean): { gone?: Gone } {
  if (state === "published") return {};
  if (state === "erased") return { gone: "erased" };
  return { gone: state === "rejected" || (state === "hidden" && byEditors) ? "removed" : "hidden" };
}

/** What a reader wrote, made fit to keep. */
export interface Draft {
  name: string;
  email: string;
  text: string;
  /** The number of the comment that it answers. */
  replyTo: number | null;
  /** What its writer wants to be told of. */
  notify: Scope | null;
}

// No thread gets that long, and every database can hold it.
export const MOST_NUMBER = 1_000_000_000;

export type FieldErrors = NonNullable<Problem["errors"]>;

/** Reads a post's words: the draft, or what is wrong with which field. */
export function readDraft(input: NewComment): { draft: Draft } | { errors: FieldErrors } {
  const name = cleanName(input.name);
  const text = cleanText(input.text);
  const given = input.email ?? "";
  const email = parseEmailAddress(given);
  const errors: FieldErrors = [
    ...wordErrors("name", name, limits.name),
    ...emailErrors(given, email),
    ...wordErrors("text", text, limits.text),
    ...((input.replyTo ?? 1) > MOST_NUMBER
      ? [{ field: "replyTo", reason: "invalid" } as const]
      : []),
  ];
  if (errors.length > 0 || email === null) return { errors };
  return {
    draft: { name, email, text, replyTo: input.replyTo ?? null, notify: input.notify ?? null },
  };
}

/** What is wrong with words that have to be there: nothing visible, or too many characters. */
export function wordErrors(field: string, words: string, most: number): FieldErrors {
  if (!isVisible(words)) return [{ field, reason: "missing" }];
  return lengthOf(words) > most ? [{ field, reason: "too-long" }] : [];
}

/** What is wrong with an address, given as it came and as it was read. */
export function emailErrors(input: string, parsed: string | null): FieldErrors {
  const field = "email";
  if (input.trim() === "") return [{ field, reason: "missing" }];
  if (input.trim().length > limits.email) return [{ field, reason: "too-long" }];
  return parsed === null ? [{ field, reason: "invalid" }] : [];
}
