import * as v from "valibot";
import { scopes, challengeKinds } from "./requests.ts";
import { time } from "./time.ts";

// What the service answers. `openapi.json` is made from these schemas, and clients have their types; a service that runs needs none of them.

/** Why a comment does not show: hidden until the editors have decided, removed by them, or erased. */
const gone = v.picklist(["hidden", "removed", "erased"]);
export type Gone = v.InferOutput<typeof gone>;

/** What stands beside a writer's name who belongs to the house, and has proven it by signing in. */
const badges = {
  badge: v.nullable(v.picklist(["author", "editor"])),
  /** What an author's badge says where that has a word of its own, such as `Autorin`. */
  badgeWord: v.exactOptional(v.string()),
  /** Its writer is an author of the article. */
  wroteArticle: v.exactOptional(v.literal(true)),
};

/** A comment as everyone may see it. Of a hidden or erased one only the place is left: name and text are empty. */
export const Comment = v.strictObject({
  id: v.string(),
  number: v.number(),
  /** The number of the comment that this one answers; null when it begins a conversation. */
  replyTo: v.nullable(v.number()),
  name: v.string(),
  text: v.string(),
  publishedAt: time,
  editedAt: v.nullable(time),
  ...badges,
  /** Whether the editors recommend it. */
  recommended: v.boolean(),
  /** `hidden` stands for a removed one as well; `gone` tells them apart. */
  state: v.picklist(["published", "hidden", "erased"]),
  /** Of what is not published. */
  gone: v.exactOptional(gone),
});
export type Comment = v.InferOutput<typeof Comment>;

/** `late` when the letter may take until tomorrow: by what this sender has asked for and what the site has to do, never by the address. */
const letterOnItsWay = { late: v.exactOptional(v.literal(true)) };

/** The answer to a post that is not shown (202): for a guest always `unconfirmed`, whatever is known of the address; signed in `held`. */
export const Unpublished = v.variant("state", [
  v.strictObject({ state: v.literal("unconfirmed"), ...letterOnItsWay }),
  v.strictObject({ state: v.literal("held") }),
]);

/** The answer to a signed-in reader's post (201). */
export const Published = v.strictObject({ state: v.literal("published"), comment: Comment });

/** The answer to an edit is any of them. */
export const Posted = v.union([Published, Unpublished]);
export type Posted = v.InferOutput<typeof Posted>;

/** The answer (202), the same for every address: only together with this attempt the mailed code opens a session. */
export const SessionAsked = v.strictObject({ attempt: v.string(), ...letterOnItsWay });
export type SessionAsked = v.InferOutput<typeof SessionAsked>;

/** A session (201): `token` is the bearer token (RFC 6750) of the calls that a signed-in reader makes. */
export const Session = v.strictObject({ token: v.string(), email: v.string(), expires: time });
export type Session = v.InferOutput<typeof Session>;

/** One's own comment, as its writer may see it. */
const OwnComment = v.strictObject({
  id: v.string(),
  thread: v.string(),
  title: v.string(),
  /** The article's address, with the comment's anchor where it has a number. */
  url: v.string(),
  number: v.nullable(v.number()),
  replyTo: v.nullable(v.number()),
  name: v.string(),
  text: v.string(),
  state: v.picklist(["unconfirmed", "held", "published", "hidden", "rejected"]),
  ...badges,
  /** Whether it is published and the editors recommend it. */
  recommended: v.boolean(),
  /** Of what was published and does not show now. */
  gone: v.exactOptional(v.picklist(["hidden", "removed"])),
  writtenAt: time,
  publishedAt: v.nullable(time),
  editedAt: v.nullable(time),
  /** Until when it may be edited, if nobody answers before; null when it is too late. */
  editableUntil: v.nullable(time),
});
export type OwnComment = v.InferOutput<typeof OwnComment>;

/**
 * GET /me/export: all that is kept about an address, as a file. GET /me: the same with the newest 50 comments only, or with ?thread= the newest
 * 50 that stand in that thread. `name` is the one of the last confirmed comment; a subscription is what the commenter wants to be told of.
 */
