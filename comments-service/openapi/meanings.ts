import type * as v from "valibot";
import { MeQuery } from "../http/api/me.ts";
import { ActForm } from "../http/desk/act-links.ts";
import { Link } from "../http/forms.ts";
import { AccountForm, AccountQuery } from "../http/pages/account.ts";
import { NoticeForm, NoticeQuery } from "../http/pages/notices.ts";
import { ObjectionForm } from "../http/pages/objections.ts";
import { OwnForm } from "../http/pages/own-comment.ts";
import { UnsubscribeForm, UnsubscribeQuery } from "../http/pages/unsubscribe.ts";

const token = "the link's token";
const comment = "what it is about";

/** What the fields of these forms and addresses mean. It stands here, since the running service needs their names only. */
export const meanings: ReadonlyMap<object, Readonly<Record<string, string>>> = new Map([
  of(Link, { token }),
  of(MeQuery, { thread: "the thread that the comments stand in; all where it is left out" }),
  of(OwnForm, { token, act: "what is done", text: "the new text" }),
  of(AccountQuery, {
    token: "the link's token; the page asks for an address where it is left out",
    after: "where the page before ended: `time-id`",
    said: "what was just done",
  }),
  of(AccountForm, {
    email: "where the link goes; without a token only",
    token,
    act: "what is done",
    comment: "the comment that is meant",
    text: "its new text",
    thread: "the thread whose notifications stop",
    texts: "what becomes of the texts, when the address is forgotten",
  }),
  of(UnsubscribeQuery, { subscription: "the wish that ends", token }),
  of(UnsubscribeForm, { "List-Unsubscribe": "One-Click" }),
  of(ActForm, {
    token,
    reason: "why, when it is taken away",
    seen: "which words stood there: id and time of the last edit",
  }),
  of(NoticeQuery, { comment }),
  of(NoticeForm, {
    comment,
    form: "the form's own id, by which it counts once",
    reason: "why the content is held to be illegal",
    name: "who gives it",
    email: "where receipt and decision go",
    abuse: "yes, when it is about the abuse of children: then name and address may stay empty",
    faith: "yes: it is given in good faith",
    website: "a field that no person sees",
  }),
  of(ObjectionForm, { token, text: "why" }),
]);

function of<Entries extends v.ObjectEntries>(
  schema: v.ObjectSchema<Entries, undefined>,
  told: Readonly<Record<keyof Entries, string>>,
): [object, Readonly<Record<string, string>>] {
  return [schema, told];
}
