import { wordErrors } from "../domain/comment.ts";
import type { FieldErrors } from "../domain/comment.ts";
import { cleanName, cleanText } from "../domain/plain-text.ts";
import type { KeptTextBlock } from "../store/port/text-blocks.ts";
import { limits } from "../wire.ts";
import type { Service } from "./service.ts";

/** The longest title of a text block, in characters. */
export const LONGEST_TITLE = 80;

/**
 * Keeps a text block of the moderators, or gives it new words.
 * @param block `id` is null for a new one.
 * @returns what is wrong with which field; nothing then has changed.
 */
export async function saveTextBlock(
  { store, ids, clock }: Pick<Service, "store" | "ids" | "clock">,
  block: Omit<KeptTextBlock, "id" | "changed"> & { id: string | null },
): Promise<FieldErrors> {
  const [title, text] = [cleanName(block.title), cleanText(block.text)];
  const errors = [
    ...wordErrors("title", title, LONGEST_TITLE),
    ...wordErrors("text", text, limits.text),
  ];
  if (errors.length === 0)
    await store.saveTextBlock({ ...block, id: block.id ?? ids.id(), title, text }, clock());
  return errors;
}
