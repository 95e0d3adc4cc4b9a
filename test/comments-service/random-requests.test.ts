import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { undescribed } from "./openapi/undescribed.ts";
import { calls } from "../../comments-service/openapi/calls.ts";
import { differenceOf } from "./openapi/described.ts";
import { withRoom } from "../../comments-service/hosts/with-room.ts";
import { createApp } from "../../comments-service/http/app.ts";
import { newCode } from "../../comments-service/domain/image-code/picture.ts";
import type { Challenge } from "../../comments-service/wire.ts";
import { engine } from "./engine.ts";
import { own, signIn as signInAtDesk } from "./http/desk/moderator.ts";
import { signIn } from "./readers.ts";
import type { Known } from "./request-words.ts";
import { fill, requestsTo } from "./requests.ts";
import type { AnyRequest } from "./requests.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { unshared } from "./unshared.ts";

/** So many come to every route. */
const ENOUGH = 3000;
/** How many requests; by hand a hundred thousand (see CONTRIBUTING.md). Another engine is asked whether it takes what SQLite does. */
const REQUESTS = Number(process.env["REQUESTS"] ?? (engine === "SQLite" ? ENOUGH : 600));
/** So many to a route that took none of them. */
const MORE = 300;
/** After so many, what the requests name is made anew: some of them erase, end or close it. */
const RENEWED = 100;
const none = { sender: [], thread: [], site: [] };
const many = { per: 1000, most: 1_000_000 };
// One and the same number always: so every picture shows this code.
const random = () => 0.42;

/** Nobody guesses a code; and the outbox is there for this machine only. */
const unreachable = new Set(["POST /sessions/verify", "POST /desk/code", "GET /outbox"]);

