import * as fc from "fast-check";
import { calls } from "../../comments-service/openapi/calls.ts";
import { fields, often, word } from "./request-words.ts";

/** What stands in the fields of forms, and in the addresses of pages. */
const formFields: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ...fields,
  token: often("@token", "@mine", "@deed", "@objection", "@wayin"),
  act: often("publish", "keep", "reject", "hide", "erase", "edit", "stop", "close", "open", "hold"),
  one: often("publish @comment", "hide @comment spam", "reject @comment insult", "keep @comment"),
  id: often("@comment"),
  comment: often("@comment"),
  batch: often("@batch"),
  back: often("/desk/", "//evil.example/"),
  queue: often("held", "reported", "published", "rejected"),
  thread: often("flur", "regen"),
  before: often("1", "2"),
  limit: often("1", "100"),
  order: often("newest", "oldest"),
  kind: often("pow", "image"),
  action: often("comment", "report"),
  q: often("Wort", "%"),
  code: word,
  attempt: word,
  reason: often("spam", "insult", "Das ist eine Beleidigung."),
  note: often("Bitte sachlich."),
  decision: often("removed", "kept"),
  grounds: often("Das ist eine Meinung."),
  value: often("spam.example", "eve@spam.example"),
  lift: often("yes", ""),
  sure: often("yes"),
  // What no person sees, only a program fills in.
  website: often(""),
  faith: often("yes"),
  abuse: often("yes", ""),
  texts: often("keep", "erase"),
  form: word,
  after: often("1-@comment", "1", "2"),
  done: often("@batch"),
  said: often("edited"),
  "List-Unsubscribe": often("One-Click"),
  fresh: word,
};

/** The forms that openapi.json does not describe. */
export const deskForms: Readonly<Record<string, readonly string[]>> = {
  "/desk/acts": ["one", "id", "act", "reason", "note", "sure", "back"],
  "/desk/recommendations": ["recommend", "unrecommend", "back"],
  "/desk/undo": ["batch", "back"],
  "/desk/threads": ["act", "thread", "back"],
  "/desk/blocks": ["value", "lift", "back"],
  "/desk/notices/:id": ["decision", "grounds"],
  "/desk/sign-in": ["email"],
  "/desk/code": ["attempt", "code"],
};

/** Pages that show something only where their address names it. */
const addressed: Readonly<Record<string, readonly string[]>> = {
  "/confirm": ["token=@token"],
  "/own": ["token=@token"],
  "/mine": ["token=@mine", "token=@mine&said=edited"],
  "/mine/export": ["token=@mine"],
  "/way-in": ["token=@wayin"],
  "/unsubscribe": ["@stop"],
  "/act": ["token=@deed"],
  "/objections": ["token=@objection"],
  "/notices/new": ["comment=@comment"],
  "/challenge": ["thread=flur", "thread=regen&kind=pow&action=report", "thread=flur&kind=image"],
  "/threads/:thread": ["at=2", "order=oldest&limit=1&at=1", "at=9", "before=2"],
  "/threads/:thread/replies": ["after=1", "after=2"],
  "/counts": ["thread=flur&thread=regen", "thread=flur"],
};

const pair = fc.constantFrom(...Object.keys(formFields)).chain(fieldOf);
const form = fc.array(pair, { maxLength: 5 }).map(encode);

function fieldOf(name: string): fc.Arbitrary<[string, string]> {
  return (formFields[name] ?? word).map((value) => [name, value]);
}

/** The same in a form of this route: the token is mostly one that is made for it. */
function fieldIn(path: string, name: string): fc.Arbitrary<[string, string]> {
  const own = (addressed[path] ?? []).find((each) => /^token=@\w+$/u.test(each));
  if (name !== "token" || own === undefined) return fieldOf(name);
  const token = fc.constant<[string, string]>(["token", own.slice("token=".length)]);
  return fc.oneof({ weight: 3, arbitrary: token }, { weight: 1, arbitrary: fieldOf(name) });
}

function encode(pairs: readonly [string, string][]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}

/** The form that a route takes, mostly whole; another one where it takes none. */
export function formTo(path: string): fc.Arbitrary<string> {
  const described = calls.find((call) => call.path === path && call.form !== undefined);
  const names = deskForms[path] ?? Object.keys(described?.form?.entries ?? {});
  if (names.length === 0) return form;
  const whole = fc.tuple(...names.map((name) => fieldIn(path, name)));
  const part = whole.chain((all) => fc.subarray(all, { minLength: 0 }));
  return fc.oneof(
    { weight: 5, arbitrary: whole.map(encode) },
    { weight: 2, arbitrary: part.map(encode) },
    { weight: 1, arbitrary: form },
  );
}

/** What may stand behind the question mark. */
export function queryTo(path: string): fc.Arbitrary<string | null> {
  const usual = addressed[path];
  if (usual === undefined) return fc.option(form);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.option(form) },
  ) as fc.Arbitrary<string | null>;
}

/** Whether a route takes a form. */
export const takesForm = (path: string): boolean =>
  path in deskForms || calls.some((call) => call.path === path && call.form !== undefined);
