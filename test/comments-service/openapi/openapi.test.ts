import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createApp } from "../../../comments-service/http/app.ts";
import { withRoom } from "../../../comments-service/hosts/with-room.ts";
import { undescribed } from "./undescribed.ts";
import { calls } from "../../../comments-service/openapi/calls.ts";
import { openApiDocument } from "../../../comments-service/openapi/document.ts";
import { openService } from "../service.ts";

const file = new URL("../../../comments-service/public/openapi.json", import.meta.url);

test("openapi.json is what the schemas give now; `npm run openapi` writes it", () => {
  const made = `${JSON.stringify(openApiDocument(calls), null, 2)}\n`;
  expect(readFileSync(file, "utf8")).toBe(made);
});

test("it describes every route of the service and no other, but for those left out with a reason", async () => {
  const { service } = await openService();
  const isUndescribed = (path: string) =>
    Object.keys(undescribed).some((room) => path === room || path.startsWith(`${room}/`));
  const routes = createApp(service, withRoom())
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
  expect(references.length).toBeGreaterThan(20);
  expect(references).toHaveLength(document.match(/"\$ref"/gu)?.length ?? 0);
  for (const [, kind = "", name = ""] of references) expect(components[kind]).toHaveProperty(name);
  const ids = [...document.matchAll(/"operationId": "([^"]*)"/gu)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(calls.length);
});
