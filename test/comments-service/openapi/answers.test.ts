import { describe, expect, test } from "vitest";
import { calls } from "../../../comments-service/openapi/calls.ts";
import { StoreUnavailable } from "../../../comments-service/store/store-unavailable.ts";
import { cases } from "./cases.ts";
import type { Ready } from "./cases.ts";
import { describedAnswers, differenceOf } from "./described.ts";
import { openWorld } from "./world.ts";
import type { World } from "./world.ts";

const sent = ({ service }: World, { path, init }: Ready) => service.ask(path, init);

/** From here on whatever is asked of the store fails. */
function breakStore({ service }: World, error: () => Error): void {
  const { store } = service.service;
  for (const name of Object.keys(store))
    if (name !== "close")
      Object.assign(store, {
        [name]: async () => {
          throw error();
        },
      });
}

const changed = ({ path, init = {} }: Ready, headers: Record<string, string>, body?: string) => ({
  path,
  init: {
    ...init,
    headers: { ...init.headers, ...headers },
    ...(body === undefined ? {} : { body }),
  },
});

/** How a good request is made into one that gets an error that all calls of its kind share. */
const shared: Record<number, (world: World, ready: Ready) => Ready> = {
  400: (_, ready) => changed(ready, {}, '{"text":'),
  401: (_, ready) => changed(ready, { Authorization: "Bearer 00" }),
  403: (_, ready) =>
    changed(ready, { Origin: "https://x.example", "Sec-Fetch-Site": "cross-site" }),
  413: (_, ready) => changed(ready, {}, `{"text":"${"x".repeat(70_000)}"}`),
  415: (_, ready) => changed(ready, { "Content-Type": "text/plain" }),
  500: (world, ready) => {
    breakStore(world, () => new Error("a fault"));
    return ready;
  },
  503: (world, ready) => {
    breakStore(world, () => new StoreUnavailable("gone"));
    return ready;
  },
};

function sharedOf(status: number): (world: World, ready: Ready) => Ready {
  const change = shared[status];
  if (change === undefined)
    throw new Error(`${status} is described for this call: it needs a request in cases.ts`);
  return change;
}

/** Sends the same again and again, each time anew, until it is too much. */
async function untilRefused(
  world: World,
  prepare: (world: World) => Ready | Promise<Ready>,
): Promise<Response> {
  const answer = await sent(world, await prepare(world));
  if (answer.status < 300) return untilRefused(world, prepare);
  expect(answer.headers.get("Retry-After")).toMatch(/^[1-9]\d*$/u);
  return answer;
}

describe("every answer that openapi.json describes is given as described", () => {
  test("there are requests for each of its calls", () => {
    const described = calls.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(Object.keys(cases).toSorted()).toEqual(described.toSorted());
  });

  test.each(Object.keys(cases))("%s", async (name) => {
    const { good, bad = {}, caps } = cases[name] ?? { good: {} };
    const [method = "", path = ""] = name.split(" ");
    const statuses = describedAnswers
      .filter((each) => each.startsWith(`${name} `))
      .map((each) => Number(each.split(" ")[2]));
    const [first = () => ({ path: "/" })] = Object.values(good);
    const differences: unknown[] = [];
    for (const status of statuses) {
      const world = await openWorld(status === 429 ? caps : {});
      const prepare = good[status] ?? bad[status];
      const answer =
        prepare !== undefined
          ? await sent(world, await prepare(world))
          : status === 429
            ? await untilRefused(world, first)
            : await sent(world, sharedOf(status)(world, await first(world)));
      if (answer.status !== status)
        differences.push([status, answer.status, (await answer.text()).slice(0, 200)]);
      else {
        const difference = await differenceOf(answer, method, path);
        if (difference !== null) differences.push(difference);
      }
    }
    expect(differences).toEqual([]);
    // And none that could be given is left out.
    const known = Object.keys({ ...good, ...bad }).map(Number);
    expect(known.filter((status) => !statuses.includes(status))).toEqual([]);
  });
});
