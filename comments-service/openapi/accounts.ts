import {
  Edit,
  Forget,
  Me,
  NewSession,
  Posted,
  Session,
  SessionAsked,
  Verification,
} from "../wire.ts";
import { MeQuery } from "../http/api/me.ts";
import type { Call } from "./call.ts";

/** Signing in, and what is one's own. */
export const accounts: readonly Call[] = [
  {
    method: "post",
    path: "/sessions",
    does: "Mails a code of eight digits. The answer is the same for every address.",
    body: NewSession,
    answers: { 202: { says: "The attempt that the code belongs to.", json: SessionAsked } },
    errors: [400, 403, 413, 415, 422, 429],
  },
  {
    method: "post",
    path: "/sessions/verify",
    does: "Opens a session for an attempt and its code; five tries an attempt.",
    body: Verification,
    answers: { 201: { says: "The session, with its bearer token.", json: Session } },
    errors: [400, 403, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/sessions",
    does: "Ends the session, wherever its token was copied to.",
    session: "may",
    answers: { 204: { says: "It is over." } },
    errors: [403, 413, 415],
  },
  {
    method: "get",
    path: "/me",
    does: "What is kept about the address that is signed in; of comments the newest 50, or the newest 50 that stand in a thread.",
    query: MeQuery,
    session: "must",
    answers: { 200: { says: "Comments and wishes.", json: Me } },
    errors: [401],
  },
  {
    method: "get",
    path: "/me/export",
    does: "All that is kept about the address, as a file.",
    session: "must",
    answers: { 200: { says: "A JSON file.", json: Me } },
    errors: [401],
  },
  {
    method: "delete",
    path: "/me",
    does: "Forgets the address: sessions, wishes, waiting letters, and the comments or their name and address.",
    body: Forget,
    session: "must",
    answers: { 204: { says: "It is forgotten." } },
    errors: [400, 401, 403, 413, 415, 422],
  },
  {
    method: "patch",
    path: "/comments/{id}",
    does: "Edits one's own comment within 15 minutes while nobody has answered. The checks run again.",
    body: Edit,
    session: "must",
    answers: { 200: { says: "As it stands now.", json: Posted } },
    errors: [400, 401, 403, 404, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/comments/{id}",
    does: "Erases one's own comment.",
    session: "must",
    answers: { 204: { says: "It is gone; its place stays where it had a number." } },
    errors: [401, 403, 404, 413, 415],
  },
];
