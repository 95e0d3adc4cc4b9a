import type { Counter } from "../../domain/rates.ts";
import type { Taken, UsedSolution } from "../port/posting.ts";
import { allBelow, count, fullOf } from "./counting.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

/** An act that a solved challenge pays for. */
interface Payment extends UsedSolution {
  solution: string;
  counters: readonly Counter[];
}

/**
 * Runs an act that counts once: the solution is written first, and only when no counter is full; everything else is written only when
 * the solution is this act's own. So repeating, racing and exceeding are all decided inside one atomic list.
 * @param act the statements, given the guard that each of them has to carry.
 * @param provided has to hold as well; where it does not, the act is `limited` by no counter.
 */
export async function take(
  database: Database,
  payment: Payment,
  act: (isPaid: Guard) => Statement[],
  now: number,
  provided: Guard = sql`1 = 1`,
): Promise<Taken> {
  const { solution: id, bodyHash, subject, counters } = payment;
  const isPaid = sql`EXISTS (SELECT 1 FROM solution WHERE id = ${id} AND subject = ${subject})`;
  const first = insertWhere(
    "solution",
    { id, body_hash: bodyHash, subject, created_at: now },
    sql`${allBelow(counters)} AND ${provided}`,
    sql`ON CONFLICT (id) DO NOTHING`,
  );
  const [used] = await database.atomic<UsedSolution>(
    [first, ...count(counters, isPaid), ...act(isPaid)],
    solutionOf(id),
  );
  if (used === undefined) return { state: "limited", full: await fullOf(database, counters) };
  if (used.subject === subject) return { state: "taken" };
  return { state: used.bodyHash === bodyHash ? "repeated" : "used" };
}

/** Asks for the act that a solution has paid for: `UsedSolution`. */
export function solutionOf(id: string): Fragment {
  return sql`SELECT body_hash AS "bodyHash", subject FROM solution WHERE id = ${id}`;
}
