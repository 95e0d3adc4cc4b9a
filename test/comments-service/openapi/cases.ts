import { own } from "../http/desk/moderator.ts";
import type { openWorld, World } from "./world.ts";

const DAY = 86_400_000;

/** A request that is ready to be sent. */
export interface Ready {
  path: string;
  init?: { method?: string; headers?: Record<string, string>; body?: string };
}
/** Prepares a request; what it needs is there then. */
type Prepare = (world: World) => Ready | Promise<Ready>;

export interface Cases {
  /** What it does when all is well, by status. */
  good: Readonly<Record<number, Prepare>>;
  /** Errors that are its own, by status. */
  bad?: Readonly<Record<number, Prepare>>;
  /** Under these caps a second request like the good one is refused. */
  caps?: NonNullable<Parameters<typeof openWorld>[0]>;
}

const get = (path: string, headers: Record<string, string> = {}): Ready => ({
  path,
  init: { headers },
});
const json = (
  { service }: World,
  method: string,
  path: string,
  body: object | null,
  bearer?: string,
): Ready => ({
  path,
  init: {
    method,
    headers: {
      Origin: service.site.origin,
      "Content-Type": "application/json",
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  },
});
const form = (path: string, fields: Record<string, string>): Ready => ({
  path,
  init: {
    method: "POST",
    headers: { ...own, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  },
});
const withEtag =
  (path: string): Prepare =>
  async ({ service }) =>
    get(path, { "If-None-Match": (await service.ask(path)).headers.get("ETag") ?? "" });
const signed = (world: World) => ({ Authorization: `Bearer ${world.bearer}` });

const post = async (world: World, more: object = {}, bearer?: string, thread = "flur") =>
  json(
    world,
    "POST",
    `/threads/${thread}/comments`,
    {
      name: "Petra",
      ...(bearer === undefined ? { email: "wer@mail.example" } : {}),
      text: "Das sehe ich anders.",
      challenge: await world.challenge(),
      ...more,
    },
    bearer,
  );
const report = async (world: World, id: string, more: object = {}) =>
  json(world, "POST", `/comments/${id}/reports`, {
    reason: "spam",
    challenge: await world.challenge("report"),
    ...more,
  });
const notice = (comment: string, more: object = {}) =>
  form("/notices", {
    comment,
    reason: "Weil.",
    name: "R",
    email: "r@mail.example",
    faith: "yes",
    ...more,
  });

async function aged(world: World, token: Promise<string>, by: number): Promise<string> {
  const made = await token;
  world.service.clock.now += by;
  return made;
}
async function decided(world: World): Promise<string> {
  const deed = await world.deed();
  world.service.clock.now += 1000;
  await world.service.ask("/act", form("/act", { token: deed, reason: "spam" }).init);
  return deed;
}
async function closed(world: World): Promise<string> {
  const token = await world.unconfirmed();
  await world.closeAll();
  return token;
}

/** GET and POST of a page, by what the link's token has become. */
function page(path: string, tokens: Readonly<Record<number, (world: World) => Promise<string>>>) {
  const of = (status: number) => tokens[status] ?? (async () => "x");
  const bad = [404, 409, 410].filter((status) => status === 404 || tokens[status] !== undefined);
  return {
    look: {
      good: { 200: async (world: World) => get(`${path}?token=${await of(200)(world)}`) },
      bad: Object.fromEntries(
        bad.map((status) => [
          status,
          async (world: World) => get(`${path}?token=${await of(status)(world)}`),
        ]),
      ),
    },
    send: (fields: Record<string, string> = {}) => ({
      good: { 200: async (world: World) => form(path, { token: await of(200)(world), ...fields }) },
      bad: Object.fromEntries(
        bad.map((status) => [
          status,
          async (world: World) => form(path, { token: await of(status)(world), ...fields }),
        ]),
      ),
    }),
  };
}

const confirm = page("/confirm", {
  200: (world) => world.unconfirmed(),
  409: closed,
  410: (world) => aged(world, world.unconfirmed(), 3 * DAY),
});
const ownPage = page("/own", { 200: async ({ token }) => token });
const wayIn = page("/way-in", { 200: (world) => world.wayIn() });
const act = page("/act", {
  200: (world) => world.deed(),
  409: decided,
  410: (world) => aged(world, world.deed(), 8 * DAY),
});
const objections = page("/objections", {
  200: (world) => world.objection(),
  410: (world) => aged(world, world.objection(), 185 * DAY),
});
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
