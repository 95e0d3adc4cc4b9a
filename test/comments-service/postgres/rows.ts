import { openLetter } from "../../../comments-service/mail/sealed-letter.ts";
import { secret, tokenOf } from "../service.ts";
import type { Row } from "../database-file.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";

/** Every comment of a database. */
export function commentsIn(address: string): Promise<Row[]> {
  return askServer<Row>(address, "SELECT id, state, number::int AS number, text FROM comment");
}

/** The mailed tokens of comments that wait to be confirmed. */
export async function tokensIn(address: string): Promise<string[]> {
  const rows = await askServer<{ sealed: string; expires: number }>(
    address,
    `SELECT sealed, expires_at::float8 AS expires FROM letter JOIN comment ON comment.id = letter.subject
      WHERE comment.state = 'unconfirmed'`,
  );
  return rows.map((letter) => tokenOf(openLetter([secret], letter) ?? undefined));
}