/** Real things for the requests to name, so that many of them get past the first look. */
async function prepare(service: TestService): Promise<Omit<Known, "solved" | "picture">> {
  const { site, store, clock } = service;
  // The newest letter is the one that was just asked for.
  clock.now += 1000;
  // What waits leaves, so that the next letter to the desk tells of what comes now.
  for (const { id } of await store.claimLetters(1000, clock.now + 86_400_000, clock.now))
    await store.letterSent(id, clock.now);
  const desk = await signInAtDesk(service);
  await desk.send("/desk/threads", [["act", "open"]]);
  for (const thread of ["flur", "regen"])
    for (const act of ["open", "free"])
      await desk.send("/desk/threads", [
        ["act", act],
        ["thread", thread],
      ]);
  const form = (path: string, fields: Record<string, string>) =>
    service.ask(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  const linkIn = async (pattern: RegExp): Promise<string> => {
    for (const { text } of await service.letters()) {
      const [, found] = pattern.exec(text) ?? [];
      if (found !== undefined) return found;
    }
    throw new Error(`no letter has ${pattern.source}`);
  };

  await service.publish({ text: "Das erste Wort.", notify: "thread" });
  const token = await service.token();
  await service.publish({ text: "Ein zweites Wort.", email: "ida@mail.example" });
  const [, first] = (await service.thread()).comments;
  const comment = first?.id ?? "";
  const stop = await linkIn(/\/unsubscribe\?(\S+)/u);
  await service.send(`/comments/${comment}/reports`, {
    reason: "insult",
    challenge: await service.challenge({ action: "report" }),
  });
  const deed = await linkIn(/\/act\?token=([0-9a-f]+)/u);
  await form("/mine", { email: "petra@mail.example" });
  const mine = await linkIn(/\/mine\?token=([0-9a-f]+)/u);
  const wayin = await linkIn(/\/way-in\?token=(\S+)/u);

  const notice = { comment, reason: "Weil.", name: "R", email: "r@mail.example", faith: "yes" };
  await form("/notices", notice);
  const [decided] = await store.notices(1);
  await desk.send(`/desk/notices/${decided?.id}`, [
    ["decision", "kept"],
    ["grounds", "Eine Meinung."],
  ]);
  const objection = await linkIn(/\/objections\?token=([0-9a-f]+)/u);
  await form("/notices", { ...notice, reason: "Noch einmal." });
  const [open] = await store.notices(1);
  const block = await desk.send("/desk/blocks", [["value", `${clock.now}.example`]]);
  await service.post({ text: "Das dritte.", email: "other@mail.example" });
  clock.now += 1000;
  return {
    comment,
    token,
    stop,
    deed,
    mine,
    wayin,
    objection,
    notice: open?.id ?? "",
    batch: /done=([0-9a-f]+)/u.exec(block.headers.get("Location") ?? "")?.[1] ?? "",
    bearer: await signIn(service, "petra@mail.example"),
    cookie: desk.cookie,
    site: site.origin,
    etag: (await service.ask("/threads/flur")).headers.get("ETag") ?? "",
  };
}

/** Which routes openapi.json leaves out, and the path of one that it describes. */
const isUndescribed = (route: string) =>
  Object.keys(undescribed).some((room) => ` ${inBraces(route)}/`.startsWith(` ${room}/`)) ||
  !calls.some(({ path }) => path === inBraces(route));
const inBraces = (route: string) => (route.split(" ")[1] ?? "").replaceAll(/:(\w+)/gu, "{$1}");
const isHead = (method: string, route: string) => method === "HEAD" && route.startsWith("GET ");

/** Challenges that are solved, where a request carries one: each of them counts once. */
async function solvedFor(service: TestService, { body, path }: AnyRequest) {
  const text = typeof body === "string" ? body : "";
  const action = path.includes("reports") ? "report" : "comment";
  const solved = text.includes("@solved") ? await service.challenge({ action }) : "";
  if (!text.includes("@picture")) return { solved, picture: "" };
  const asked = await service.ask(`/challenge?thread=flur&kind=image&action=${action}`);
  const { challenge } = (await asked.json()) as Challenge;
  const solution = { code: newCode(random) };
  return { solved, picture: btoa(JSON.stringify({ challenge, solution })) };
}

test(
  `${REQUESTS} requests made at random from the schemas and around them get no answer that is not described, and no server error`,
  async () => {
    const service = await openService({
      limits: {
        comment: none,
        report: none,
        again: { sender: [], comment: [], site: [] },
        signIn: { sender: [], site: [] },
        strangers: unshared,
        mailbox: many,
      },
      env: { CHALLENGE: "image" },
      random,
    });
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));

    const routes = createApp(service.service, withRoom()).routes.filter(
      ({ method }) => method !== "ALL",
    );
    const seen = new Map<number, number>();
    const taken = new Set<string>();
    let known = await prepare(service);
    let sent = 0;
    async function send(request: AnyRequest): Promise<void> {
      service.clock.now += 1;
      if ((sent += 1) % RENEWED === 0) known = await prepare(service);
      const { method, path, headers, body, route } = request;
      const all = { ...known, ...(await solvedFor(service, request)) };
      const filled = Object.entries(headers).map(([name, value]) => [name, fill(value, all)]);
      const answer = await service.ask(fill(path, all), {
        method,
        headers: Object.fromEntries(filled) as Record<string, string>,
        body: typeof body === "string" ? fill(body, all) : (body as Uint8Array<ArrayBuffer> | null),
      });
      const isOwn = route.startsWith(`${method} `) || isHead(method, route);
      const isHeld = isOwn && !isUndescribed(route);
      expect(isHeld ? await differenceOf(answer, method, inBraces(route)) : null).toBeNull();
      if (!isHeld) await answer.arrayBuffer();
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      if (answer.status < 400 && route.startsWith(method)) taken.add(route);
      expect(answer.status).toBeLessThan(500);
    }
    const ask = (these: typeof routes, numRuns: number) =>
      fc.assert(fc.asyncProperty(requestsTo(these), send), {
        seed: 20_261_123,
        numRuns,
        // Smaller ones would be looked for in a service that is another by now.
        endOnFailure: true,
      });
    const untaken = () =>
      routes.filter(({ method, path }) => {
        const route = `${method} ${path}`;
        return !taken.has(route) && !unreachable.has(route);
      });
    await ask(routes, REQUESTS);
    // What one seed never asks rightly is asked by itself: which that is changes with the list of routes.
    if (REQUESTS >= ENOUGH) for (const route of untaken()) await ask([route], MORE);
    expect(unhandled).toEqual([]);
    expect(service.log).toEqual([]);
    // Many got through, and many did not: else the requests would say little.
    const kinds = [200, 202, 403, 404, 415, 422, ...(REQUESTS < ENOUGH ? [] : [304])];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(kinds));
    expect(REQUESTS < ENOUGH ? [] : untaken()).toEqual([]);
  },
  60_000 + REQUESTS * 40,
);
