import type { ListedThread } from "../../domain/thread-list.ts";
import type { Foreign, ForeignThread } from "./foreign.ts";
import { bareHost, hostOf, threadMatcher } from "./match-thread.ts";
import type { Match, Told } from "./match-thread.ts";
import { withoutLoneErased } from "./order.ts";
import { joinEntries } from "./replies.ts";
import type { Entry } from "./replies.ts";

export interface Placing {
  /** What comes into each thread of the magazine. */
  threads: Map<string, { by: Match["by"]; entries: Entry[] }>;
  /** The threads of the other system that the magazine does not have. */
  unknown: { name: string; comments: number; guess: string | null }[];
  /** Hosts that are not the magazine's, with what stood there. */
  hosts: Map<string, { threads: number; comments: number }>;
  /** What whoever imports has named and the file does not have. */
  missing: { threads: string[]; hosts: string[] };
  /** How many were deleted and answered by nobody. */
  deleted: number;
  /** How many stand in two threads of the file that are one here. */
  twice: number;
}

/** Finds the magazine's thread for each comment; where that cannot be known for sure, it is named. */
export function place(
  { threads }: Foreign,
  entries: readonly Entry[],
  known: readonly ListedThread[],
  told: Told,
): Placing {
  const match = threadMatcher(known, told);
  const byKey = Map.groupBy(threads, ({ key }) => key);
  const placing: Placing = {
    threads: new Map(),
    unknown: [],
    hosts: new Map(),
    missing: missing(threads, told),
    deleted: 0,
    twice: 0,
  };
  const written = Map.groupBy(entries, ({ comment }) => comment.thread);
  for (const [key, all] of written) {
    const kept = withoutLoneErased(all);
    placing.deleted += all.length - kept.length;
    if (kept.length === 0) continue;
    const from = oneOf(byKey.get(key) ?? [], key);
    const found = typeof from === "string" ? { guess: null } : match(from);
    if ("thread" in found) {
      const there = placing.threads.get(found.thread) ?? { by: found.by, entries: [] };
      there.entries = there.entries.concat(kept);
      placing.threads.set(found.thread, there);
    } else if ("host" in found) {
      const there = placing.hosts.get(found.host) ?? { threads: 0, comments: 0 };
      there.threads += 1;
      there.comments += kept.length;
      placing.hosts.set(found.host, there);
    } else {
      const name = typeof from === "string" ? from : nameOf(from);
      placing.unknown.push({ name, comments: kept.length, guess: found.guess });
    }
  }
  // Two threads of the other system may be one here: an address with and without www, say, or an article that the file holds twice.
  for (const there of placing.threads.values()) {
    const { length } = there.entries;
    there.entries = joinEntries(there.entries);
    placing.twice += length - there.entries.length;
  }
  return placing;
}

/** An empty key names no thread, and one that stands for two names neither. */
function oneOf(threads: readonly ForeignThread[], key: string): ForeignThread | string {
  const [first] = threads;
  if (key === "") return "(no thread is named)";
  if (first === undefined) return `(thread ${key}, which is not in the file)`;
  const others = threads.filter(
    ({ address, identifier }) => address !== first.address || identifier !== first.identifier,
  );
  if (others.length === 0) return first;
  return `(thread ${key}, which is ${[first, ...others].map(nameOf).join(" and ")})`;
}

function nameOf({ address, identifier, title }: ForeignThread): string {
  return address || identifier || title || "(without address, id and title)";
}

function missing(threads: readonly ForeignThread[], told: Told): Placing["missing"] {
  const names = new Set(
    threads.flatMap(({ address, identifier, title }) => [address, identifier, title]),
  );
  const hosts = new Set(threads.map(({ address }) => bareHost(hostOf(address) ?? "")));
  return {
    threads: [...told.threads.keys()].filter((name) => !names.has(name)),
    hosts: told.hosts.filter((host) => !hosts.has(bareHost(host))),
  };
}
