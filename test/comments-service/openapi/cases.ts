import {
  DAY,
  act,
  confirm,
  form,
  get,
  json,
  notice,
  objections,
  ownPage,
  post,
  report,
  signed,
  wayIn,
  withEtag,
} from "./requests.ts";
import type { Prepare, Ready } from "./requests.ts";
import type { openWorld, World } from "./world.ts";

export interface Cases {
  /** What it does when all is well, by status. */
  good: Readonly<Record<number, Prepare>>;
  /** Errors that are its own, by status. */
  bad?: Readonly<Record<number, Prepare>>;
  /** Under these caps a second request like the good one is refused. */
  caps?: NonNullable<Parameters<typeof openWorld>[0]>;
}

const one = [{ per: DAY, most: 1 }];
const noneElse = { thread: [], site: [] };

/** For each call: requests that get each of its answers. What is the same for all calls of a kind, `answers.test.ts` makes from the good one. */
export const cases: Readonly<Record<string, Cases>> = {
  "GET /threads/{thread}": {
    good: { 200: () => get("/threads/flur"), 304: withEtag("/threads/flur") },
    bad: { 404: () => get("/threads/nobody"), 422: () => get("/threads/flur?limit=0") },
  },
  "GET /threads/{thread}/replies": {
    good: {
      200: () => get("/threads/flur/replies?after=1"),
      304: withEtag("/threads/flur/replies?after=1"),
    },
    bad: {
      404: () => get("/threads/flur/replies?after=9"),
      422: () => get("/threads/flur/replies"),
    },
  },
  "GET /threads/{thread}/feed.atom": {
    good: { 200: () => get("/threads/flur/feed.atom"), 304: withEtag("/threads/flur/feed.atom") },
    bad: { 404: () => get("/threads/nobody/feed.atom") },
  },
  "GET /feed.atom": { good: { 200: () => get("/feed.atom"), 304: withEtag("/feed.atom") } },
  "GET /counts": {
    good: { 200: () => get("/counts?thread=flur&thread=x") },
    bad: { 422: () => get("/counts") },
  },
  "GET /challenge": {
    good: { 200: () => get("/challenge?thread=flur") },
    bad: {
      403: () => get("/challenge?thread=flur", { Origin: "https://www.spalte.example" }),
      404: () => get("/challenge?thread=nobody"),
      422: () => get("/challenge"),
    },
  },
  "GET /comments/{id}": {
    good: { 302: ({ comment }) => get(`/comments/${comment}`) },
    bad: { 404: () => get("/comments/nobody") },
  },
  "GET /health": { good: { 200: () => get("/health") } },
  "GET /health/live": { good: { 200: () => get("/health/live") } },
  "GET /openapi.json": { good: { 200: () => get("/openapi.json") } },

  "POST /threads/{thread}/comments": {
    good: { 202: (world) => post(world), 201: (world) => post(world, {}, world.bearer) },
    bad: {
      401: (world) => post(world, {}, "00"),
      404: (world) => post(world, {}, undefined, "nobody"),
      409: async (world) => {
        const ready = await post(world);
        await world.closeAll();
        return ready;
      },
      422: (world) => post(world, { text: "" }),
    },
    caps: { comment: { ...noneElse, sender: [{ per: DAY, most: 3 }] } },
  },
  "POST /comments/{id}/reports": {
    good: { 202: (world) => report(world, world.comment) },
    bad: {
      404: (world) => report(world, "nobody"),
      422: (world) => report(world, world.comment, { reason: "boring" }),
    },
    caps: { report: { ...noneElse, sender: one } },
  },
  "POST /confirm/again": {
    good: { 202: (world) => json(world, "POST", "/confirm/again", { challenge: "x" }) },
    bad: { 422: (world) => json(world, "POST", "/confirm/again", {}) },
  },
  "POST /sessions": {
    good: { 202: (world) => json(world, "POST", "/sessions", { email: "p@mail.example" }) },
    bad: { 422: (world) => json(world, "POST", "/sessions", { email: "p" }) },
    caps: { signIn: { sender: [{ per: DAY, most: 2 }], site: [] } },
  },
  "POST /sessions/verify": {
    good: { 201: async (world) => json(world, "POST", "/sessions/verify", await world.attempt()) },
    bad: {
      422: (world) => json(world, "POST", "/sessions/verify", { attempt: "x", code: "1" }),
    },
  },
  "DELETE /sessions": {
    good: { 204: (world) => json(world, "DELETE", "/sessions", null, world.bearer) },
  },
  "GET /me": { good: { 200: (world) => get("/me", signed(world)) } },
  "GET /me/export": { good: { 200: (world) => get("/me/export", signed(world)) } },
  "DELETE /me": {
    good: { 204: (world) => json(world, "DELETE", "/me", { texts: "keep" }, world.bearer) },
    bad: { 422: (world) => json(world, "DELETE", "/me", {}, world.bearer) },
  },
  "PATCH /comments/{id}": {
    good: { 200: (world) => patch(world, { text: "Anders gesagt." }) },
    bad: {
      404: (world) => json(world, "PATCH", "/comments/nobody", { text: "x" }, world.bearer),
      422: (world) => patch(world, { text: "" }),
    },
  },
  "DELETE /comments/{id}": {
    good: {
      204: ({ service, ...world }) =>
        json({ service, ...world }, "DELETE", `/comments/${world.comment}`, null, world.bearer),
    },
    bad: { 404: (world) => json(world, "DELETE", "/comments/nobody", null, world.bearer) },
  },

  "GET /confirm": confirm.look,
  "POST /confirm": {
    ...confirm.send(),
    caps: { comment: { ...noneElse, sender: [], account: one } },
  },
  "GET /own": ownPage.look,
  "POST /own": ownPage.send({ act: "edit", text: "Anders gesagt." }),
  "GET /mine": {
    good: { 200: async (world) => get(`/mine?token=${await world.mine()}`) },
    bad: { 404: () => get("/mine?token=x") },
  },
  "GET /mine/export": {
    good: { 200: async (world) => get(`/mine/export?token=${await world.mine()}`) },
    bad: { 401: () => get("/mine/export?token=x") },
  },
  "POST /mine": {
    good: {
      200: () => form("/mine", { email: "p@mail.example" }),
      303: async (world) =>
        form("/mine", { token: await world.mine(), act: "stop", thread: "flur" }),
    },
    bad: {
      404: () => form("/mine", { token: "x" }),
      422: () => form("/mine", { email: "p" }),
    },
    caps: { signIn: { sender: one, site: [] } },
  },
  "GET /way-in": wayIn.look,
  "POST /way-in": wayIn.send(),
  "GET /unsubscribe": {
    good: { 200: async (world) => get(await world.unsubscribe()) },
    bad: { 404: () => get("/unsubscribe?subscription=x&token=x") },
  },
  "POST /unsubscribe": {
    good: {
      200: async (world) => form(await world.unsubscribe(), { "List-Unsubscribe": "One-Click" }),
    },
    bad: { 404: () => form("/unsubscribe?subscription=x&token=x", {}) },
  },
  "GET /act": act.look,
  "POST /act": act.send({ reason: "spam" }),
  "GET /notices/new": {
    good: { 200: ({ comment }) => get(`/notices/new?comment=${comment}`) },
    bad: { 404: () => get("/notices/new?comment=x") },
  },
  "POST /notices": {
    good: { 200: ({ comment }) => notice(comment) },
    bad: { 404: () => notice("x"), 422: ({ comment }) => notice(comment, { reason: "" }) },
    caps: { report: { ...noneElse, sender: one } },
  },
  "GET /objections": objections.look,
  "POST /objections": {
    ...objections.send({ text: "Doch." }),
    bad: {
      ...objections.send({ text: "Doch." }).bad,
      422: async (world) => form("/objections", { token: await world.objection(), text: " " }),
    },
  },
};

async function patch(world: World, body: object): Promise<Ready> {
  return json(world, "PATCH", `/comments/${await own1(world)}`, body, world.bearer);
}

/** A comment of the reader who is signed in, which nobody has answered. */
async function own1(world: World): Promise<string> {
  const { init, path } = await post(world, { text: "Noch ein Wort." }, world.bearer);
  const answer = await world.service.ask(path, init);
  const { comment } = (await answer.json()) as { comment: { id: string } };
  return comment.id;
}
