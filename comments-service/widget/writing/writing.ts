/** What only a reader who writes needs: a bundle of its own, fetched when the reader begins (see load-writing.ts). */
import type { Comment } from "../../wire.ts";
// It is there already. Named here, all of it is bundled into one file, and not in two with what both bundles use in a third.
import "../index.ts";
import type { Context } from "../context.ts";
import type { FormParts } from "../form.ts";
import { commentWriting, type CommentWriting } from "./comment.ts";
import { writingContext } from "./context.ts";
import { makeReportForm } from "./report-form.ts";

export function writeComment(context: Context, parts: FormParts): CommentWriting {
  return commentWriting(writingContext(context), parts);
}

export function reportForm(
  context: Context,
  comment: Comment,
  view: HTMLDetailsElement,
  summary: HTMLElement,
): HTMLFormElement {
  return makeReportForm(writingContext(context), comment, view, summary);
}
