import type { KeptNotice, Notices, Party } from "../port/notices.ts";
import type { Database } from "./database.ts";
import { inPieces, join, sql } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import type { Tables } from "./tables.ts";
import { moderateStatements } from "./moderating.ts";
import { recorded, writeRecord } from "./recording.ts";
import { writeLetters } from "./mailing.ts";
import { callDesk } from "./desk-mail.ts";
import { count } from "./counting.ts";
import { writeStrangersLetter } from "./sharing.ts";
import { take } from "./taking.ts";

type NoticeRow = Omit<KeptNotice, "objections" | "isRemovedOtherwise"> & { otherwise: number };

/** Notices of illegal content, decisions, objections. */
export function notices(database: Database): Notices {
  async function read(where: Guard, most: number): Promise<KeptNotice[]> {
    const rows = await database.read<NoticeRow>(
      sql`SELECT id, comment, created_at AS created, name, email, reason, decision, grounds, decided_at AS decided, decided_by AS "decidedBy",
        CASE WHEN ${isRemovedOtherwise} THEN 1 ELSE 0 END AS otherwise FROM notice WHERE (${where}) AND reason <> ''
        ORDER BY CASE WHEN ${isOpen} THEN 0 ELSE 1 END, created_at DESC LIMIT ${most}`,
    );
    const pieces = inPieces(rows).map((some) =>
      database.read<Tables["objection"]>(
        sql`SELECT * FROM objection WHERE notice IN (${join(some.map(({ id }) => id))}) ORDER BY created_at`,
      ),
    );
    const objections = Map.groupBy((await Promise.all(pieces)).flat(), ({ notice }) => notice);
    return rows.map(({ otherwise, ...row }) =>
      Object.assign(row, {
        objections: (objections.get(row.id) ?? []).map(
          ({ party, created_at: created, text, settled_at: settled }) => {
            return { party, created, text, isSettled: settled !== null };
          },
        ),
        isRemovedOtherwise: otherwise === 1,
      }),
    );
  }

  return {
    async giveNotice(notice, now) {
      const { id, comment, name, email, reason, form, bodyHash, counters, queues } = notice;
      const { receipt, desk } = notice;
      const taken = await take(
        database,
        { solution: `notice ${form}`, bodyHash, subject: id, counters },
        (isPaid) => [
          insertWhere(
            "notice",
            {
              id,
              comment,
              created_at: now,
              name,
              email,
              reason,
              decision: null,
              grounds: "",
              decided_at: null,
              decided_by: null,
              token_hash: null,
              writer_token_hash: null,
            },
            isPaid,
          ),
          ...(receipt === null
            ? count(queues, isPaid)
            : writeStrangersLetter(receipt, id, isPaid, now, queues)),
          ...callDesk(desk, isPaid, now),
        ],
        now,
      );
      if (taken.state === "limited") return { full: taken.full };
      return taken.state === "taken" ? "taken" : "repeated";
    },

    notice: async (id) => (await read(sql`id = ${id}`, 1))[0] ?? null,

    notices: (most) => read(sql`1 = 1`, most),

    async decideNotice(decided, now) {
      const { id, comment, entry, decision, grounds, tokens, letters, quoting, moderation } =
        decided;
      const recordedAct = { id: entry.id, batch: entry.id, by: entry.by, why: grounds };
      const isRecorded = recorded(recordedAct);
      const otherwise = decided.isRemovedOtherwise
        ? isRemovedOtherwise
        : sql`NOT ${isRemovedOtherwise}`;
      const isAsKnown = decision === "kept" ? otherwise : sql`1 = 1`;
      const rows = await database.atomic(
        [
          writeRecord(
            recordedAct,
            {
              act: "decide",
              subject: id,
              was: sql`(SELECT COALESCE(decision, '') FROM notice WHERE id = ${id})`,
              became: decision,
            },
            sql`EXISTS (SELECT 1 FROM notice WHERE id = ${id} AND ${isOpen} AND ${isAsKnown})`,
            now,
          ),
          sql`UPDATE notice SET decision = ${decision}, grounds = ${grounds}, decided_at = ${now},
            decided_by = ${entry.by}, token_hash = COALESCE(token_hash, ${text(tokens.notifier)}),
            writer_token_hash = COALESCE(writer_token_hash, ${text(tokens.writer)})
            WHERE id = ${id} AND ${isRecorded}`,
          sql`UPDATE objection SET settled_at = ${now} WHERE notice = ${id} AND settled_at IS NULL AND ${isRecorded}`,
          ...(moderation === null ? [] : moderateStatements(moderation, now, isRecorded)),
          ...writeLetters(letters, id, isRecorded, now),
          ...writeLetters(quoting, comment, isRecorded, now),
        ],
        sql`SELECT 1 FROM record WHERE id = ${entry.id}`,
      );
      return rows.length > 0;
    },

    async noticeToObject(hash) {
      const [notice] = await read(sql`token_hash = ${hash} OR writer_token_hash = ${hash}`, 1);
      if (notice === undefined) return null;
      const [row] = await database.read(
        sql`SELECT id FROM notice WHERE id = ${notice.id} AND token_hash = ${hash}`,
      );
      const party: Party = row === undefined ? "writer" : "notifier";
      return { notice, party };
    },

    async object({ notice, party, text: words, desk }, now) {
      const isNew = sql`NOT EXISTS (SELECT 1 FROM objection WHERE notice = ${notice} AND party = ${party})`;
      const rows = await database.atomic(
        callDesk(desk, isNew, now),
        sql`INSERT INTO objection (notice, party, created_at, text, settled_at)
          SELECT CAST(${notice} AS TEXT), CAST(${party} AS TEXT), CAST(${now} AS BIGINT), CAST(${words} AS TEXT), NULL
          WHERE ${isNew} RETURNING notice`,
      );
      return rows.length > 0;
    },
  };
}

const isOpen = sql`(notice.decision IS NULL OR EXISTS
  (SELECT 1 FROM objection WHERE objection.notice = notice.id AND objection.settled_at IS NULL))`;

const isRemovedOtherwise = sql`EXISTS (SELECT 1 FROM notice AS other
  WHERE other.comment = notice.comment AND other.id <> notice.id AND other.decision = 'removed')`;

function text(value: string | null): Guard {
  return value === null ? sql`NULL` : sql`CAST(${value} AS TEXT)`;
}
