import { ChallengeQuery } from "../http/api/challenge.ts";
import { CountsQuery } from "../http/api/counts.ts";
import { RepliesQuery, ThreadQuery } from "../http/api/threads.ts";
import { Challenge, Counts, Health, Live, Replies, Thread } from "../wire.ts";
import type { Call } from "./call.ts";

const unchanged = { says: "It is as the ETag in If-None-Match says." };

/** What everyone may read. */
export const reading: readonly Call[] = [
  {
    method: "get",
    path: "/threads/{thread}",
    does: "A page of a thread, at most 256 kB: conversations with their first three replies each. `limit` counts conversations and is taken as the next larger of 20, 50 and 100; `before` is the `next` of the page before; `at` asks for the page on which this number stands, and goes without `before`. With `order=recommended` it holds only the comments that the editors recommend, each by itself, the newest first, and `limit` counts them.",
    query: ThreadQuery,
    answers: {
      200: { says: "The page, with an ETag.", json: Thread },
      304: unchanged,
    },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/threads/{thread}/replies",
    does: "The replies of a conversation that follow the comment with the number `after`, at most 50 and 64 kB at once; `more` tells how many follow them.",
    query: RepliesQuery,
    answers: {
      200: { says: "The replies, with an ETag.", json: Replies },
      304: unchanged,
    },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/threads/{thread}/feed.atom",
    does: "The newest comments of a thread as an Atom feed, with an ETag.",
    answers: {
      200: { says: "The feed.", type: "application/atom+xml" },
      304: unchanged,
    },
    errors: [404],
  },
  {
    method: "get",
    path: "/feed.atom",
    does: "The newest comments of the whole magazine as an Atom feed, with an ETag.",
    answers: {
      200: { says: "The feed.", type: "application/atom+xml" },
      304: unchanged,
    },
  },
  {
    method: "get",
    path: "/counts",
    does: "How many comments are published in up to 90 threads. Unknown ones are left out.",
    query: CountsQuery,
    answers: { 200: { says: "The counts by thread.", json: Counts } },
    errors: [422],
  },
  {
    method: "get",
    path: "/challenge",
    does: "A challenge to solve before a comment or a report is sent. It belongs to one thread and one action, and counts once.",
    query: ChallengeQuery,
    answers: { 200: { says: "The challenge.", json: Challenge } },
    errors: [403, 404, 422],
  },
  {
    method: "get",
    path: "/comments/{id}",
    does: "The way to a comment: where it stands, wherever its article has moved.",
    answers: { 302: { says: "The article's address with the comment's anchor." } },
    errors: [404],
  },
  {
    method: "get",
    path: "/health",
    does: "Whether what is sent would be taken: whether a write stands. The 503 carries `live` and `ready` beside the members of a problem.",
    answers: { 200: { says: "It would.", json: Health } },
  },
  {
    method: "get",
    path: "/health/live",
    does: "Whether the process answers, whatever its store does.",
    answers: { 200: { says: "It does.", json: Live } },
    faults: [],
  },
  {
    method: "get",
    path: "/openapi.json",
    does: "This description.",
    answers: { 200: { says: "OpenAPI 3.1.", type: "application/json" } },
    faults: [],
  },
];
