import { DatabaseSync } from "node:sqlite";
import { openLetter } from "../../comments-service/mail/sealed-letter.ts";
import { tokenOf } from "./service.ts";

/** A comment as it stands in a database file. */
export interface Row {
  id: string;
  state: string;
  number: number | null;
  text: string;
}

/** Every comment of a database file, beside the service or after it. */
export function commentsIn(path: string): Row[] {
  const raw = new DatabaseSync(path, { readOnly: true });
  // The columns' types are the table's own.
  const rows = raw.prepare("SELECT id, state, number, text FROM comment").all() as unknown as Row[];
  raw.close();
  return rows;
}

/** The mailed tokens of comments that wait to be confirmed. */
export function tokensIn(path: string, secret: string): { comment: string; token: string }[] {
  const raw = new DatabaseSync(path, { readOnly: true });
  const rows = raw
    .prepare(
      "SELECT subject, sealed, expires_at FROM letter JOIN comment ON comment.id = letter.subject WHERE comment.state = 'unconfirmed'",
    )
    .all();
  raw.close();
  return rows.map(({ subject, sealed, expires_at: expires }) => {
    const letter = openLetter([secret], { sealed: String(sealed), expires: Number(expires) });
    return { comment: String(subject), token: tokenOf(letter ?? undefined) };
  });
}
