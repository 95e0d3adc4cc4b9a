import { count } from "../../domain/count.ts";
import type { ImportedComment } from "../../store/port/importing.ts";
import type { Plan, PlannedThread } from "./plan.ts";

const byWords: Record<PlannedThread["by"], string> = {
  address: "found by its address",
  id: "found by its id",
  slug: "found by the last word of its address",
  you: "as you said",
};
// A broken file could hold any number of them.
const NAMED = 20;

/** What an import does or would do, in lines for who runs it. */
export function reportLines(plan: Plan, isDry: boolean): string[] {
  const { threads, skipped, dropped, missing } = plan;
  const fresh = threads.flatMap((thread) => thread.fresh);
  const sorted = threads.toSorted((a, b) => (a.thread < b.thread ? -1 : 1));
  const listed = (words: string, all: readonly string[]) =>
    all.length === 0 ? [] : [`${words}: ${all.join(", ")}`];
  return [
    `${isDry ? "would write" : "wrote"} ${count(fresh.length, "comment")} in ${count(threads.length, "thread")}`,
    ...sorted.map((each) => `  ${each.thread}: ${tally(each)} (${byWords[each.by]})`),
    ...listed("left behind", named(skipped)),
    ...listed("not words, and left out of the texts", named(dropped)),
    ...displacedLines(sorted),
    ...hostLines(plan),
    ...unknownLines(plan),
    ...listed("named with --thread, but not in the file", missing.threads),
    ...listed("named with --host, but not in the file", missing.hosts),
    ...(isDry ? ["nothing was written"] : []),
  ];
}

/** Replies that stand elsewhere than there, since what they answered is not here to be answered. */
function displacedLines(threads: readonly PlannedThread[]): string[] {
  const all = threads.flatMap(({ thread, displaced }) =>
    displaced.map(({ entry: { comment }, answered, reason }) => {
      const at = new Date(comment.at).toISOString().slice(0, 16).replace("T", " ");
      const name = comment.name === "" ? "somebody without a name" : comment.name;
      return `  ${thread}: ${comment.key || "one without a key"} by ${name}, ${at} UTC, answered ${answered} (${reason})`;
    }),
  );
  if (all.length === 0) return [];
  return [
    `${count(all.length, "reply", "replies")} to what is not here ${all.length === 1 ? "answers" : "answer"} the comment above it, or none:`,
    ...some(all),
  ];
}

function hostLines({ hosts }: Plan): string[] {
  if (hosts.size === 0) return [];
  return [
    "at other hosts than the magazine's; name those that were its own with --host HOST to bring them along:",
    ...some(
      [...hosts].map(
        ([host, { threads, comments }]) =>
          `  ${host || "(no address of the web)"}: ${count(comments, "comment")} in ${count(threads, "thread")}`,
      ),
    ),
  ];
}

function unknownLines({ unknown }: Plan): string[] {
  if (unknown.length === 0) return [];
  return [
    `${count(unknown.length, "thread")} of the file ${unknown.length === 1 ? "is" : "are"} not in the magazine; name each with --thread ADDRESS=ID to bring it along:`,
    ...unknown.map(
      ({ name, comments, guess }) =>
        `  ${name}: ${count(comments, "comment")}${guess === null ? "" : `; did you mean ${guess}?`}`,
    ),
  ];
}

function some(lines: readonly string[]): string[] {
  const rest = lines.length - NAMED;
  return [...lines.slice(0, NAMED), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

/** Each with its number, the most frequent first. */
function named(counts: ReadonlyMap<string, number>): string[] {
  const all = [...counts].toSorted(([, a], [, b]) => b - a);
  const rest = all.slice(NAMED).reduce((sum, [, number]) => sum + number, 0);
  const names = all.slice(0, NAMED).map(([name, number]) => `${number} ${name}`);
  return [...names, ...(rest === 0 ? [] : [`${rest} others`])];
}

function tally({ fresh, known }: PlannedThread): string {
  const states: ImportedComment["state"][] = ["published", "held", "erased"];
  const parts = states.flatMap((state) => {
    const some = fresh.filter((comment) => comment.state === state);
    return some.length === 0 ? [] : [`${some.length} ${state}`];
  });
  return [...parts, ...(known === 0 ? [] : [`${known} already here`])].join(", ");
}
