import { Link } from "../http/forms.ts";
import { ActForm } from "../http/desk/act-links.ts";
import { AccountForm, AccountQuery } from "../http/pages/account.ts";
import { NoticeForm, NoticeQuery } from "../http/pages/notices.ts";
import { ObjectionForm } from "../http/pages/objections.ts";
import { OwnForm } from "../http/pages/own-comment.ts";
import { UnsubscribeForm, UnsubscribeQuery } from "../http/pages/unsubscribe.ts";
import { Me } from "../wire.ts";
import type { Call } from "./call.ts";

const html = (says: string) => ({ says, type: "text/html" });

const look = (
  path: string,
  does: string,
  errors: Call["errors"] = [404],
  query: Call["query"] & {} = Link,
): Call => ({
  method: "get",
  path,
  does: `A page: ${does}. Looking changes nothing.`,
  query,
  answers: { 200: html("The page.") },
  errors,
  isPage: true,
});

const send = (
  path: string,
  does: string,
  form: Call["form"] & {},
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
    Link,
    [403, 404, 409, 410, 413, 429],
  ),
  look("/own", "a guest's own comment, by the link of its letter"),
  send("/own", "Edits or erases that comment.", OwnForm),
  look("/mine", "all that is kept about an address, by a mailed link", [404], AccountQuery),
  {
    method: "get",
    path: "/mine/export",
    does: "The same as a file.",
    query: Link,
    answers: { 200: { says: "A JSON file.", json: Me } },
    errors: [401],
  },
  {
    ...send(
      "/mine",
      "Mails that link, or acts on what is kept.",
      AccountForm,
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
    Link,
  ),
  look("/unsubscribe", "ends notifications, with one button", [404], UnsubscribeQuery),
  {
    ...send(
      "/unsubscribe",
      "Ends notifications; mail programs send it at one click (RFC 8058). The address carries its own proof.",
      UnsubscribeForm,
      [404],
    ),
    query: UnsubscribeQuery,
  },
  look("/act", "the link of a letter to the desk, with one button", [404, 409, 410]),
  send("/act", "Does to one comment what the link is for.", ActForm, [403, 404, 409, 410, 413]),
  look(
    "/notices/new",
    "the form of a notice of illegal content (DSA Art. 16) about one comment",
    [404],
    NoticeQuery,
  ),
  send(
    "/notices",
    "Takes that notice; a receipt goes by mail.",
    NoticeForm,
    [403, 404, 413, 422, 429],
  ),
  look(
    "/objections",
    "a decision and the form to object to it, by the link in its letter",
    [404, 410],
  ),
  send("/objections", "Takes the objection.", ObjectionForm, [403, 404, 410, 413, 422]),
];
