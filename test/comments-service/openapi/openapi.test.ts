import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { createApp } from "../../../comments-service/app.ts";
import { undescribed } from "../../../comments-service/openapi/call.ts";
import { calls } from "../../../comments-service/openapi/calls.ts";
import { Problem } from "../../../comments-service/openapi/answers.ts";
import { openApiDocument } from "../../../comments-service/openapi/document.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

const file = new URL("../../../comments-service/openapi/openapi.json", import.meta.url);

test("openapi.json is what the schemas give now; `npm run openapi` writes it", () => {
  const made = `${JSON.stringify(openApiDocument(calls), null, 2)}\n`;
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("it describes every route of the service and no other, but for those left out with a reason", async () => {
  const { service } = await openService();
  const isUndescribed = (path: string) =>
    Object.keys(undescribed).some((room) => path === room || path.startsWith(`${room}/`));
  const routes = createApp(service)
    // Middleware stands among the routes: some for all methods, some for a path that has routes of its own.
    .routes.filter(({ method, path }) => method !== "ALL" && !isUndescribed(path))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, "{$1}")}`);
  const described = calls.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
  expect(new Set(described).size).toBe(described.length);
});

test("it is served as it stands, to anybody", async () => {
  const service = await openService();
  const answer = await service.ask("/openapi.json");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await answer.json()).toEqual(JSON.parse(readFileSync(file, "utf8")));
});

test("every reference in it leads somewhere, and every operation has a name of its own", () => {
  const document = readFileSync(file, "utf8");
  const { components } = JSON.parse(document) as {
    components: Record<string, Record<string, unknown>>;
  };
  const references = [...document.matchAll(/"\$ref": "#\/components\/(\w+)\/(\w+)"/gu)];
  expect(references).toHaveLength(document.match(/"\$ref"/gu)?.length ?? 0);
  for (const [, kind = "", name = ""] of references) expect(components[kind]).toHaveProperty(name);
  const ids = [...document.matchAll(/"operationId": "([^"]*)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(calls.length);
});

describe("what the service answers is what it describes", () => {
  /** Holds an answer against the description of its call. */
  async function expectDescribed(answer: Response, method: string, path: string): Promise<void> {
    const call = calls.find((each) => each.method === method && each.path === path);
    const success = call?.answers[answer.status];
    const known = success !== undefined || call?.errors.some((status) => status === answer.status);
    expect(known, `${method} ${path} answered ${answer.status}`).toBe(true);
    const schema = success === undefined ? Problem : success.json;
    if (schema !== undefined) v.parse(schema, await answer.json());
  }

  const report = async (service: TestService, id: string) =>
    service.send(`/comments/${id}/reports`, {
      reason: "spam",
      challenge: await service.challenge({ action: "report" }),
    });

  test("to readers", async () => {
    const service = await openService();
    await service.publish();
    const number = await service.publish({ email: "ida@mail.example", replyTo: 1 });
    const [first] = (await service.thread()).comments;
    const id = first?.id ?? "";
    expect(number).toBe(2);
    await expectDescribed(await service.ask("/threads/flur"), "get", "/threads/{thread}");
    await expectDescribed(await service.ask("/threads/nobody"), "get", "/threads/{thread}");
    await expectDescribed(await service.ask("/threads/flur?limit=0"), "get", "/threads/{thread}");
    const replies = "/threads/{thread}/replies";
    for (const [query, status] of [
      ["?after=1", 200],
      ["?after=9", 404],
      ["", 422],
    ] as const) {
      const answer = await service.ask(`/threads/flur/replies${query}`);
      expect(answer.status).toBe(status);
      await expectDescribed(answer, "get", replies);
    }
    await expectDescribed(await service.ask("/counts?thread=flur"), "get", "/counts");
    await expectDescribed(await service.ask("/counts"), "get", "/counts");
    await expectDescribed(await service.ask("/challenge?thread=flur"), "get", "/challenge");
    await expectDescribed(await service.ask("/challenge"), "get", "/challenge");
    await expectDescribed(await service.ask(`/comments/${id}`), "get", "/comments/{id}");
    await expectDescribed(await service.ask("/comments/nobody"), "get", "/comments/{id}");
    await expectDescribed(await service.ask("/health"), "get", "/health");
    await expectDescribed(await service.ask("/health/live"), "get", "/health/live");
    await expectDescribed(await report(service, id), "post", "/comments/{id}/reports");
    await expectDescribed(await report(service, "nobody"), "post", "/comments/{id}/reports");
  });

  test("to writers", async () => {
    expect.hasAssertions();
    const service = await openService();
    const path = "/threads/{thread}/comments";
    await expectDescribed(await service.post(), "post", path);
    await expectDescribed(await service.post({ text: "" }), "post", path);
    await expectDescribed(
      await service.post({}, { headers: { Origin: "https://x.example" } }),
      "post",
      path,
    );
    await expectDescribed(
      await service.post({}, { headers: { "Content-Type": "text/plain" } }),
      "post",
      path,
    );
    await expectDescribed(await service.post({ text: "x".repeat(30_000) }), "post", path);
    await expectDescribed(await service.post({ replyTo: 9 }), "post", path);
    const again = await service.send("/confirm/again", { challenge: "x" });
    await expectDescribed(again, "post", "/confirm/again");
    await expectDescribed(
      await service.send("/sessions", { email: "p@mail.example" }),
      "post",
      "/sessions",
    );
    await expectDescribed(await service.send("/sessions", { email: "p" }), "post", "/sessions");
    const verified = await service.send("/sessions/verify", { attempt: "x", code: "1" });
    await expectDescribed(verified, "post", "/sessions/verify");
    await expectDescribed(await service.ask("/me"), "get", "/me");
    await expectDescribed(await service.ask("/me/export"), "get", "/me/export");
  });
});
