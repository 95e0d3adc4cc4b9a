import type { CommentAct } from "../../../comments-service/domain/moderation.ts";
import type { Comment, Thread } from "../../../comments-service/wire.ts";

/** What can happen to the comments of two threads. `nth` names a comment by when it was posted, and a batch by when it was done; -1 the last one. */
export type Act =
  | { act: "post" | "say"; thread: 0 | 1; answers: number | null; reader: number; isOdd: boolean }
  | { act: "repeat"; nth: number }
  | { act: "confirm"; nth: number }
  | { act: "edit"; nth: number; reader: number; isOdd: boolean }
  | { act: "erase"; nth: number; reader: number }
  | { act: "decide"; how: CommentAct; nths: readonly number[]; hasRead: boolean }
  | { act: "report"; nth: number; reader: number }
  | { act: "switch"; thread: 0 | 1 | null; to: "close" | "open" | "hold" | "free" }
  | { act: "block"; reader: number }
  | { act: "unblock"; reader: number }
  | { act: "undo"; nth: number }
  | { act: "turn"; thread: 0 | 1 }
  | { act: "jump"; minutes: number }
  | { act: "restart" };

export type State = "unconfirmed" | "held" | "published" | "hidden" | "rejected" | "erased";

export interface ModelComment {
  thread: 0 | 1;
  reader: number;
  text: string;
  /** Its words are such that a check holds it. */
  isOdd: boolean;
  isGuests: boolean;
  replyTo: number | null;
  /** The number of the comment that began the conversation; its own when it is null. */
  conversation: number | null;
  state: State;
  /** Who has hidden it: the editors, or reports alone. */
  hiddenBy: "editors" | "reports";
  number: number | null;
  expires: number;
  confirmedAt: number | null;
  publishedAt: number | null;
  editedAt: number | null;
  /** Who has reported it, and by which decision of a moderator that was settled. */
  reports: Map<string, "open" | symbol>;
  /** By which decisions moderators have let it appear or stand, and when. */
  kept: Map<symbol, number>;
}

/** One thing that was decided, by a moderator or a rule, and how to take it back: null for what cannot be. */
export interface Done {
  /** A comment, a switch's thread, a block: what was decided on. */
  subject: unknown;
  at: number;
  undo: (() => boolean) | null;
  isUndone: boolean;
}

