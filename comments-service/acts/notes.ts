import { wordErrors } from "../domain/comment.ts";
import { isId } from "../domain/ids.ts";
import { cleanText } from "../domain/plain-text.ts";
import type { NewNote } from "../store/port/notes.ts";
import { limits } from "../wire.ts";
import type { Refusal } from "./refusal.ts";
import type { Service } from "./service.ts";

/** Keeps a note to colleagues about a comment, or about whoever wrote it. @returns why not. */
export async function addNote(
  { store, ids, clock }: Pick<Service, "store" | "ids" | "clock">,
  note: Omit<NewNote, "id">,
): Promise<Extract<Refusal, { refused: "fields" | "missing" }> | null> {
  const text = cleanText(note.text);
  const errors = wordErrors("text", text, limits.message);
  if (errors.length > 0) return { refused: "fields", errors };
  const isKept =
    isId(note.comment) && (await store.addNote({ ...note, id: ids.id(), text }, clock()));
  return isKept ? null : { refused: "missing", what: "comment" };
}
