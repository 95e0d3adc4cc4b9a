import { ConfirmAgain, NewComment, NewReport, Published, Reported, Unpublished } from "../wire.ts";
import type { Call } from "./call.ts";

/** What readers write, signed in or not. */
export const writing: readonly Call[] = [
  {
    method: "post",
    path: "/threads/{thread}/comments",
    does: "Takes a comment. A guest's waits for the mailed link; a signed-in reader's appears at once, or is held. The same challenge with the same body gets the first answer again.",
    body: NewComment,
    session: "may",
    answers: {
      201: { says: "Published.", json: Published },
      202: { says: "Taken: it waits for its link, or for a moderator.", json: Unpublished },
    },
    errors: [400, 401, 403, 404, 409, 413, 415, 422, 429],
  },
  {
    method: "post",
    path: "/comments/{id}/reports",
    does: "Takes a reader's report about a comment. One of each sender counts.",
    body: NewReport,
    answers: { 202: { says: "Taken, now or before.", json: Reported } },
    errors: [400, 403, 404, 413, 415, 422, 429],
  },
  {
    method: "post",
    path: "/confirm/again",
    does: "Sends another link for a comment that is not confirmed; the solved challenge of its post says which. The answer is always the same.",
    body: ConfirmAgain,
    answers: { 202: { says: "Heard.", json: Unpublished } },
    errors: [400, 403, 413, 415, 422],
  },
];
