import type { FieldErrors } from "../domain/comment.ts";
import { secondsUntilFree } from "../domain/rates.ts";
import type { Counter } from "../domain/rates.ts";

/** Why an act was not done; nothing has changed. */
export type Refusal =
  | { refused: "fields"; errors: FieldErrors }
  /** `list`: which threads there are could not be read yet. */
  | { refused: "missing"; what: "comment" | "own comment" | "thread" | "list" }
  | { refused: "closed"; what: "thread" | "conversation" }
  | Busy;

/** Caps are reached; in how many seconds it may be asked for again. */
export interface Busy {
  refused: "busy";
  seconds: number;
}

/** Something is wrong with one field. */
export function wrongField(field: string, reason: FieldErrors[number]["reason"]): Refusal {
  return { refused: "fields", errors: [{ field, reason }] };
}

/** These counters are full. */
export function busy(full: readonly Counter[], now: number): Busy {
  return { refused: "busy", seconds: secondsUntilFree(full, now) };
}
