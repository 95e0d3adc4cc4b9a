import type { Scope } from "../../wire.ts";
import type { Accounts, KeptSubscription } from "../port/accounts.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import type { Guard } from "./guarded.ts";

type Subscribing = Pick<
  Accounts,
  "wish" | "subscription" | "subscriptions" | "subscribers" | "unsubscribe"
>;

/** Who wants to be told of what. */
export function subscribing(database: Database): Subscribing {
  function find(condition: Fragment): Promise<KeptSubscription[]> {
    return database.read<KeptSubscription>(sql`SELECT s.id, s.thread, s.email, s.scope, s.asked_at AS "askedAt",
      s.confirmed_at AS "confirmedAt", s.ended_at AS "endedAt", thread.title, thread.url
      FROM subscription AS s JOIN thread ON thread.id = s.thread WHERE ${condition} ORDER BY s.scope, s.asked_at, s.id`);
  }

  return {
    async wish(comment) {
      const [row] = await database.read<{ scope: Scope }>(
        sql`SELECT scope FROM subscription WHERE comment = ${comment}`,
      );
      return row?.scope ?? null;
    },

    subscription: async (id) => (await find(sql`s.id = ${id}`))[0] ?? null,

    subscriptions: (email) =>
      find(sql`lower(s.email) = ${email.toLowerCase()} AND s.ended_at IS NULL`),

    async subscribers({ thread, email, replyTo }) {
      const found =
        await find(sql`s.thread = ${thread} AND s.confirmed_at IS NOT NULL AND s.ended_at IS NULL
        AND lower(s.email) <> ${email.toLowerCase()} AND (s.scope = 'thread'
          OR s.comment = (SELECT id FROM comment WHERE thread = ${thread} AND number = ${replyTo ?? 0}))`);
      // `replies` comes first: who has wished for both is told that it is a reply.
      const byAddress = new Map(found.toReversed().map((each) => [each.email.toLowerCase(), each]));
      return [...byAddress.values()];
    },

    unsubscribe: ({ thread, email }, now) =>
      writeAll(database, [
        sql`UPDATE subscription SET ended_at = ${now}
          WHERE thread = ${thread} AND lower(email) = ${email.toLowerCase()} AND ended_at IS NULL`,
      ]),
  };
}

/** What a comment's writer wants to be told of holds from when the address was proven. */
export function confirmSubscription(comment: string, guard: Guard, now: number): Statement {
  return sql`UPDATE subscription SET confirmed_at = ${now}
    WHERE comment = ${comment} AND confirmed_at IS NULL AND ${guard}`;
}
