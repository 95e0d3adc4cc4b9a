import { expect, test } from "vitest";
import { own, signIn as signInAtDesk } from "./http/desk/moderator.ts";
import { signIn } from "./readers.ts";
import { openService } from "./service.ts";

const petra = "petra@mail.example";

/** What is asked under a name with a NUL, and the answer. PostgreSQL takes no text with it; SQLite and D1 do. */
const looks: readonly [path: string, status: number][] = [
  ["/me?thread=%00", 200],
  ["/comments/%00", 404],
  ["/threads/%00", 404],
  ["/threads/%00/replies?after=1", 404],
  ["/threads/%00/feed.atom", 404],
  ["/challenge?thread=%00", 404],
  ["/counts?thread=%00", 200],
  ["/confirm?token=%00", 404],
  ["/own?token=%00", 404],
  ["/mine?token=%00", 404],
  ["/mine?token=@token&after=%00&said=%00", 200],
  ["/mine/export?token=%00", 401],
  ["/way-in?token=%00", 404],
  ["/unsubscribe?subscription=%00&token=%00", 404],
  ["/notices/new?comment=%00", 404],
  ["/objections?token=%00", 404],
  ["/act?token=%00", 404],
  ["/desk/?queue=%00&after=%00&done=%00", 200],
  ["/desk/search?q=%00", 200],
  ["/desk/search?q=a%00b", 200],
  ["/desk/threads?q=a%00b", 200],
  ["/desk/threads/%00", 404],
  ["/desk/comments/%00", 404],
  ["/desk/comments/%00/history", 404],
  ["/desk/notices/%00", 404],
  ["/desk/sign-in?next=%00", 200],
];
const calls: readonly [call: string, json: object | null, status: number][] = [
  ["DELETE /comments/%00", null, 404],
  ["PATCH /comments/%00", { text: "Neu." }, 404],
  ["POST /comments/%00/reports", { reason: "spam", challenge: "\0" }, 404],
  ["POST /threads/%00/comments", { name: "P", text: "T", challenge: "\0" }, 404],
  ["POST /threads/flur/comments", { name: "P", text: "T", challenge: "\0" }, 422],
  ["POST /confirm/again", { challenge: "\0" }, 202],
  ["POST /sessions", { email: "a\0@mail.example" }, 422],
  ["POST /sessions/verify", { attempt: "\0", code: "\0" }, 422],
];
const forms: readonly [path: string, fields: Record<string, string>, status: number][] = [
  ["/mine", { act: "erase", comment: "\0" }, 303],
  ["/mine", { act: "edit", comment: "\0", text: "Neu." }, 303],
  ["/mine", { act: "stop", thread: "\0" }, 303],
  ["/own", { token: "\0", act: "erase" }, 404],
  ["/notices", { comment: "\0" }, 404],
  ["/desk/undo", { batch: "\0", back: "\0" }, 303],
  ["/desk/acts", { one: "hide \0 spam" }, 303],
  ["/desk/threads", { act: "close", thread: "\0" }, 303],
  ["/desk/blocks", { value: "\0" }, 422],
  ["/desk/notices/%00", { decision: "kept", grounds: "\0" }, 404],
  ["/desk/code", { attempt: "\0", code: "\0" }, 403],
];

test("a NUL where something is named finds nothing, and changes nothing", async () => {
  const service = await openService();
  await service.publish({ notify: "thread" });
  const bearer = await signIn(service, petra);
  const { cookie } = await signInAtDesk(service);
  const asked = new URLSearchParams({ email: petra });
  await service.ask("/mine", { method: "POST", headers: own, body: asked });
  const letters = (await service.letters()).map(({ text }) => text).join("\n");
  const token = /\/mine\?token=([0-9a-f]{64})/u.exec(letters)?.[1] ?? "";

  const status = async (method: string, path: string, body?: object | null) => {
    const isForm = body instanceof URLSearchParams;
    const answer = await service.ask(path.replace("@token", token), {
      method,
      headers: {
        ...own,
        Origin: service.site.origin,
        Cookie: cookie,
        Authorization: `Bearer ${bearer}`,
        ...(isForm ? {} : { "Content-Type": "application/json" }),
      },
      body: isForm ? body : body ? JSON.stringify(body) : null,
    });
    return answer.status;
  };
  const looked = [];
  for (const [path] of looks) looked.push([path, await status("GET", path)]);
  const called = [];
  for (const [call, json] of calls) {
    const [method = "", path = ""] = call.split(" ");
    called.push([call, json, await status(method, path, json)]);
  }
  const sent = [];
  for (const [path, fields] of forms)
    sent.push([
      path,
      fields,
      await status("POST", path, new URLSearchParams({ token, ...fields })),
    ]);

  expect(service.log).toEqual([]);
  expect([looked, called, sent]).toEqual([looks, calls, forms]);
  expect(await service.thread()).toMatchObject({ open: true, count: 1 });
  expect(await service.store.subscriptions(petra)).toHaveLength(1);
});
