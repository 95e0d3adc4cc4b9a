import * as v from "valibot";
import { Me } from "../wire.ts";
import type { Call } from "./call.ts";

const html = (says: string) => ({ says, type: "text/html" });

const look = (
  path: string,
  does: string,
  errors: Call["errors"] = [404],
  query: readonly string[] = ["token"],
): Call => ({
  method: "get",
  path,
  does: `A page: ${does}. Looking changes nothing.`,
  query: v.object(Object.fromEntries(query.map((name) => [name, v.optional(v.string())]))),
  answers: { 200: html("The page.") },
  errors,
  isPage: true,
});

const send = (
  path: string,
  does: string,
  form: Readonly<Record<string, string>>,
  errors: Call["errors"] = [403, 404, 413],
): Call => ({
  method: "post",
  path,
  does,
  form,
  answers: { 200: html("A page that says what was done.") },
  errors,
  isPage: true,
});

/** The service's own pages, which letters link to. Their forms come from the service itself. */
export const pages: readonly Call[] = [
  look("/confirm", "the mailed link of a comment, with one button", [404, 409, 410]),
  send(
    "/confirm",
    "Confirms a comment: the checks run, and it appears or is held.",
    { token: "the link's token" },
    [403, 404, 409, 410, 413, 429],
  ),
  look("/own", "a guest's own comment, by the link of its letter"),
  send("/own", "Edits or erases that comment.", {
    token: "the link's token",
    act: "edit or erase",
    text: "the new text",
  }),
  look("/mine", "all that is kept about an address, by a mailed link"),
  {
    method: "get",
    path: "/mine/export",
    does: "The same as a file.",
    query: v.object({ token: v.optional(v.string()) }),
    answers: { 200: { says: "A JSON file.", json: Me } },
    errors: [401],
  },
  {
    ...send(
      "/mine",
      "Mails that link, or acts on what is kept.",
      {
        email: "where the link goes; without a token only",
        token: "the link's token",
        act: "edit, erase, stop or forget",
        comment: "the comment that is meant",
        text: "its new text",
        thread: "the thread whose notifications stop",
        texts: "erase or keep, when the address is forgotten",
      },
      [403, 404, 413, 422, 429],
    ),
    answers: {
      200: html("A page that says what was done."),
      303: { says: "To the page, which shows what was done." },
    },
  },
  {
    ...look(
      "/way-in",
      "what to do when strangers ask for so many codes that none arrives, with one button",
    ),
    faults: [],
  },
  send(
    "/way-in",
    "Notes for today that the address of the link is known where this comes from. It signs nobody in.",
    { token: "the link's token" },
  ),
  look("/unsubscribe", "ends notifications, with one button", [404], ["subscription", "token"]),
  send(
    "/unsubscribe",
    "Ends notifications; mail programs send it at one click (RFC 8058). The address carries its own proof.",
    { "List-Unsubscribe": "One-Click" },
    [404],
  ),
  look("/act", "the link of a letter to the desk, with one button", [404, 409, 410]),
  send(
    "/act",
    "Does to one comment what the link is for.",
    { token: "the link's token", reason: "why, when it is taken away" },
    [403, 404, 409, 410, 413],
  ),
  look(
    "/notices/new",
    "the form of a notice of illegal content (DSA Art. 16) about one comment",
    [404],
    ["comment"],
  ),
  send(
    "/notices",
    "Takes that notice; a receipt goes by mail.",
    {
      comment: "what it is about",
      form: "the form's own id, by which it counts once",
      reason: "why the content is held to be illegal",
      name: "who gives it",
      email: "where receipt and decision go",
      abuse: "yes, when it is about the abuse of children: then name and address may stay empty",
      faith: "yes: it is given in good faith",
    },
    [403, 404, 413, 422, 429],
  ),
  look(
    "/objections",
    "a decision and the form to object to it, by the link in its letter",
    [404, 410],
  ),
  send(
    "/objections",
    "Takes the objection.",
    { token: "the link's token", text: "why" },
    [403, 404, 410, 413, 422],
  ),
];
