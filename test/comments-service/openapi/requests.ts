import { own } from "../http/desk/moderator.ts";
import type { World } from "./world.ts";

export const DAY = 86_400_000;

/** A request that is ready to be sent. */
export interface Ready {
  path: string;
  init?: { method?: string; headers?: Record<string, string>; body?: string };
}
/** Prepares a request; what it needs is there then. */
export type Prepare = (world: World) => Ready | Promise<Ready>;

export const get = (path: string, headers: Record<string, string> = {}): Ready => ({
  path,
  init: { headers },
});
export const json = (
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
export const form = (path: string, fields: Record<string, string>): Ready => ({
  path,
  init: {
    method: "POST",
    headers: { ...own, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  },
});
export const withEtag =
  (path: string): Prepare =>
  async ({ service }) =>
    get(path, { "If-None-Match": (await service.ask(path)).headers.get("ETag") ?? "" });
export const signed = (world: World) => ({ Authorization: `Bearer ${world.bearer}` });

export const post = async (world: World, more: object = {}, bearer?: string, thread = "flur") =>
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
export const report = async (world: World, id: string, more: object = {}) =>
  json(world, "POST", `/comments/${id}/reports`, {
    reason: "spam",
    challenge: await world.challenge("report"),
    ...more,
  });
export const notice = (comment: string, more: object = {}) =>
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

export const confirm = page("/confirm", {
  200: (world) => world.unconfirmed(),
  409: closed,
  410: (world) => aged(world, world.unconfirmed(), 3 * DAY),
});
export const ownPage = page("/own", { 200: async ({ token }) => token });
export const wayIn = page("/way-in", { 200: (world) => world.wayIn() });
export const act = page("/act", {
  200: (world) => world.deed(),
  409: decided,
  410: (world) => aged(world, world.deed(), 8 * DAY),
});
export const objections = page("/objections", {
  200: (world) => world.objection(),
  410: (world) => aged(world, world.objection(), 185 * DAY),
});
