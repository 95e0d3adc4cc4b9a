import type { CommentAct } from "../../../comments-service/domain/moderation.ts";
import { chosen, show } from "./model.ts";
import type { Act, Done, Model, ModelComment, State } from "./model.ts";

/** What a moderator's word means for a comment, by its state. */
const meanings: Record<CommentAct, Partial<Record<State, CommentAct>>> = {
  publish: { held: "publish", hidden: "publish", rejected: "publish" },
  keep: { published: "keep", hidden: "publish" },
  reject: { held: "reject", hidden: "reject" },
  hide: { published: "hide", hidden: "reject" },
  erase: {
    unconfirmed: "erase",
    held: "erase",
    published: "erase",
    hidden: "erase",
    rejected: "erase",
  },
};

/** Does an act to several comments at once. @returns how many it changed. */
export function decide(model: Model, { how, nths, hasRead }: Act & { act: "decide" }): number {
  const meant = new Set(nths.map((nth) => chosen(model.comments, nth)));
  const batch: Done[] = [];
  for (const comment of meant) {
    const act = comment === undefined ? undefined : meanings[how][comment.state];
    if (comment === undefined || act === undefined) continue;
    // Nothing appears or stays that the moderator has not read as it is now.
    const isRead = hasRead || comment.editedAt === null;
    if ((act === "publish" || act === "keep") && !isRead) continue;
    const { state: was, hiddenBy } = comment;
    const settlement = Symbol(act);
    if (act === "publish") show(model, comment);
    if (act === "publish" || act === "keep") comment.kept.set(settlement, model.now);
    if (act === "reject") comment.state = "rejected";
    if (act === "hide") Object.assign(comment, { state: "hidden", hiddenBy: "editors" });
    if (act === "erase") comment.state = "erased";
    turnReports(comment, "open", settlement);
    const became = comment.state;
    const takeBack = (): boolean => {
      if (comment.state !== became) return false;
      Object.assign(comment, { state: was, hiddenBy });
      comment.kept.delete(settlement);
      turnReports(comment, settlement, "open");
      return true;
    };
    batch.push(done(model, comment, act === "erase" ? null : takeBack));
  }
  return close(model, batch);
}

/** Makes of all reports that are the one the other. */
function turnReports({ reports }: ModelComment, from: "open" | symbol, to: "open" | symbol): void {
  for (const [who, is] of reports) if (is === from) reports.set(who, to);
}

/** Turns a switch of a thread, or of all. @returns whether that changed anything: 0 or 1. */
export function turnSwitch(model: Model, { thread, to }: Act & { act: "switch" }): number {
  const value = to === "close" || to === "hold";
  const isHolding = to === "hold" || to === "free";
  // All threads at once can only be closed and opened.
  const set = (wanted: boolean): boolean => {
    const flags = isHolding ? model.isHeld : model.isClosed;
    const was = thread === null ? model.isAllClosed : flags[thread];
    if (was === wanted) return false;
    if (thread === null) model.isAllClosed = wanted;
    else flags[thread] = wanted;
    return true;
  };
  const subject = thread === null ? "all threads" : `thread ${thread}`;
  return close(model, set(value) ? [done(model, subject, () => set(!value))] : []);
}

/** Blocks a reader's address, or no longer. @returns whether that changed anything: 0 or 1. */
export function block(model: Model, { act, reader }: Act & { act: "block" | "unblock" }): number {
  const known = model.blocked.get(reader);
  if ((known !== undefined) === (act === "block")) return close(model, []);
  if (act === "unblock") {
    model.blocked.delete(reader);
    return close(model, [done(model, known, null)]);
  }
  const subject = Symbol("block");
  model.blocked.set(reader, subject);
  // This very block, not one that was set after this one had been lifted.
  const takeBack = () => model.blocked.get(reader) === subject && model.blocked.delete(reader);
  return close(model, [done(model, subject, takeBack)]);
}

function done({ now: at }: Model, subject: unknown, takeBack: Done["undo"]): Done {
  return { subject, at, undo: takeBack, isUndone: false };
}

/** Puts a batch into the record. @returns how much was done. */
function close(model: Model, batch: Done[]): number {
  model.batches.push(batch);
  model.record.push(...batch);
  return batch.length;
}

/** Takes back what a batch did, where nothing was decided on the same since. @returns how much that was. */
export function undo({ record }: Model, batch: readonly Done[]): number {
  let count = 0;
  for (const each of batch) {
    const isLast = !record.some(
      (later) =>
        later.subject === each.subject &&
        later.at > each.at &&
        !later.isUndone &&
        !batch.includes(later),
    );
    if (each.isUndone || !isLast || each.undo?.() !== true) continue;
    each.isUndone = true;
    count += 1;
  }
  return count;
}
