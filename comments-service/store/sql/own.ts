import type { KeptOwnComment } from "../../domain/own-comment.ts";
import type { Accounts, OwnAsked } from "../port/accounts.ts";
import { writeAll } from "./database.ts";
import { authorship, badgeIn } from "./authorship.ts";
import type { AuthorshipRow } from "./authorship.ts";
import type { Database } from "./database.ts";
import { byEditors } from "./reading.ts";
import { empty, inPieces, join, sql } from "./statement.ts";
import type { Fragment } from "./statement.ts";
import { eraseStatements, forgetNotes } from "./erasing.ts";
import { settleStatements, stillFits } from "./settling.ts";

/** Holds for a comment `c` that a comment with a number answers, unless that one was erased. */
const isAnswered = sql`EXISTS (SELECT 1 FROM comment AS r WHERE r.thread = c.thread AND r.conversation = c.conversation
  AND r.reply_to = c.number AND r.number IS NOT NULL AND r.state <> 'erased')`;

/** What somebody can do with all that was written under one address. */
export function own(database: Database): Pick<Accounts, "own" | "ownName" | "edit" | "forget"> {
  return {
    async own(email, asked) {
      const rows = await database.read<
        Omit<KeptOwnComment, "isAnswered" | "byEditors" | "badgeWord" | "wroteArticle"> &
          AuthorshipRow & { answered: number; by_editors: number }
      >(sql`SELECT c.id, c.thread, c.state, c.number, c.name,
        c.text, c.reply_to AS "replyTo", c.asked_at AS "askedAt", c.confirmed_at AS "confirmedAt", c.published_at AS "publishedAt",
        c.edited_at AS "editedAt", c.recommended_at AS "recommendedAt", c.badge, ${authorship("c")}, thread.title, thread.url, CASE WHEN ${isAnswered} THEN 1 ELSE 0 END AS answered, ${byEditors} AS by_editors
        FROM comment AS c JOIN thread ON thread.id = c.thread
        WHERE lower(c.email) = ${email.toLowerCase()} AND c.state <> 'erased' ${asked === undefined ? empty : among(asked)}
        ORDER BY c.asked_at DESC, c.id ${asked !== undefined && "most" in asked ? sql`LIMIT ${asked.most}` : empty}`);
      return rows.map(({ answered, by_editors, ...row }) =>
        Object.assign(row, badgeIn(row), {
          isAnswered: answered === 1,
          byEditors: by_editors === 1,
        }),
      );
    },

    async ownName(email) {
      const [last] = await database.read<{ name: string }>(sql`SELECT name FROM comment
        WHERE lower(email) = ${email.toLowerCase()} AND state <> 'erased' AND confirmed_at IS NOT NULL
        ORDER BY asked_at DESC, id LIMIT 1`);
      return last?.name ?? "";
    },

    async edit({ comment, email, text, since, settlement }, now) {
      const state = settlement === null ? "held" : "published";
      const isEdited = sql`EXISTS (SELECT 1 FROM comment
        WHERE id = ${comment} AND edited_at = ${now} AND text = ${text})`;
      const rows = await database.atomic(
        [
          // What was recommended were other words.
          sql`UPDATE comment SET text = ${text}, edited_at = ${now}, recommended_at = NULL WHERE id = (SELECT c.id FROM comment AS c
            WHERE c.id = ${comment} AND lower(c.email) = ${email.toLowerCase()} AND c.state = ${state}
            AND COALESCE(c.published_at, c.confirmed_at) > ${since} AND NOT ${isAnswered})
            AND ${settlement === null ? sql`1 = 1` : stillFits(comment, settlement, now)}`,
          ...(settlement === null ? [] : settleStatements(comment, settlement, isEdited, now)),
        ],
        sql`SELECT id FROM comment WHERE id = ${comment} AND ${isEdited}`,
      );
      return rows.length > 0;
    },

    async forget({ email, recipients, texts }) {
      const isOwn = sql`lower(email) = ${email.toLowerCase()}`;
      const statements: Fragment[] = [
        // Those that wait are few, and have an index; those that have left name nobody.
        ...inPieces(recipients).map(
          (some) =>
            sql`DELETE FROM letter WHERE sent_at IS NULL AND given_up_at IS NULL AND recipient IN (${join(some)})`,
        ),
        sql`DELETE FROM subscription WHERE ${isOwn}`,
        sql`DELETE FROM session WHERE ${isOwn}`,
        sql`DELETE FROM attempt WHERE ${isOwn}`,
        sql`UPDATE report SET email = NULL WHERE ${isOwn}`,
        ...(texts === "keep" ? loseName(sql`${isOwn} AND state IN ('published', 'hidden')`) : []),
        ...eraseStatements(isOwn),
      ];
      await writeAll(database, statements);
      await database.forgetErased();
    },
  };
}

/** Leaves the words of comments, and nothing of who wrote them: nobody acts on them any more. */
function loseName(which: Fragment): Fragment[] {
  const ids = sql`(SELECT id FROM comment WHERE ${which})`;
  return [
    sql`UPDATE thread SET version = version + 1 WHERE id IN (SELECT thread FROM comment WHERE ${which})`,
    sql`DELETE FROM letter WHERE subject IN ${ids}`,
    sql`DELETE FROM proof WHERE comment IN ${ids}`,
    ...forgetNotes(ids),
    sql`UPDATE comment SET name = '', email = '', badge = NULL, author = NULL WHERE ${which}`,
  ];
}

/** What has to hold for comments `c` beside being somebody's own. */
function among(asked: OwnAsked): Fragment {
  if ("comment" in asked) return sql`AND c.id = ${asked.comment}`;
  if ("thread" in asked) return sql`AND c.thread = ${asked.thread} AND c.number IS NOT NULL`;
  const { after } = asked;
  if (after === null) return empty;
  return sql`AND (c.asked_at < ${after.asked} OR (c.asked_at = ${after.asked} AND c.id > ${after.id}))`;
}
