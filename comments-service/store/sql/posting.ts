import type { RecordedAct } from "../port/desk.ts";
import type {
  NewProof,
  Posting,
  SignedInEntry,
  UsedSolution,
  WrittenComment,
} from "../port/posting.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import { hideWhenReported } from "./reporting.ts";
import type { Guard } from "./guarded.ts";
import { settleStatements, stillFits } from "./settling.ts";
import { allBelow, count, counted } from "./counting.ts";
import { callDesk } from "./desk-mail.ts";
import { writeStrangersLetter } from "./sharing.ts";
import { solutionOf, take } from "./taking.ts";
import { writeRecord } from "./recording.ts";
import { confirmSubscription } from "./subscribing.ts";

/** What readers write: comments, another letter for one, reports. */
export function posting(database: Database): Posting {
  /** Written after its letter, with which it expires. */
  function writeProof({ subject, tokenHash, letter }: NewProof, guard: Guard, now: number) {
    return insertWhere(
      "proof",
      {
        token_hash: tokenHash,
        purpose: "confirm",
        comment: subject,
        created_at: now,
        expires_at: sql`(SELECT expires_at FROM letter WHERE id = ${letter.id})`,
        used_at: null,
      },
      guard,
    );
  }

  return {
    counted: (counters) => counted(database, counters),

    async mayTry({ key, start, most }) {
      const counted = await database.atomic(
        [],
        sql`INSERT INTO counter (key, start_at, count) VALUES (${key}, ${start}, 1)
          ON CONFLICT (key, start_at) DO UPDATE SET count = counter.count + 1 WHERE counter.count < ${most}
          RETURNING count`,
      );
      return counted.length > 0;
    },

    async solution(id) {
      const [used] = await database.read<UsedSolution>(solutionOf(id));
      return used ?? null;
    },

    post: (entry, now) =>
      take(
        database,
        entry,
        (isPaid) => [
          ...writeComment(entry, isPaid, now),
          ...writeStrangersLetter(entry.letter, entry.subject, isPaid, now, entry.queues),
          writeProof(entry, isPaid, now),
        ],
        now,
      ),

    postSignedIn: (entry, now) =>
      take(
        database,
        entry,
        (isPaid) => [
          ...writeComment(entry, isPaid, now),
          ...settleStatements(entry.subject, entry.settlement, isPaid, now),
          confirmSubscription(entry.subject, isPaid, now),
          ...count(entry.queues, isPaid),
          ...(entry.record === undefined ? [] : [writeAnswer(entry.record, entry, isPaid, now)]),
        ],
        now,
        stillFits(entry.subject, entry.settlement, now),
      ),

    postAgain(again, now) {
      const { subject, counters, letter } = again;
      const waiting = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${subject} AND state = 'unconfirmed')`;
      const allowed = sql`${waiting} AND ${allBelow(counters)}`;
      const written = sql`EXISTS (SELECT 1 FROM letter WHERE id = ${letter.id})`;
      return writeAll(database, [
        ...writeStrangersLetter(letter, subject, allowed, now),
        writeProof(again, written, now),
        ...count(counters, written),
      ]);
    },

    report: (entry, now) =>
      take(
        database,
        entry,
        (isPaid) => {
          const counted = sql`EXISTS (SELECT 1 FROM report WHERE id = ${entry.subject})`;
          return [
            insertWhere(
              "report",
              {
                id: entry.subject,
                comment: entry.comment,
                sender: entry.sender,
                reason: entry.reason,
                message: entry.message,
                email: entry.email,
                created_at: now,
                settled_at: null,
              },
              sql`${isPaid} AND EXISTS (SELECT 1 FROM comment WHERE id = ${entry.comment} AND state = 'published')`,
              sql`ON CONFLICT DO NOTHING`,
            ),
            ...count(entry.queues, counted),
            ...callDesk(entry.desk, counted, now),
            ...hideWhenReported(entry, counted, now),
          ];
        },
        now,
      ),
  };
}

/** A new comment, unconfirmed, and what its writer wants to be told of. */
function writeComment(entry: WrittenComment, guard: Guard, now: number): Statement[] {
  const { subject, thread, email, subscription } = entry;
  const comment = {
    id: subject,
    thread,
    state: "unconfirmed" as const,
    number: null,
    reply_to: entry.replyTo,
    conversation: entry.conversation,
    name: entry.name,
    email,
    text: entry.text,
    wording: entry.wording,
    asked_at: now,
    confirmed_at: null,
    published_at: null,
    edited_at: null,
    trap: entry.isHoneypotFilled ? 1 : 0,
    took: entry.openFor,
    settlement: null,
    held_for: "",
    badge: null,
  };
  const wish = subscription && {
    ...subscription,
    thread,
    comment: subject,
    email,
    asked_at: now,
    confirmed_at: null,
    ended_at: null,
  };
  return [
    insertWhere("comment", comment, guard),
    ...(wish === null ? [] : [insertWhere("subscription", wish, guard)]),
  ];
}

/** That a moderator has answered at the desk. */
function writeAnswer(
  act: RecordedAct,
  { subject, settlement }: SignedInEntry,
  guard: Guard,
  now: number,
): Statement {
  return writeRecord(
    act,
    { act: "answer", subject, was: "", became: settlement.state },
    guard,
    now,
  );
}
