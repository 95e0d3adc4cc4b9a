import { describe, expect, test } from "vitest";
import { comment, openService } from "./service.ts";

const PATH = "/threads/flur/comments";

describe("a write is taken", () => {
  test.each([
    ["from another page", { Origin: "https://evil.example" }, 403],
    ["from nowhere", { Origin: "null" }, 403],
    ["from a page of the service itself", { Origin: "https://comments.example" }, 403],
    ["as a form", { "Content-Type": "application/x-www-form-urlencoded" }, 415],
    ["as text", { "Content-Type": "text/plain" }, 415],
    ["as something like JSON", { "Content-Type": "application/jsonp" }, 415],
    ["as JSON with a charset", { "Content-Type": "application/json; charset=utf-8" }, 202],
  ])("%s: %j is %i", async (_, headers, status) => {
    const service = await openService();
    expect((await service.post({}, { headers })).status).toBe(status);
    expect(await service.letters()).toHaveLength(status === 202 ? 1 : 0);
  });

  test("only after a preflight that names the magazine's origin", async () => {
    const service = await openService();
    for (const path of [PATH, "/confirm/again", "/comments/x/reports"]) {
      const headers = {
        Origin: service.site.origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      };
      const answer = await service.ask(path, { method: "OPTIONS", headers });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(service.site.origin);
      expect(answer.headers.get("Access-Control-Allow-Methods")).toBe("GET,POST,PATCH,DELETE");
      expect(answer.headers.get("Access-Control-Allow-Headers")).toBe("Authorization,Content-Type");
      expect(answer.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    }
  });

  test("and its refusals can be read by the magazine's page", async () => {
    const service = await openService();
    const answer = await service.send(PATH, "{");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(service.site.origin);
    expect(answer.headers.get("Access-Control-Expose-Headers")).toBe("Retry-After");
  });

  test.each(["", "null", "[]", '"x"', "{", "7", '{"__proto__":{"name":"x"}}'])(
    "as a whole: %j is not",
    async (body) => {
      const service = await openService();
      expect([400, 422]).toContain((await service.send(PATH, body)).status);
    },
  );

  test("whole: one that breaks off is no fault of ours and leaves nothing", async () => {
    const service = await openService();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"name":'));
        controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      },
    });
    const headers = { Origin: service.site.origin, "Content-Type": "application/json" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await service.ask(PATH, init)).status).toBe(400);
    expect(service.log).toEqual([]);
  });

  test("up to a size that is checked before anything is read", async () => {
    const service = await openService();
    const body = JSON.stringify({ ...comment, challenge: "x".repeat(25_000) });
    expect((await service.send(PATH, body)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 40; i += 1)
          controller.enqueue(new TextEncoder().encode("x".repeat(1000)));
        controller.close();
      },
    });
    const headers = { Origin: service.site.origin, "Content-Type": "application/json" };
    // Streaming a request body needs `duplex`, which the DOM's types do not know.
    const init = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
    expect((await service.ask(PATH, init)).status).toBe(413);
  });
});
