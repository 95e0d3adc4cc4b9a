import type { ActStatements, Outcome } from "../group-commit.ts";
import type { Value } from "../sql/fragment.ts";
import type { FileTrouble } from "./files.ts";

/** Acts on their way to another thread. The same few SQL texts come again and again, so each goes over once and then by its place. */
interface Packed {
  /** How many of the texts that went before are still good. */
  known: number;
  /** Those behind them, new. */
  texts: readonly string[];
  /** Of each statement of each act the place of its text, then its values. */
  acts: readonly (readonly (readonly [number, ...Value[]])[])[];
}

/** What the thread that writes is asked, and what it answers, in the same order. */
export type Asked = Packed | "empty the log" | "look" | "close";
export type Answered = readonly Outcome[] | boolean | FileTrouble | { unavailable: string } | null;

const MOST_TEXTS = 1000;

/** Packs acts for one reader who unpacks all of them, in the same order. */
export function packer(): (acts: readonly ActStatements[]) => Packed {
  const places = new Map<string, number>();
  return (acts) => {
    if (places.size > MOST_TEXTS) places.clear();
    const known = places.size;
    const texts: string[] = [];
    const placeOf = (sql: string): number => {
      const place = places.get(sql) ?? places.size;
      if (place === places.size) {
        places.set(sql, place);
        texts.push(sql);
      }
      return place;
    };
    const packed = acts.map((act) =>
      act.map(({ sql, parameters }) => [placeOf(sql), ...parameters] as const),
    );
    return { known, texts, acts: packed };
  };
}

/** Unpacks what one packer packs. */
export function unpacker(): (packed: Packed) => ActStatements[] {
  const all: string[] = [];
  return ({ known, texts, acts }) => {
    all.splice(known, all.length, ...texts);
    return acts.map((act) =>
      act.map(([place, ...parameters]) => ({ sql: all[place] ?? "", parameters })),
    );
  };
}
