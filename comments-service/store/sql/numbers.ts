import { commentActs, removalReasons } from "../../domain/moderation.ts";
import type { Counted, Tally, Wait } from "../../domain/year-figures.ts";
import type { Numbers } from "../port/numbers.ts";
import type { Database } from "./database.ts";
import type { Guard } from "./guarded.ts";
import { isUndone } from "./recording.ts";
import { join, sql } from "./statement.ts";
import type { Fragment } from "./statement.ts";

/** What a year's numbers are counted from: the comments, the record, and what stays of reports and notices when they are emptied. */
export function numbers(database: Database): Numbers {
  async function one(question: Fragment): Promise<number> {
    const [row] = await database.read<{ count: number }>(question);
    return row?.count ?? 0;
  }

  return {
    async numbers(from, until) {
      const within = (column: Fragment) => sql`${column} >= ${from} AND ${column} < ${until}`;
      const written = sql`confirmed_at IS NOT NULL AND ${within(sql`asked_at`)}`;
      const done = (condition: Guard) =>
        sql`record WHERE ${within(sql`record.at`)} AND NOT ${isUndone} AND ${condition}`;
      const read = <Words extends string>(question: Fragment) =>
        database.read<Tally<Words>>(question);
      const waits = await Promise.all(
        Object.entries(waitsOf(done)).map(async ([what, took]) => [
          what,
          await median(database, took),
        ]),
      );
      return {
        comments: await one(sql`SELECT count(*) AS count FROM comment WHERE ${written}`),
        appeared: await one(
          sql`SELECT count(*) AS count FROM comment WHERE ${written} AND published_at IS NOT NULL`,
        ),
        held: await read<"checks">(
          sql`SELECT why AS checks, count(*) AS count FROM ${done(isHolding)} GROUP BY why`,
        ),
        reports: await read<"reason">(
          sql`SELECT reason, count(*) AS count FROM report WHERE ${within(sql`created_at`)} GROUP BY reason`,
        ),
        notices: await one(
          sql`SELECT count(*) AS count FROM notice WHERE ${within(sql`created_at`)}`,
        ),
        acts: await read<"act" | "by" | "reason" | "source">(
          sql`SELECT act, "by", reason, source, count(*) AS count FROM (SELECT act, ${doer} AS "by", ${reason} AS reason, ${source} AS source
            FROM ${done(sql`act IN (${join([...commentActs])})`)}) AS acts GROUP BY act, "by", reason, source`,
        ),
        decisions: await read<"was" | "became">(
          sql`SELECT was, became, count(*) AS count FROM ${done(sql`act = 'decide'`)} GROUP BY was, became`,
        ),
        objections: await read<"party">(
          sql`SELECT party, count(*) AS count FROM objection WHERE ${within(sql`created_at`)} GROUP BY party`,
        ),
        blocks: await one(sql`SELECT count(*) AS count FROM ${done(sql`act = 'block'`)}`),
        waits: Object.fromEntries(waits) as Counted["waits"],
      };
    },

    async firstComment() {
      const [row] = await database.read<{ first: number | null }>(
        sql`SELECT min(asked_at) AS first FROM comment WHERE confirmed_at IS NOT NULL`,
      );
      return row?.first ?? null;
    },
  };
}

const isHolding = sql`act = 'hold' AND who = 'checks'`;

/** Reports alone hide; everything else was done by a person. */
const doer = sql`CASE WHEN who = 'reports' THEN 'reports' ELSE 'person' END`;

/** The reason that stands alone, or before a moderator's own words. */
const reason = sql`CASE ${join(
  removalReasons.map(
    (each) =>
      sql`WHEN why = ${each} OR substr(why, 1, ${each.length + 1}) = ${`${each}:`} THEN ${each}`,
  ),
  " ",
)} ELSE '' END`;

const settled = sql`report WHERE report.comment = record.subject AND report.settled_by = record.id`;

/** What brought a comment before who decided on it. */
const source = sql`CASE WHEN EXISTS (SELECT 1 FROM record AS decision WHERE decision.batch = record.batch AND decision.act = 'decide') THEN 'notice'
  WHEN who = 'reports' OR EXISTS (SELECT 1 FROM ${settled}) THEN 'reports' WHEN was = 'held' THEN 'checks' ELSE 'own' END`;

/** For each kind the times that went by before decisions. @param done the acts of the time that is counted. */
function waitsOf(done: (condition: Guard) => Fragment): Record<Wait, Fragment> {
  const held = sql`SELECT at - (SELECT max(hold.at) FROM record AS hold WHERE hold.subject = record.subject AND hold.act = 'hold'
      AND hold.who = 'checks' AND hold.at <= record.at) AS took
    FROM ${done(sql`was = 'held' AND act IN (${join([...commentActs])})`)}`;
  const reported = sql`SELECT at - (SELECT min(report.created_at) FROM ${settled}) AS took
    FROM ${done(sql`who <> 'reports' AND act IN (${join([...commentActs])})`)}`;
  const noticed = sql`SELECT at - (SELECT notice.created_at FROM notice WHERE notice.id = record.subject) AS took
    FROM ${done(sql`act = 'decide' AND was = ''`)}`;
  const objected = sql`SELECT at - (SELECT min(objection.created_at) FROM objection
      WHERE objection.notice = record.subject AND objection.settled_at = record.at) AS took
    FROM ${done(sql`act = 'decide' AND was <> ''`)}`;
  const all = sql`${held} UNION ALL ${reported} UNION ALL ${noticed}`;
  return { held, reported, noticed, objected, all };
}

/** The middle one of the times that are known, or what lies between the two in the middle. */
async function median(database: Database, times: Fragment): Promise<number | null> {
  const rows = await database.read<{ took: number }>(
    sql`SELECT took FROM (SELECT took, row_number() OVER (ORDER BY took) AS nth, count(*) OVER () AS many
      FROM (${times}) AS waits WHERE took IS NOT NULL) AS sorted WHERE nth IN ((many + 1) / 2, (many + 2) / 2)`,
  );
  if (rows.length === 0) return null;
  return Math.round(rows.reduce((sum, { took }) => sum + took, 0) / rows.length);
}
