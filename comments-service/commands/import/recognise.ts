import { DAY } from "../../domain/times.ts";
import type { KeptImport } from "../../store/port/importing.ts";
import type { Entry } from "./replies.ts";

/** A comment of a file with the thread that it goes into and the ids that it may have there. */
export interface Candidate {
  entry: Entry;
  thread: string;
  ids: readonly string[];
}

type IsSame = (candidate: Candidate, row: KeptImport) => boolean;

/**
 * Finds out which comments of a file are here already. What makes a comment the same is its words, its writer and its time in its thread, as well as its
 * key: a blog may be called otherwise today, and two blogs may count alike. Nothing is kept for this beside the comments themselves, so of an erased
 * one there is no more than its time and its id. Each that is here stands for one of the file.
 * @param rows what came from elsewhere into these threads, and whatever has one of the ids.
 * @param nameless what stands here for the name of who gave none.
 */
export function recognise(
  candidates: readonly Candidate[],
  rows: readonly KeptImport[],
  nameless: readonly string[],
): Map<Entry, KeptImport> {
  const found = new Map<Entry, KeptImport>();
  const used = new Set<KeptImport>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byWords = Map.groupBy(rows, ({ thread, at, text }) => keyOf(thread, at, bare(text)));
  // Few, so that they can be gone through: of these the words are not what they were.
  const changed = Map.groupBy(
    rows.filter(({ state, editedAt }) => state === "erased" || editedAt !== null),
    ({ thread, at }) => keyOf(thread, at),
  );
  const byTime = Map.groupBy(rows, ({ thread, at }) => keyOf(thread, at));

  const ofIds = ({ ids }: Candidate) => ids.flatMap((id) => byId.get(id) ?? []);
  const ofWords = ({ thread, entry: { comment } }: Candidate) =>
    byWords.get(keyOf(thread, comment.at, bare(comment.text)));
  const ofChanged = ({ thread, entry: { comment } }: Candidate) =>
    (comment.state === "erased" ? byTime : changed).get(keyOf(thread, comment.at));

  const isHis = ({ entry }: Candidate, { name }: KeptImport) =>
    name === "" ||
    name === entry.comment.name ||
    (entry.comment.name === "" && nameless.includes(name));
  const isAtOnce = ({ entry }: Candidate, { at }: KeptImport) => entry.comment.at === at;
  const hasWords = ({ entry: { comment } }: Candidate, { text }: KeptImport) =>
    text !== "" && bare(text) === bare(comment.text);
  const isWordless = ({ entry }: Candidate, { state }: KeptImport) =>
    state === "erased" || entry.comment.state === "erased";
  const isFrom = ({ entry: { comment } }: Candidate, { email }: KeptImport) =>
    email.toLowerCase() === comment.email.toLowerCase();
  const mayBeFrom: IsSame = (one, row) =>
    row.email === "" || one.entry.comment.email === "" || isFrom(one, row);

  // Its key, and nothing that speaks against it: words are edited there, dates are mended, zones are read anew.
  take(ofIds, (one, row) => {
    if (one.thread !== row.thread) return false;
    if (isAtOnce(one, row)) return isWordless(one, row) || isHis(one, row) || hasWords(one, row);
    const isNear = Math.abs(one.entry.comment.at - row.at) <= DAY;
    return (hasWords(one, row) && isHis(one, row)) || (isNear && row.state === "erased");
  });
  take(ofWords, (one, row) => hasWords(one, row) && isHis(one, row) && isFrom(one, row));
  take(ofWords, (one, row) => hasWords(one, row) && isHis(one, row) && mayBeFrom(one, row));
  // What its writer has edited here has other words than there.
  take(ofChanged, (one, row) => !isWordless(one, row) && isHis(one, row) && mayBeFrom(one, row));
  take(ofChanged, isWordless);
  // It went into another thread, as whoever imported it then had said.
  take(
    ofIds,
    (one, row) =>
      isAtOnce(one, row) && (isWordless(one, row) || (hasWords(one, row) && isHis(one, row))),
  );
  return found;

  function take(
    rowsOf: (one: Candidate) => readonly KeptImport[] | undefined,
    isSame: IsSame,
  ): void {
    for (const one of candidates) {
      if (found.has(one.entry)) continue;
      const row = rowsOf(one)?.find((each) => !used.has(each) && isSame(one, each));
      if (row === undefined) continue;
      found.set(one.entry, row);
      used.add(row);
    }
  }
}

function keyOf(...parts: (string | number)[]): string {
  return JSON.stringify(parts);
}

/** The words without what their way into plain text may have made of them: spaces, line ends, fences and marks of quotes. */
function bare(text: string): string {
  return text.replace(/[\s`>]+/gu, "");
}
