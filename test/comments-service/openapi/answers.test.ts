import { describe, expect, test } from "vitest";
import { calls } from "../../../comments-service/openapi/calls.ts";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import { cases } from "./cases.ts";
import type { Cases } from "./cases.ts";
import type { Ready } from "./requests.ts";
import { describedAnswers, differenceOf } from "./described.ts";
import { openWorld } from "./world.ts";
import type { World } from "./world.ts";

const sent = ({ service }: World, { path, init }: Ready) => service.ask(path, init);

/** Answers while whatever is asked of the store fails. */
async function whileBroken(
  { service: { service, clock } }: World,
  error: () => Error,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { store } = service;
  const whole = { ...store };
  for (const name of Object.keys(whole))
    Object.assign(store, {
      [name]: async () => {
        throw error();
      },
    });
  return answer().finally(() => {
    Object.assign(store, whole);
    // What the service remembers of the fault is over.
    clock.now += 60_000;
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
const shared: Record<number, (ready: Ready) => Ready> = {
  400: (ready) => changed(ready, {}, '{"text":'),
  401: (ready) => changed(ready, { Authorization: "Bearer 00" }),
  403: (ready) => changed(ready, { Origin: "https://x.example", "Sec-Fetch-Site": "cross-site" }),
  413: (ready) => changed(ready, {}, `{"text":"${"x".repeat(70_000)}"}`),
  415: (ready) => changed(ready, { "Content-Type": "text/plain" }),
};
const faults: Record<number, () => Error> = {
  500: () => new Error("a fault"),
  503: () => new StoreUnavailable("gone"),
};
// What was closed, or is over, stays so; and caps are there from the beginning.
const ofTheirOwn = new Set([409, 410, 429]);

/** Gets the answer with a status from a call, by the requests that stand for it. */
async function answerWith(
  status: number,
  world: World,
  { good, bad = {} }: Cases,
): Promise<Response> {
  const prepare = good[status] ?? bad[status];
  if (prepare !== undefined) return sent(world, await prepare(world));
  const [first] = Object.values(good);
  if (first === undefined) throw new Error("there is no good request in cases.ts");
  if (status === 429) return untilRefused(world, first);
  const ready = await first(world);
  const fault = faults[status];
  if (fault !== undefined) return whileBroken(world, fault, async () => sent(world, ready));
  const change = shared[status];
  if (change === undefined)
    throw new Error(`${status} is described for this call: it needs a request in cases.ts`);
  return sent(world, change(ready));
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

/** How long an answer may be kept: what everybody may read for a moment, everything else not at all. */
function keeping(name: string, status: number): string {
  return status < 400 && mayBeKept.test(name) ? "public, max-age=0, s-maxage=10" : "no-store";
}
const mayBeKept = /^GET \/(?:counts|feed\.atom|openapi\.json|threads\/[^ ]*)$/u;

describe("every answer that openapi.json describes is given as described", () => {
  test("there are requests for each of its calls", () => {
    const described = calls.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(Object.keys(cases).toSorted()).toEqual(described.toSorted());
  });

  test.each(Object.keys(cases))("%s", async (name) => {
    const all = cases[name] ?? { good: {} };
    const [method = "", path = ""] = name.split(" ");
    const statuses = describedAnswers
      .filter((each) => each.startsWith(`${name} `))
      .map((each) => Number(each.split(" ")[2]));
    const common = await openWorld();
    const differences: unknown[] = [];
    // First what fails, so that it is not made up of what was used up.
    for (const status of statuses.toReversed()) {
      const isOwn = ofTheirOwn.has(status);
      const world = isOwn ? await openWorld(status === 429 ? all.caps : {}) : common;
      const answer = await answerWith(status, world, all);
      expect(answer.headers.get("Cache-Control")).toBe(keeping(name, status));
      if (answer.status !== status)
        differences.push([status, answer.status, (await answer.text()).slice(0, 200)]);
      else {
        const difference = await differenceOf(answer, method, path);
        if (difference !== null) differences.push(difference);
      }
    }
    expect(differences).toEqual([]);
    // And none that could be given is left out.
    const known = Object.keys({ ...all.good, ...all.bad }).map(Number);
    expect(known.filter((status) => !statuses.includes(status))).toEqual([]);
  });
});
