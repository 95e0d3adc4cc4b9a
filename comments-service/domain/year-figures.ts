import { checks } from "./checks/checks.ts";
import { removalReasons } from "./moderation.ts";
import { reasons } from "../wire.ts";

/** What was counted in a time. Times are milliseconds; what was taken back counts nowhere. */
export interface Counted {
  /** Written in this time, and confirmed; how many of them have appeared so far. */
  comments: number;
  appeared: number;
  /** How often the checks held a comment, by the names of the checks with spaces between. */
  held: Tally<"checks">[];
  /** What readers reported, by reason. */
  reports: Tally<"reason">[];
  /** Notices of illegal content that came. */
  notices: number;
  /** Acts on comments: by reports alone, or a person; for which reason; what brought the comment before who acted. */
  acts: Tally<"act" | "by" | "reason" | "source">[];
  /** Decisions on notices. `was` is empty where it was the first one, else what it was before an objection. */
  decisions: Tally<"was" | "became">[];
  /** Objections that came, by who objected. */
  objections: Tally<"party">[];
  /** Addresses and domains that were blocked. */
  blocks: number;
  /** The median time that something waited for the decision made on it; null where nothing was decided. */
  waits: Record<Wait, number | null>;
}

/** How often these words stood together. */
export type Tally<Words extends string> = Record<Words, string> & { count: number };

/** What waits for a decision; `all` is the first three of them together. */
export type Wait = "held" | "reported" | "noticed" | "objected" | "all";

/** The numbers of a year as page and file show them: totals, groups of them, and times in milliseconds. */
export interface YearFigures {
  totals: Record<
    "comments" | "appeared" | "held" | "reports" | "notices" | "removed" | "blocks",
    number
  >;
  groups: Record<Group, Figure[]>;
  waits: Counted["waits"];
}

export interface Figure {
  of: string;
  count: number;
}

export const groups = [
  "removed",
  "decided",
  "source",
  "ground",
  "held",
  "reported",
  "noticed",
  "objected",
] as const;
export type Group = (typeof groups)[number];

const sources = ["checks", "reports", "notice", "own"];
const acts = ["publish", "keep", "reject", "hide", "erase"];

/** The figures of a year, in an order that is always the same: also what did not happen stands there, with zero. */
export function yearFigures(counted: Counted): YearFigures {
  const byPerson = counted.acts.filter(({ by }) => by === "person");
  const removals = byPerson.filter(({ act }) => act === "reject" || act === "hide");
  const removed = each(removalReasons, (reason) => sum(removals, { reason }));
  const illegal = sum(removals, { reason: "illegal" });
  const held = sum(counted.held);
  const again = counted.decisions.filter(({ was }) => was !== "");
  const overturned = sum(again.filter(({ was, became }) => was !== became));
  return {
    totals: {
      comments: counted.comments,
      appeared: counted.appeared,
      held,
      reports: sum(counted.reports),
      notices: counted.notices,
      removed: sum(removals),
      blocks: counted.blocks,
    },
    groups: {
      removed,
      decided: [
        ...each(acts, (act) => sum(byPerson, { act })).map(({ of, count }) => {
          return { of: `person.${of}`, count };
        }),
        { of: "automatic.hold", count: held },
        { of: "automatic.hide", count: sum(counted.acts, { by: "reports", act: "hide" }) },
      ],
      source: each(sources, (source) => sum(removals, { source })),
      ground: [
        { of: "law", count: illegal },
        { of: "rules", count: sum(removals) - illegal },
      ],
      held: each(
        checks.map(({ name }) => name),
        (name) => sum(counted.held.filter((one) => one.checks.split(" ").includes(name))),
      ),
      reported: each(reasons, (reason) => sum(counted.reports, { reason })),
      noticed: [
        { of: "given", count: counted.notices },
        { of: "removed", count: sum(counted.decisions, { was: "", became: "removed" }) },
        { of: "kept", count: sum(counted.decisions, { was: "", became: "kept" }) },
      ],
      objected: [
        ...each(["notifier", "writer"], (party) => sum(counted.objections, { party })),
        { of: "overturned", count: overturned },
        { of: "confirmed", count: sum(again) - overturned },
      ],
    },
    waits: counted.waits,
  };
}

function each(names: readonly string[], countOf: (name: string) => number): Figure[] {
  return names.map((of) => ({ of, count: countOf(of) }));
}

/** Of those with these words. */
function sum<Words extends string>(
  tallies: readonly Tally<Words>[],
  words: Partial<Record<Words, string>> = {},
): number {
  const wanted = Object.entries(words) as [Words, string][];
  return tallies
    .filter((tally) => wanted.every(([name, word]) => tally[name] === word))
    .reduce((total, { count }) => total + count, 0);
}