export const Me = v.strictObject({
  email: v.string(),
  name: v.string(),
  comments: v.array(OwnComment),
  subscriptions: v.array(
    v.strictObject({
      thread: v.string(),
      title: v.string(),
      scope: v.picklist(scopes),
      askedAt: time,
      confirmedAt: v.nullable(time),
    }),
  ),
  /** In the export only: what moderators have noted about one of these comments, or (null) about whoever writes under the address. */
  notes: v.exactOptional(
    v.array(v.strictObject({ comment: v.nullable(v.string()), text: v.string(), createdAt: time })),
  ),
});
export type Me = v.InferOutput<typeof Me>;

/** The answer to a report (202): the same for the first and for a repeated one. */
export const Reported = v.strictObject({ state: v.literal("received") });
export type Reported = v.InferOutput<typeof Reported>;

/**
 * GET /challenge?thread=&kind=pow|image&action=comment|report: without a kind the one that the service is set to; `pow` is always there. It
 * belongs to that thread and that action. For `pow` it is ALTCHA's challenge (protocol version 2) as it is. An image's solution is
 * `{ code }`, and is sent like ALTCHA's: base64 of `{ challenge, solution }`.
 */
export const Challenge = v.strictObject({
  kind: v.picklist(challengeKinds),
  /** A data URL: the PNG with the code. */
  picture: v.exactOptional(v.string()),
  challenge: v.strictObject({
    parameters: v.record(v.string(), v.unknown()),
    signature: v.exactOptional(v.string()),
  }),
});
export type Challenge = v.InferOutput<typeof Challenge>;

/** Replies that a page leaves out: so many of a conversation, named by its first comment's number, stand after the one with the number `after`. */
const Folded = v.strictObject({ conversation: v.number(), after: v.number(), count: v.number() });
export type Folded = v.InferOutput<typeof Folded>;

/**
 * GET /threads/{thread}: a page of a thread. A comment that begins a conversation is followed by its first replies, oldest first,
 * whichever of them each one answers; `folded` tells what is left out, and `GET /threads/{thread}/replies` answers it. The page holds at
 * most `limit` conversations, fewer where they are long. `next` is the `before` of the next page. With `at` it is the page on which
 * this number stands, replies around it included, or the first one when no comment has the number.
 */
export const Thread = v.strictObject({
  thread: v.string(),
  title: v.string(),
  open: v.boolean(),
  /** Since when it is closed, where that is known; null where it is open. */
  closedSince: v.nullable(time),
  /** How many comments are published, and how many of them the editors recommend. */
  count: v.number(),
  recommended: v.number(),
  /** The number that was given last; zero where none was. */
  last: v.number(),
  comments: v.array(Comment),
  next: v.nullable(v.number()),
  folded: v.array(Folded),
});
export type Thread = v.InferOutput<typeof Thread>;

/** GET /threads/{thread}/replies?after=: the replies of a conversation that follow this number, as many as come at once; `more` follow them. */
export const Replies = v.strictObject({
  conversation: v.number(),
  comments: v.array(Comment),
  more: v.number(),
});
export type Replies = v.InferOutput<typeof Replies>;

/** GET /counts: published comments by thread; an unknown thread is left out. */
export const Counts = v.record(v.string(), v.number());
export type Counts = v.InferOutput<typeof Counts>;

/** GET /health/live, and the same with `ready` GET /health: whether the process answers, and whether a write would stand. */
export const Live = v.strictObject({ status: v.literal("ok"), live: v.literal(true) });
export const Health = v.strictObject({ ...Live.entries, ready: v.literal(true) });

/** RFC 9457, `application/problem+json`. */
export const Problem = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.exactOptional(v.string()),
  /** What is wrong with which field; `reason` is a stable word, not a sentence. */
  errors: v.exactOptional(
    v.array(
      v.strictObject({
        field: v.string(),
        reason: v.picklist(["missing", "too-long", "invalid", "used", "expired"]),
      }),
    ),
  ),
  /** Of `/health`. */
  live: v.exactOptional(v.boolean()),
  ready: v.exactOptional(v.boolean()),
});
export type Problem = v.InferOutput<typeof Problem>;
