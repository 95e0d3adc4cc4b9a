/**
 * What travels between the page, the service and the magazine. The only file of the service that others may import.
 * It only grows: page and service are deployed apart. Times are ISO 8601 in UTC; errors are RFC 9457 problem details.
 */
import * as v from "valibot";

export const limits = { name: 80, email: 254, text: 5000, message: 1000, badge: 30 } as const;

/** Why a reader reports a comment; the words for each stand in the widget. */
export const reasons = ["spam", "insult", "illegal", "other"] as const;
export type Reason = (typeof reasons)[number];

/** What a commenter may want to be told of: replies to the comment, or everything in its thread. */
export const scopes = ["replies", "thread"] as const;
export type Scope = (typeof scopes)[number];

/** What a post has to solve first: proof of work, or the code from an image where the service is set so. */
export const challengeKinds = ["pow", "image"] as const;

/** What a challenge is solved for; `GET /challenge` takes `comment` when none is named. */
export const actions = ["comment", "report"] as const;
export type Action = (typeof actions)[number];

/** Why a comment does not show: hidden until the editors have decided, removed by them, or erased. */
const gone = v.picklist(["hidden", "removed", "erased"]);
export type Gone = v.InferOutput<typeof gone>;

/** It stands beside a name. */
const badge = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.badge));

const time = v.pipe(v.string(), v.isoTimestamp());

/** `dist/threads.json`: what the service knows of the magazine. */
export const ThreadList = v.object({
  version: v.literal(1),
  site: v.object({
    title: v.string(),
    url: v.string(),
    language: v.picklist(["de", "en"]),
    timeZone: v.string(),
    /** Where the magazine says who is responsible and how to write to it, and how it treats data; left out where it has no such page. */
    imprint: v.nullish(v.string()),
    privacy: v.nullish(v.string()),
    /** Authors, by the name of their file, whose badge has a word of its own; left out where there is none. */
    authors: v.optional(v.array(v.object({ id: v.string(), badge }))),
  }),
  threads: v.array(
    v.object({
      id: v.string(),
      url: v.string(),
      title: v.string(),
      state: v.picklist(["open", "closed"]),
      /** Who wrote the article: the names of the authors' files. */
      authors: v.optional(v.array(v.string())),
      /** Former addresses of the article; left out where there are none. */
      aliases: v.optional(v.array(v.string())),
      /** When an open one closes by itself; left out where it does not. */
      closes: v.optional(time),
    }),
  ),
});
export type ThreadList = v.InferOutput<typeof ThreadList>;

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

/** POST /sessions: a code goes to this address. */
export const NewSession = v.object({ email: v.string() });
export type NewSession = v.InferInput<typeof NewSession>;

/** The answer (202), the same for every address: only together with this attempt the mailed code opens a session. */
export const SessionAsked = v.strictObject({ attempt: v.string(), ...letterOnItsWay });
export type SessionAsked = v.InferOutput<typeof SessionAsked>;

/** POST /sessions/verify: the attempt, and the code of eight digits. A wrong, old or used one is a 422 of the field `code`. */
export const Verification = v.object({ attempt: v.string(), code: v.string() });
export type Verification = v.InferInput<typeof Verification>;

/** A session (201): `token` is the bearer token (RFC 6750) of the calls that a signed-in reader makes. */
export const Session = v.strictObject({ token: v.string(), email: v.string(), expires: time });
export type Session = v.InferOutput<typeof Session>;

/** PATCH /comments/{id} */
export const Edit = v.object({ text: v.string() });

/** DELETE /me: whether the texts of published comments go too, or stay without a name. */
export const Forget = v.object({ texts: v.picklist(["erase", "keep"]) });

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
