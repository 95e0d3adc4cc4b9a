import { limits } from "../wire.ts";
import type { FieldErrors } from "./comment.ts";
import { parseEmailAddress } from "./email-address.ts";
import { cleanName, cleanText, isVisible, lengthOf } from "./plain-text.ts";

/** What came from the form, field by field. */
export interface NoticeInput {
  reason: string;
  /** Both may be empty in a notice of child sexual abuse material (DSA Art. 16(2)(c)). */
  name: string;
  email: string;
  isAbuse: boolean;
  isGoodFaith: boolean;
}

/** Reads a notice of illegal content as DSA Art. 16(2) asks for it: the notice, or what is wrong with which field. The place is the comment. */
export function readIllegalNotice(
  input: NoticeInput,
): { notice: Pick<NoticeInput, "reason" | "name" | "email"> } | { errors: FieldErrors } {
  const reason = cleanText(input.reason);
  const name = cleanName(input.name);
  const wanted = input.email.trim();
  const email = wanted === "" ? "" : parseEmailAddress(wanted);
  const errors: FieldErrors = [];
  if (!isVisible(reason)) errors.push({ field: "reason", reason: "missing" });
  if (lengthOf(reason) > limits.text) errors.push({ field: "reason", reason: "too-long" });
  if (!isVisible(name) && !input.isAbuse) errors.push({ field: "name", reason: "missing" });
  if (lengthOf(name) > limits.name) errors.push({ field: "name", reason: "too-long" });
  if (email === null) errors.push({ field: "email", reason: "invalid" });
  if (email === "" && !input.isAbuse) errors.push({ field: "email", reason: "missing" });
  if (!input.isGoodFaith) errors.push({ field: "faith", reason: "missing" });
  return errors.length > 0 || email === null ? { errors } : { notice: { reason, name, email } };
}
