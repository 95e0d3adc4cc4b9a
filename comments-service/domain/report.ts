import { limits } from "../wire.ts";
import type { NewReport, Reason } from "../wire.ts";
import type { FieldErrors } from "./comment.ts";
import { parseEmailAddress } from "./email-address.ts";
import { cleanText, lengthOf } from "./plain-text.ts";

/** Reads a report's words: the report, made fit to keep, or what is wrong with which field. Message and address may be left out. */
export function readReport(
  input: NewReport,
): { report: { reason: Reason; message: string; email: string | null } } | { errors: FieldErrors } {
  const message = cleanText(input.message ?? "");
  const wanted = (input.email ?? "").trim();
  const email = wanted === "" ? null : parseEmailAddress(wanted);
  const errors: FieldErrors = [];
  if (lengthOf(message) > limits.message) errors.push({ field: "message", reason: "too-long" });
  if (wanted !== "" && email === null) errors.push({ field: "email", reason: "invalid" });
  return errors.length > 0 ? { errors } : { report: { reason: input.reason, message, email } };
}
