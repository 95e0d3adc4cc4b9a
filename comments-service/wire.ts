/**
 * What travels between the page, the service and the magazine. The only file of the service that others may import.
 * It only grows: page and service are deployed apart. Times are ISO 8601 in UTC; errors are RFC 9457 problem details.
 */
import * as v from "valibot";

export const limits = { name: 80, email: 254, text: 5000, message: 1000 } as const;

/** Why a reader reports a comment; the words for each stand in the widget. */
export const reasons = ["spam", "insult", "illegal", "other"] as const;
export type Reason = (typeof reasons)[number];

/** What a post has to solve first. Only proof of work exists so far. */
export type ChallengeKind = "pow";

/** What a challenge is solved for; `GET /challenge` takes `comment` when none is named. */
export const actions = ["comment", "report"] as const;
export type Action = (typeof actions)[number];

/** `dist/threads.json`: what the service knows of the magazine. */
export const ThreadList = v.object({
  version: v.literal(1),
  site: v.object({
    title: v.string(),
    url: v.string(),
    language: v.picklist(["de", "en"]),
    timeZone: v.string(),
  }),
  threads: v.array(
    v.object({
      id: v.string(),
      url: v.string(),
      title: v.string(),
      state: v.picklist(["open", "closed"]),
    }),
  ),
});
export type ThreadList = v.InferOutput<typeof ThreadList>;

/** POST /threads/{thread}/comments */
export const NewComment = v.object({
  name: v.string(),
  email: v.string(),
  text: v.string(),
  /** The number of the published comment that this one answers. */
  replyTo: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The solved challenge: base64 of ALTCHA's `{ challenge, solution }`. It counts once, and is the post's idempotency key. */
  challenge: v.string(),
});
export type NewComment = v.InferInput<typeof NewComment>;

/** POST /comments/{id}/reports */
export const NewReport = v.object({
  reason: v.picklist(reasons),
  message: v.nullish(v.string()),
  email: v.nullish(v.string()),
  challenge: v.string(),
});
export type NewReport = v.InferInput<typeof NewReport>;

/** POST /confirm/again: 'no mail received?' The solved challenge of the post says which one is meant. */
export const ConfirmAgain = v.object({ challenge: v.string() });
export type ConfirmAgain = v.InferInput<typeof ConfirmAgain>;

/** The answer to a post: for a guest always `unconfirmed`, whatever is known of the address. */
export interface Posted {
  state: "unconfirmed";
}

/** The answer to a report (202): the same for the first and for a repeated one. */
export interface Reported {
  state: "received";
}

/**
 * GET /challenge?thread=&kind=pow&action=comment|report: the kind, and ALTCHA's challenge (protocol version 2) as it is. It belongs to
 * that thread and that action.
 */
export interface Challenge {
  kind: ChallengeKind;
  challenge: { parameters: Record<string, unknown>; signature?: string };
}

/** A comment as everyone may see it. Of a hidden or erased one only the place is left: name and text are empty. */
export interface Comment {
  id: string;
  number: number;
  /** The number of the comment that this one answers; null when it begins a conversation. */
  replyTo: number | null;
  name: string;
  text: string;
  publishedAt: string;
  editedAt: string | null;
  badge: "author" | "editor" | null;
  state: "published" | "hidden" | "erased";
}

/**
 * GET /threads/{thread}: a page of a thread. A comment that begins a conversation is followed by all its replies, oldest first,
 * whichever of them each one answers; the page holds `limit` such conversations. `next` is the `before` of the next page.
 */
export interface Thread {
  thread: string;
  title: string;
  open: boolean;
  /** How many comments are published. */
  count: number;
  comments: Comment[];
  next: number | null;
}

/** GET /counts: published comments by thread; an unknown thread is left out. */
export type Counts = Record<string, number>;

/** RFC 9457, `application/problem+json`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** What is wrong with which field; `reason` is a stable word, not a sentence. */
  errors?: { field: string; reason: "missing" | "too-long" | "invalid" | "used" | "expired" }[];
}
