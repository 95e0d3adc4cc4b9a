import { count } from "../domain/count.ts";
import type { Plan, PlannedThread } from "./plan.ts";

const byWords: Record<PlannedThread["by"], string> = {
  address: "found by its address",
  id: "found by its id",
  slug: "found by the last word of its address",
  you: "as you said",
};

const NAMED = 20;

/**
 * What an import does or would do, in lines for who runs it.
 * @param present the ids that are in the database already.
 */
export function reportLines(plan: Plan, present: ReadonlySet<string>, isDry: boolean): string[] {
  const { threads, unknown, missing, skipped, dropped } = plan;
  const all = threads.flatMap(({ comments }) => comments);
  const fresh = all.filter(({ id }) => !present.has(id));
  const lines = threads
    .toSorted((a, b) => (a.thread < b.thread ? -1 : 1))
    .map(({ thread, by, comments }) => `  ${thread}: ${tally(comments, present)} (${byWords[by]})`);
  const behind = [...skipped].map(([reason, number]) => `${number} ${reason}`);
  return [
    `${isDry ? "would write" : "wrote"} ${count(fresh.length, "comment")} in ${count(threads.length, "thread")}`,
    ...lines,
    ...(behind.length === 0 ? [] : [`left behind: ${behind.join(", ")}`]),
    ...(dropped.size === 0 ? [] : [`not words, and left out of the texts: ${named(dropped)}`]),
    ...(unknown.length === 0
      ? []
      : [
          `${count(unknown.length, "thread")} of the file ${unknown.length === 1 ? "is" : "are"} not in the magazine; name each with --thread ADDRESS=ID to bring it along:`,
        ]),
    ...unknown.map(
      ({ address, comments, guess }) =>
        `  ${address}: ${count(comments, "comment")}${guess === null ? "" : `; did you mean ${guess}?`}`,
    ),
    ...(missing.length === 0
      ? []
      : [`named with --thread, but not in the file: ${missing.join(", ")}`]),
    ...(isDry ? ["nothing was written"] : []),
  ];
}

/** The most frequent first; a broken file could hold any number of names. */
function named(counts: ReadonlyMap<string, number>): string {
  const all = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = all.slice(NAMED).reduce((sum, [, number]) => sum + number, 0);
  const names = all.slice(0, NAMED).map(([name, number]) => `${number} ${name}`);
  return [...names, ...(rest === 0 ? [] : [`${rest} others`])].join(", ");
}

function tally(comments: PlannedThread["comments"], present: ReadonlySet<string>): string {
  const parts = ["published", "held", "erased"].map((state) => {
    const some = comments.filter(({ id, state: own }) => own === state && !present.has(id));
    return some.length === 0 ? [] : [`${some.length} ${state}`];
  });
  const known = comments.filter(({ id }) => present.has(id)).length;
  return [...parts.flat(), ...(known === 0 ? [] : [`${known} already here`])].join(", ");
}
