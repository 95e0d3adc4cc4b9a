import * as v from "valibot";
import { challengeKinds, scopes } from "../wire.ts";
import type * as wire from "../wire.ts";

// The shapes that wire.ts gives as types, once more as schemas: the compiler holds each against its type, a test against what goes out.

const time = v.pipe(v.string(), v.isoTimestamp());

export const Comment: v.GenericSchema<wire.Comment> = v.strictObject({
  id: v.string(),
  number: v.number(),
  replyTo: v.nullable(v.number()),
  name: v.string(),
  text: v.string(),
  publishedAt: time,
  editedAt: v.nullable(time),
  badge: v.nullable(v.picklist(["author", "editor"])),
  state: v.picklist(["published", "hidden", "erased"]),
});

export const Thread: v.GenericSchema<wire.Thread> = v.strictObject({
  thread: v.string(),
  title: v.string(),
  open: v.boolean(),
  count: v.number(),
  comments: v.array(Comment),
  next: v.nullable(v.number()),
  folded: v.array(
    v.strictObject({ conversation: v.number(), after: v.number(), count: v.number() }),
  ),
});

export const Replies: v.GenericSchema<wire.Replies> = v.strictObject({
  conversation: v.number(),
  comments: v.array(Comment),
  more: v.number(),
});

export const Counts: v.GenericSchema<wire.Counts> = v.record(v.string(), v.number());

export const Published: v.GenericSchema<Extract<wire.Posted, { state: "published" }>> =
  v.strictObject({ state: v.literal("published"), comment: Comment });

export const Unpublished: v.GenericSchema<Exclude<wire.Posted, { state: "published" }>> = v.variant(
  "state",
  [
    v.strictObject({ state: v.literal("unconfirmed"), late: v.exactOptional(v.literal(true)) }),
    v.strictObject({ state: v.literal("held") }),
  ],
);

export const Edited: v.GenericSchema<wire.Posted> = v.union([Published, Unpublished]);

export const Reported: v.GenericSchema<wire.Reported> = v.strictObject({
  state: v.literal("received"),
});

export const SessionAsked: v.GenericSchema<wire.SessionAsked> = v.strictObject({
  attempt: v.string(),
  late: v.exactOptional(v.literal(true)),
});

export const Session: v.GenericSchema<wire.Session> = v.strictObject({
  token: v.string(),
  email: v.string(),
  expires: time,
});

export const Me: v.GenericSchema<wire.Me> = v.strictObject({
  email: v.string(),
  name: v.string(),
  comments: v.array(
    v.strictObject({
      id: v.string(),
      thread: v.string(),
      title: v.string(),
      url: v.string(),
      number: v.nullable(v.number()),
      replyTo: v.nullable(v.number()),
      name: v.string(),
      text: v.string(),
      state: v.picklist(["unconfirmed", "held", "published", "hidden", "rejected"]),
      writtenAt: time,
      publishedAt: v.nullable(time),
      editedAt: v.nullable(time),
      editableUntil: v.nullable(time),
    }),
  ),
  subscriptions: v.array(
    v.strictObject({
      thread: v.string(),
      title: v.string(),
      scope: v.picklist(scopes),
      askedAt: time,
      confirmedAt: v.nullable(time),
    }),
  ),
});

export const Problem: v.GenericSchema<wire.Problem> = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.exactOptional(v.string()),
  errors: v.exactOptional(
    v.array(
      v.strictObject({
        field: v.string(),
        reason: v.picklist(["missing", "too-long", "invalid", "used", "expired"]),
      }),
    ),
  ),
  live: v.exactOptional(v.boolean()),
  ready: v.exactOptional(v.boolean()),
});

export const Challenge = v.looseObject({ kind: v.picklist(challengeKinds) });
export const Health = v.strictObject({
  status: v.literal("ok"),
  live: v.literal(true),
  ready: v.literal(true),
});
export const Live = v.strictObject({ status: v.literal("ok"), live: v.literal(true) });