/** The life of comments as the design tells it, small enough to be seen to be right. */
export interface Model {
  now: number;
  /** What the magazine's list says. */
  isOpen: [boolean, boolean];
  /** What the desk's switches say. */
  isClosed: [boolean, boolean];
  isAllClosed: boolean;
  isHeld: [boolean, boolean];
  /** Who is blocked, and by which block. */
  blocked: Map<number, symbol>;
  last: [number, number];
  /** How many texts were taken. */
  texts: number;
  comments: ModelComment[];
  batches: Done[][];
  /** When reports alone hid something. */
  hidden: number[];
  /** All that was decided, also by the rules. */
  record: Done[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REPORTS_TO_HIDE = 3;
const HIDES_PER_HOUR = 3;

export function newModel(now: number): Model {
  return {
    now,
    isOpen: [true, true],
    isClosed: [false, false],
    isAllClosed: false,
    isHeld: [false, false],
    blocked: new Map(),
    last: [0, 0],
    texts: 0,
    comments: [],
    batches: [],
    hidden: [],
    record: [],
  };
}

/** The one of them that an act means; undefined while there is none. */
export function chosen<Item>(all: readonly Item[], nth: number): Item | undefined {
  return all.at(nth % Math.max(1, all.length));
}

/** The number that a post of this act answers; null when it answers nothing. */
export function answeredBy(model: Model, { thread, answers }: Act & { act: "post" | "say" }) {
  const answered = answers === null ? undefined : chosen(model.comments, answers);
  return answered?.thread === thread ? answered.number : null;
}

/** Something that happens to one comment. */
export type ToOne = Extract<Act, { act: "repeat" | "confirm" | "edit" | "erase" | "report" }>;

/** Does to a comment what its writer or a reader can do. @returns the status that the service has to answer with. */
export function happen(model: Model, comment: ModelComment, act: ToOne): number {
  if (act.act === "confirm") return comment.isGuests ? confirm(model, comment) : 0;
  if (act.act === "edit") return edit(model, comment, act);
  if (act.act === "report") return report(model, comment, act.reader);
  if (act.act === "repeat") return !comment.isGuests && comment.state === "published" ? 201 : 202;
  if (comment.reader !== act.reader || comment.state === "erased") return 404;
  comment.state = "erased";
  return 204;
}

const takesComments = (model: Model, thread: 0 | 1): boolean =>
  model.isOpen[thread] && !model.isClosed[thread] && !model.isAllClosed;

/** Posts a comment, a guest's or a signed-in reader's. @returns the status that the service has to answer with. */
export function post(model: Model, act: Act & { act: "post" | "say" }): number {
  const { thread, reader, isOdd } = act;
  if (!takesComments(model, thread)) return 409;
  const replyTo = answeredBy(model, act);
  const answered = model.comments.find(
    (each) => replyTo !== null && each.thread === thread && each.number === replyTo,
  );
  if (replyTo !== null && answered?.state !== "published") return 422;
  const comment: ModelComment = {
    thread,
    reader,
    text: textOf(model, isOdd),
    isOdd,
    isGuests: act.act === "post",
    replyTo,
    conversation: answered === undefined ? null : (answered.conversation ?? answered.number),
    state: "unconfirmed",
    hiddenBy: "reports",
    number: null,
    expires: model.now + 48 * HOUR,
    confirmedAt: null,
    publishedAt: null,
    editedAt: null,
    reports: new Map(),
    kept: new Map(),
  };
  model.comments.push(comment);
  model.texts += 1;
  if (comment.isGuests) return 202;
  return settle(model, comment) ? 201 : 202;
}

/** The words that are posted or edited next; no two are alike. */
export function textOf(model: Model, isOdd: boolean): string {
  return `Wortmeldung ${model.texts}${isOdd ? ": merkwürdig" : ""}.`;
}

/** What the checks make of a comment that was confirmed or edited. @returns whether it shows. */
function settle(model: Model, comment: ModelComment): boolean {
  const { thread, reader, isOdd } = comment;
  comment.confirmedAt ??= model.now;
  if (isOdd || model.isHeld[thread] || model.blocked.has(reader)) {
    comment.state = "held";
    byRule(model, comment);
  } else show(model, comment);
  return comment.state === "published";
}

/** What a rule decides is in the record, too; it is not taken back. */
function byRule(model: Model, subject: ModelComment): void {
  model.record.push({ subject, at: model.now, undo: null, isUndone: false });
}

export function show(model: Model, comment: ModelComment): void {
  comment.state = "published";
  comment.publishedAt ??= model.now;
  comment.number ??= model.last[comment.thread] += 1;
}

function confirm(model: Model, comment: ModelComment): number {
  const { thread, state, expires } = comment;
  if (state === "hidden" || state === "rejected" || state === "erased") return 410;
  if (state !== "unconfirmed") return 200;
  if (expires <= model.now) return 410;
  if (!takesComments(model, thread)) return 409;
  settle(model, comment);
  return 200;
}

function edit(
  model: Model,
  comment: ModelComment,
  { reader, isOdd }: { reader: number; isOdd: boolean },
): number {
  const { thread, number, state, publishedAt, confirmedAt } = comment;
  if (comment.reader !== reader || state === "erased") return 404;
  const isAnswered = model.comments.some(
    (each) =>
      each.thread === thread &&
      number !== null &&
      each.replyTo === number &&
      each.number !== null &&
      each.state !== "erased",
  );
  const since = publishedAt ?? confirmedAt;
  const inTime = since !== null && since + 15 * MINUTE > model.now;
  if (!inTime || isAnswered || (state !== "published" && state !== "held")) return 422;
  Object.assign(comment, { text: textOf(model, isOdd), isOdd, editedAt: model.now });
  model.texts += 1;
  if (state === "published") settle(model, comment);
  return 200;
}

function report(model: Model, comment: ModelComment, reader: number): number {
  if (comment.state !== "published") return 404;
  // A sender is hashed under a key of the day, so tomorrow it is another one; and only those of one day are told apart.
  const day = ` on day ${Math.floor(model.now / (24 * HOUR))}`;
  const who = `${reader}${day}`;
  if (comment.reports.has(who)) return 202;
  comment.reports.set(who, "open");
  const open = [...comment.reports].filter(([by, each]) => each === "open" && by.endsWith(day));
  const isDecided = [...comment.kept.values()].some((at) => at >= (comment.editedAt ?? 0));
  if (open.length < REPORTS_TO_HIDE || isDecided) return 202;
  model.hidden = model.hidden.filter((at) => at > model.now - HOUR);
  if (model.hidden.length >= HIDES_PER_HOUR) return 202;
  model.hidden.push(model.now);
  comment.state = "hidden";
  comment.hiddenBy = "reports";
  byRule(model, comment);
  return 202;
}

type Shown = Pick<
  Comment,
  "number" | "replyTo" | "name" | "text" | "state" | "publishedAt" | "editedAt"
> & { gone: Comment["gone"] | undefined };

export const nameOf = (reader: number): string => `Leserin ${reader}`;

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
  const time = (at: number) => new Date(at).toISOString();
  return {
    open: takesComments(model, thread),
    count: numbered.filter(({ state }) => state === "published").length,
    comments: sorted.map((each) => {
      const isPublished = each.state === "published";
      return {
        number: each.number ?? 0,
        replyTo: each.replyTo,
        name: isPublished ? nameOf(each.reader) : "",
        text: isPublished ? each.text : "",
        state: isPublished ? "published" : each.state === "erased" ? "erased" : "hidden",
        gone: goneAs(each),
        publishedAt: time(each.publishedAt ?? 0),
        editedAt: isPublished && each.editedAt !== null ? time(each.editedAt) : null,
      };
    }),
  };
}

function goneAs({ state, hiddenBy }: ModelComment): Shown["gone"] {
  if (state === "published") return undefined;
  if (state === "erased") return "erased";
  const isRemoved = state === "rejected" || (state === "hidden" && hiddenBy === "editors");
  return isRemoved ? "removed" : "hidden";
}

/** How many comments wait for a moderator, and how many of those that were reported. */
export function waitingIn(model: Model): { held: number; reported: number } {
  const { comments } = model;
  const isReported = ({ state, reports }: ModelComment) =>
    (state === "published" || state === "hidden") && [...reports.values()].includes("open");
  return {
    held: comments.filter(({ state }) => state === "held").length,
    reported: comments.filter(isReported).length,
  };
}
