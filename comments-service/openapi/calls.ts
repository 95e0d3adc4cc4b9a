import { MeQuery } from "../http/api/me.ts";
import {
  ConfirmAgain,
  Edit,
  Forget,
  Me,
  NewComment,
  NewReport,
  NewSession,
  Posted,
  Published,
  Reported,
  Session,
  SessionAsked,
  Unpublished,
  Verification,
} from "../wire.ts";
import type { Call } from "./call.ts";
import { pages } from "./pages.ts";
import { reading } from "./reading.ts";

/** What readers write, signed in or not. */
const writing: readonly Call[] = [
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
    errors: [401, 404, 409, 429],
  },
  {
    method: "post",
    path: "/comments/{id}/reports",
    does: "Takes a reader's report about a comment. One of each sender counts.",
    body: NewReport,
    answers: { 202: { says: "Taken, now or before.", json: Reported } },
    errors: [404, 429],
  },
  {
    method: "post",
    path: "/confirm/again",
    does: "Sends another link for a comment that is not confirmed; the solved challenge of its post says which. The answer is always the same.",
    body: ConfirmAgain,
    answers: { 202: { says: "Heard.", json: Unpublished } },
  },
];

/** Signing in, and what is one's own. */
const accounts: readonly Call[] = [
  {
    method: "post",
    path: "/sessions",
    does: "Mails a code of eight digits. The answer is the same for every address.",
    body: NewSession,
    answers: { 202: { says: "The attempt that the code belongs to.", json: SessionAsked } },
    errors: [429],
  },
  {
    method: "post",
    path: "/sessions/verify",
    does: "Opens a session for an attempt and its code; five tries an attempt.",
    body: Verification,
    answers: { 201: { says: "The session, with its bearer token.", json: Session } },
  },
  {
    method: "delete",
    path: "/sessions",
    does: "Ends the session, wherever its token was copied to.",
    session: "may",
    answers: { 204: { says: "It is over." } },
  },
  {
    method: "get",
    path: "/me",
    does: "What is kept about the address that is signed in; of comments the newest 50, or the newest 50 that stand in a thread.",
    query: MeQuery,
    session: "must",
    answers: { 200: { says: "Comments and wishes.", json: Me } },
  },
  {
    method: "get",
    path: "/me/export",
    does: "All that is kept about the address, as a file.",
    session: "must",
    answers: { 200: { says: "A JSON file.", json: Me } },
  },
  {
    method: "delete",
    path: "/me",
    does: "Forgets the address: sessions, wishes, waiting letters, and the comments or their name and address.",
    body: Forget,
    session: "must",
    answers: { 204: { says: "It is forgotten." } },
  },
  {
    method: "patch",
    path: "/comments/{id}",
    does: "Edits one's own comment within 15 minutes while nobody has answered. The checks run again.",
    body: Edit,
    session: "must",
    answers: { 200: { says: "As it stands now.", json: Posted } },
    errors: [404],
  },
  {
    method: "delete",
    path: "/comments/{id}",
    does: "Erases one's own comment.",
    session: "must",
    answers: { 204: { says: "It is gone; its place stays where it had a number." } },
    errors: [404],
  },
];

/** Every call that openapi.json describes. */
export const calls: readonly Call[] = [...reading, ...writing, ...accounts, ...pages];
