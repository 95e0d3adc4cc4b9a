import type { Comment, Thread } from "../../comments-service/wire.ts";

/** What can happen to the comments of two threads. `nth` names a comment by when it was posted. */
export type Act =
  | { act: "post"; thread: 0 | 1; answers: number | null }
  | { act: "repeat" | "confirm" | "erase"; nth: number }
  | { act: "hide" | "publish" | "reject" | "keep" | "remove"; nth: number }
  | { act: "report"; nth: number; reader: number }
  | { act: "turn"; thread: 0 | 1 }
  | { act: "jump"; hours: number }
  | { act: "restart" };

interface ModelComment {
  thread: 0 | 1;
  text: string;
  replyTo: number | null;
  /** The number of the comment that began the conversation; its own when it is null. */
  conversation: number | null;
  state: "unconfirmed" | "published" | "hidden" | "rejected" | "erased";
  number: number | null;
  expires: number;
  publishedAt: number;
  /** Who has reported it, and whether a moderator has decided since. */
  reports: Map<string, "open" | "settled">;
  isKept: boolean;
}

/** The life of comments as the design tells it, small enough to be seen to be right. */
export interface Model {
  now: number;
  isOpen: [boolean, boolean];
  last: [number, number];
  comments: ModelComment[];
}

const HOUR = 3_600_000;
const REPORTS_TO_HIDE = 3;

export function newModel(now: number): Model {
  return { now, isOpen: [true, true], last: [0, 0], comments: [] };
}

/** The comment that an act means; undefined while there is none. */
export function chosen(model: Model, nth: number): ModelComment | undefined {
  return model.comments[nth % Math.max(1, model.comments.length)];
}

/** The number that a post of this act answers; null when it answers nothing. */
export function answeredBy(model: Model, { thread, answers }: Act & { act: "post" }) {
  const answered = answers === null ? undefined : chosen(model, answers);
  return answered?.thread === thread ? answered.number : null;
}

/** Does an act to the model. @returns the status that the service has to answer with, or whether a moderator's act was done. */
export function live(model: Model, act: Act): number | boolean {
  if (act.act === "restart") return true;
  if (act.act === "jump") model.now += act.hours * HOUR;
  if (act.act === "turn") model.isOpen[act.thread] = !model.isOpen[act.thread];
  if (act.act === "post") return post(model, act);
  const comment = "nth" in act ? chosen(model, act.nth) : undefined;
  if (comment === undefined) return true;
  switch (act.act) {
    case "repeat":
      return 202;
    case "confirm":
      return confirm(model, comment);
    case "report":
      return report(model, comment, act.reader);
    case "hide":
      return turnTo(comment, ["published"], "hidden");
    case "publish":
      comment.isKept ||= comment.state === "hidden" || comment.state === "rejected";
      return turnTo(comment, ["hidden", "rejected"], "published");
    case "keep":
      comment.isKept ||= comment.state === "published";
      return turnTo(comment, ["published"], "published");
    case "reject":
      return turnTo(comment, ["hidden"], "rejected");
    case "erase":
    case "remove":
      return turnTo(comment, ["unconfirmed", "published", "hidden", "rejected"], "erased");
    case "jump":
    case "turn":
      break;
  }
  return true;
}

function post(model: Model, act: Act & { act: "post" }): number {
  if (!model.isOpen[act.thread]) return 409;
  const replyTo = answeredBy(model, act);
  const answered = model.comments.find(
    ({ thread, number }) => replyTo !== null && thread === act.thread && number === replyTo,
  );
  if (replyTo !== null && answered?.state !== "published") return 422;
  model.comments.push({
    thread: act.thread,
    text: textOf(model),
    replyTo,
    conversation: answered === undefined ? null : (answered.conversation ?? answered.number),
    state: "unconfirmed",
    number: null,
    expires: model.now + 48 * HOUR,
    publishedAt: 0,
    reports: new Map(),
    isKept: false,
  });
  return 202;
}

/** The words of the comment that is posted next; no two are alike. */
export function textOf(model: Model): string {
  return `Wortmeldung ${model.comments.length}.`;
}

function confirm(model: Model, comment: ModelComment): number {
  const { thread, state, expires } = comment;
  if (["hidden", "rejected", "erased"].includes(state)) return 410;
  if (state !== "unconfirmed") return 200;
  if (expires <= model.now) return 410;
  if (!model.isOpen[thread]) return 409;
  comment.state = "published";
  comment.number = model.last[thread] += 1;
  comment.publishedAt = model.now;
  return 200;
}

function report(model: Model, comment: ModelComment, reader: number): number {
  if (comment.state !== "published") return 404;
  // A sender is hashed under a key of the day, so tomorrow it is another one.
  const who = `${reader} on day ${Math.floor(model.now / (24 * HOUR))}`;
  if (comment.reports.has(who)) return 202;
  comment.reports.set(who, "open");
  const open = [...comment.reports.values()].filter((each) => each === "open").length;
  if (open >= REPORTS_TO_HIDE && !comment.isKept) comment.state = "hidden";
  return 202;
}

function turnTo(
  comment: ModelComment,
  from: readonly ModelComment["state"][],
  to: ModelComment["state"],
): boolean {
  if (!from.includes(comment.state)) return false;
  comment.state = to;
  for (const who of comment.reports.keys()) comment.reports.set(who, "settled");
  return true;
}

type Shown = Pick<Comment, "number" | "replyTo" | "text" | "state" | "publishedAt">;

/** What everyone may see of a thread: all of it, the newest conversation first. */
export function shownOf(
  model: Model,
  thread: 0 | 1,
): Pick<Thread, "open" | "count"> & { comments: Shown[] } {
  const numbered = model.comments.filter((each) => each.thread === thread && each.number !== null);
  const conversation = ({ conversation, number }: ModelComment) => conversation ?? number ?? 0;
  const sorted = numbered.toSorted(
    (a, b) => conversation(b) - conversation(a) || (a.number ?? 0) - (b.number ?? 0),
  );
  return {
    open: model.isOpen[thread],
    count: numbered.filter(({ state }) => state === "published").length,
    comments: sorted.map(({ number, replyTo, text, state, publishedAt }) => ({
      number: number ?? 0,
      replyTo,
      text: state === "published" ? text : "",
      state: state === "published" || state === "erased" ? state : "hidden",
      publishedAt: new Date(publishedAt).toISOString(),
    })),
  };
}
