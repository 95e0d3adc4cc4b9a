import { sha256 } from "../../domain/digest.ts";
import type { ImportedComment, KeptImport } from "../../store/port/importing.ts";
import type { Foreign, SkipReason } from "./foreign.ts";
import type { Match } from "./match-thread.ts";
import { inOrder } from "./order.ts";
import type { Placing } from "./place.ts";
import type { Candidate } from "./recognise.ts";
import type { Displaced, Entry, Linked } from "./replies.ts";

/** What an import writes into one thread, in the order of the numbers. */
export interface PlannedThread {
  thread: string;
  by: Match["by"];
  fresh: ImportedComment[];
  /** How many are here already. */
  known: number;
  /** Those of the fresh ones whose place is another than there. */
  displaced: Displaced[];
}

export interface Plan extends Pick<Placing, "unknown" | "hosts" | "missing"> {
  threads: PlannedThread[];
  /** How many comments stay behind, by reason. */
  skipped: Map<SkipReason, number>;
  /** What the texts lose, by its name. */
  dropped: ReadonlyMap<string, number>;
}

/** Each comment that has found its thread, with the ids under which an import may have brought it: they follow from its key, where that is one. */
export function candidatesOf({ places }: Foreign, { threads }: Placing): Candidate[] {
  return [...threads].flatMap(([thread, { entries }]) =>
    entries.map((entry) => {
      const { key } = entry.comment;
      const ids = key === "" ? [] : places.map((name) => idOf(`${name} ${key}`));
      return { entry, thread, ids };
    }),
  );
}

/**
 * Decides what an import writes.
 * @param found the comments that are here already.
 * @param taken the ids that are here, whatever they stand for.
 * @param nameless what stands for the name of who gave none.
 */
export function planImport(options: {
  foreign: Foreign;
  linked: Linked;
  placing: Placing;
  candidates: readonly Candidate[];
  found: ReadonlyMap<Entry, KeptImport>;
  taken: ReadonlySet<string>;
  nameless: string;
}): Plan {
  const { foreign, linked, placing, candidates, found, taken, nameless } = options;
  const { unknown, hosts, missing } = placing;
  const lost = Map.groupBy(linked.displaced, ({ entry }) => entry);
  const idsOf = new Map(candidates.map(({ entry, ids }) => [entry, ids]));
  const used = new Set(taken);
  const ids = new Map<Entry, string>();

  const threads = [...placing.threads].map(([thread, { by, entries }]): PlannedThread => {
    const { ordered, displaced } = inOrder(entries, hasNumber);
    const moved = Map.groupBy(displaced, ({ entry }) => entry);
    const fresh = ordered.filter((entry) => !found.has(entry));
    for (const entry of ordered) ids.set(entry, found.get(entry)?.id ?? freeId(entry, thread));
    return {
      thread,
      by,
      fresh: fresh.map(fit),
      known: ordered.length - fresh.length,
      displaced: fresh.flatMap((entry) => lost.get(entry) ?? moved.get(entry) ?? []),
    };
  });
  const { dropped } = foreign;
  return { threads, unknown, hosts, missing, skipped: skippedOf(options), dropped };

  /** Here somebody may have decided on it since. */
  function hasNumber(entry: Entry): boolean {
    const row = found.get(entry);
    return row === undefined ? entry.comment.state !== "held" : row.number !== null;
  }

  /** The one of its key, unless that stands for another comment. Never of its words: an id is public, and outlives them. */
  function freeId(entry: Entry, thread: string): string {
    const [ofKey] = idsOf.get(entry) ?? [];
    let id = ofKey ?? "";
    for (let count = 0; id === "" || used.has(id); count += 1)
      id = idOf(JSON.stringify([foreign.source, thread, entry.comment.at, count]));
    used.add(id);
    return id;
  }

  function fit(entry: Entry): ImportedComment {
    const { at, editedAt, name, email, text, state } = entry.comment;
    const isNamed = name !== "" || state === "erased";
    return {
      id: ids.get(entry) ?? "",
      parent: entry.parent === null ? null : (ids.get(entry.parent) ?? null),
      at,
      editedAt,
      email,
      text,
      state,
      wording: `import.${foreign.source}`,
      name: isNamed ? name : nameless,
    };
  }
}

function skippedOf({ foreign, linked, placing }: Parameters<typeof planImport>[0]) {
  const skipped = new Map<SkipReason, number>();
  const add = (reason: SkipReason, number: number) => {
    if (number > 0) skipped.set(reason, (skipped.get(reason) ?? 0) + number);
  };
  for (const { reason } of foreign.skipped) add(reason, 1);
  add("deleted", placing.deleted);
  add("twice in the file", linked.twice + placing.twice);
  return skipped;
}

function idOf(name: string): string {
  return sha256(`import ${name}`).slice(0, 32);
}
