/**
 * What travels between the page, the service and the magazine. The only file of the service that others may import.
 * It only grows: page and service are deployed apart. Times are ISO 8601 in UTC; errors are RFC 9457 problem details.
 */
import * as v from "valibot";

export const limits = { name: 80, email: 254, text: 5000, message: 1000 } as const;

/** Why a reader reports a comment; the words for each stand in the widget. */
export const reasons = ["spam", "insult", "illegal", "other"] as const;
export type Reason = (typeof reasons)[number];

/** What a commenter may want to be told of: replies to the comment, or everything in its thread. */
export const scopes = ["replies", "thread"] as const;
export type Scope = (typeof scopes)[number];

/** What a post has to solve first: proof of work, or the code from an image where the service is set so. */
export const challengeKinds = ["pow", "image"] as const;
export type ChallengeKind = (typeof challengeKinds)[number];

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
      /** Former addresses of the article; left out where there are none. */
      aliases: v.optional(v.array(v.string())),
    }),
  ),
});
export type ThreadList = v.InferOutput<typeof ThreadList>;

/** POST /threads/{thread}/comments; with `Authorization: Bearer …` it is a signed-in reader's. */
export const NewComment = v.object({
  name: v.string(),
  /** A guest's; a signed-in reader's is known. */
  email: v.nullish(v.string()),
  text: v.string(),
  /** What the commenter wants to be told of by mail; nothing when it is left out. */
  notify: v.nullish(v.picklist(scopes)),
  /** The number of the published comment that this one answers. */
  replyTo: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** A field that no person sees. Whoever fills it in is a program, and the comment is held. */
  website: v.nullish(v.string()),
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

/** The answer to a post: for a guest always `unconfirmed` (202), whatever is known of the address; signed in 201 or, when held, 202. */
export type Posted =
  | ({ state: "unconfirmed" } & LetterOnItsWay)
  | { state: "held" }
  | { state: "published"; comment: Comment };

/** `late` when the letter may take until tomorrow: by what this sender has asked for and what the site has to do, never by the address. */
export interface LetterOnItsWay {
  late?: true;
}

/** POST /sessions: a code goes to this address. */
export const NewSession = v.object({ email: v.string() });
export type NewSession = v.InferInput<typeof NewSession>;

/** The answer (202), the same for every address: only together with this attempt the mailed code opens a session. */
export interface SessionAsked extends LetterOnItsWay {
  attempt: string;
}

/** POST /sessions/verify: the attempt, and the code of eight digits. A wrong, old or used one is a 422 of the field `code`. */
export const Verification = v.object({ attempt: v.string(), code: v.string() });
export type Verification = v.InferInput<typeof Verification>;

/** A session (201): `token` is the bearer token (RFC 6750) of the calls that a signed-in reader makes. */
export interface Session {
  token: string;
  email: string;
  expires: string;
}

/** PATCH /comments/{id} */
export const Edit = v.object({ text: v.string() });
export type Edit = v.InferInput<typeof Edit>;

/** DELETE /me: whether the texts of published comments go too, or stay without a name. */
export const Forget = v.object({ texts: v.picklist(["erase", "keep"]) });
export type Forget = v.InferInput<typeof Forget>;

/** One's own comment, as its writer may see it. */
export interface OwnComment {
  id: string;
  thread: string;
  title: string;
  /** The article's address, with the comment's anchor where it has a number. */
  url: string;
  number: number | null;
  replyTo: number | null;
  name: string;
  text: string;
  state: "unconfirmed" | "held" | "published" | "hidden" | "rejected";
  writtenAt: string;
  publishedAt: string | null;
  editedAt: string | null;
  /** Until when it may be edited, if nobody answers before; null when it is too late. */
  editableUntil: string | null;
}

/** What a commenter wants to be told of. */
export interface OwnSubscription {
  thread: string;
  title: string;
  scope: Scope;
  askedAt: string;
  confirmedAt: string | null;
}

/**
 * GET /me/export: all that is kept about an address, as a file. GET /me: the same with the newest 50 comments only, or with ?thread= the newest
 * 50 that stand in that thread. `name` is the one of the last confirmed comment.
 */
export interface Me {
  email: string;
  name: string;
  comments: OwnComment[];
  subscriptions: OwnSubscription[];
}

/** The answer to a report (202): the same for the first and for a repeated one. */
export interface Reported {
  state: "received";
}

/**
 * GET /challenge?thread=&kind=pow|image&action=comment|report: without a kind the one that the service is set to; `pow` is always there. It
 * belongs to that thread and that action. For `pow` it is ALTCHA's challenge (protocol version 2) as it is. An image's solution is
 * `{ code }`, and is sent like ALTCHA's: base64 of `{ challenge, solution }`.
 */
export interface Challenge {
  kind: ChallengeKind;
  /** A data URL: the PNG with the code. */
  picture?: string;
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

/** Replies that a page leaves out: so many of a conversation, named by its first comment's number, stand after the one with the number `after`. */
export interface Folded {
  conversation: number;
  after: number;
  count: number;
}

/**
 * GET /threads/{thread}: a page of a thread. A comment that begins a conversation is followed by its first replies, oldest first,
 * whichever of them each one answers; `folded` tells what is left out, and `GET /threads/{thread}/replies` answers it. The page holds at
 * most `limit` conversations, fewer where they are long. `next` is the `before` of the next page. With `at` it is the page on which
 * this number stands, replies around it included, or the first one when no comment has the number.
 */
export interface Thread {
  thread: string;
  title: string;
  open: boolean;
  /** How many comments are published. */
  count: number;
  comments: Comment[];
  next: number | null;
  folded: Folded[];
}

/** GET /threads/{thread}/replies?after=: the replies of a conversation that follow this number, as many as come at once; `more` follow them. */
export interface Replies {
  conversation: number;
  comments: Comment[];
  more: number;
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
  /** Of `/health`: whether the process answers, and whether a write would stand. */
  live?: boolean;
  ready?: boolean;
}
