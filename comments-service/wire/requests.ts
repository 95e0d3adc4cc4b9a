import * as v from "valibot";
import { time } from "./time.ts";

// What the service is asked, and what it reads of the magazine. By these schemas it checks.

export const limits = {
  name: 80,
  email: 254,
  text: 5000,
  message: 1000,
  badge: 30,
  years: 200,
} as const;

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

/** It stands beside a name. */
const badge = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.badge));

const version = v.picklist([1]);

const site = v.object({
  title: v.string(),
  url: v.string(),
  language: v.picklist(["de", "en"]),
  timeZone: v.string(),
  /** Where the magazine says who is responsible and how to write to it, and how it treats data; left out where it has no such page. */
  imprint: v.nullish(v.string()),
  privacy: v.nullish(v.string()),
  /** Authors, by the name of their file, whose badge has a word of its own; left out where there is none. */
  authors: v.optional(v.array(v.object({ id: v.string(), badge }))),
});

const threads = v.array(
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
);

/** `dist/threads.json`: what the service knows of the magazine. */
export const ThreadList = v.object({ version, site, threads });
export type ThreadList = v.InferOutput<typeof ThreadList>;

/**
 * `dist/threads-by-year.json`: the same, but for the threads, of which each year has a file of its own. It names the years, of four digits, with the
 * SHA-256 of their files in hexadecimal; the file is `assets/threads-YEAR-HASH.json`, with the first 16 digits of the hash. A service asks for it first;
 * where a magazine has none, `threads.json` says all.
 */
export const ThreadYears = v.object({
  version,
  site,
  years: v.pipe(
    v.array(
      v.object({
        year: v.pipe(v.string(), v.regex(/^\d{4}$/u)),
        hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
      }),
    ),
    v.maxLength(limits.years),
  ),
});
export type ThreadYears = v.InferOutput<typeof ThreadYears>;

/** The threads of the articles of a year. */
export const ThreadsOfYear = v.object({ version, threads });

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

/** POST /sessions: a code goes to this address. */
export const NewSession = v.object({ email: v.string() });
export type NewSession = v.InferInput<typeof NewSession>;

/** POST /sessions/verify: the attempt, and the code of eight digits. A wrong, old or used one is a 422 of the field `code`. */
export const Verification = v.object({ attempt: v.string(), code: v.string() });
export type Verification = v.InferInput<typeof Verification>;

/** PATCH /comments/{id} */
export const Edit = v.object({ text: v.string() });

/** DELETE /me: whether the texts of published comments go too, or stay without a name. */
export const Forget = v.object({ texts: v.picklist(["erase", "keep"]) });
