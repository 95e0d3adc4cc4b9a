import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "../../comments-service/app.ts";
import { signIn as signInAtDesk } from "./desk/moderator.ts";
import { signIn } from "./readers.ts";
import { fill, requestsTo } from "./requests.ts";
import type { AnyRequest, Known } from "./requests.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

/** How many requests; by hand a hundred thousand (see CONTRIBUTING.md). */
const REQUESTS = Number(process.env["REQUESTS"] ?? 2000);
const none = { sender: [], thread: [], site: [] };

/** Real things for the requests to name, so that many of them get past the first look. */
async function real(service: TestService, known: Omit<Known, "solved">, wantsSolved: boolean) {
  const action = Math.abs(service.clock.now) % 2 === 0 ? "comment" : "report";
  return { ...known, solved: wantsSolved ? await service.challenge({ action }) : "" };
}

test(
  `${REQUESTS} requests made at random from the schemas and around them give no server error`,
  async () => {
    const service = await openService({ limits: { comment: none, report: none } });
    await service.publish({ text: "Das erste Wort." });
    const [first] = (await service.thread()).comments;
    await service.post({ text: "Das zweite.", email: "other@mail.example" });
    const known = {
      comment: first?.id ?? "",
      token: await service.token(),
      bearer: await signIn(service, "petra@mail.example"),
      cookie: (await signInAtDesk(service)).cookie,
      site: service.site.origin,
      etag: (await service.ask("/threads/flur")).headers.get("ETag") ?? "",
    };
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));

    const { routes } = createApp(service.service);
    const seen = new Map<number, number>();
    async function send({ method, path, headers, body }: AnyRequest): Promise<void> {
      service.clock.now += 1;
      const text = typeof body === "string" ? body : "";
      const all = await real(service, known, text.includes("@solved"));
      const filled = Object.entries(headers).map(([name, value]) => [name, fill(value, all)]);
      const answer = await service.ask(fill(path, all), {
        method,
        headers: Object.fromEntries(filled) as Record<string, string>,
        body: typeof body === "string" ? fill(body, all) : (body as Uint8Array<ArrayBuffer> | null),
      });
      await answer.arrayBuffer();
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      expect(answer.status).toBeLessThan(500);
    }
    await fc.assert(fc.asyncProperty(requestsTo(routes), send), {
      seed: 20_261_123,
      numRuns: REQUESTS,
    });
    expect(unhandled).toEqual([]);
    expect(service.log).toEqual([]);
    // Many got through, and many did not: else the requests would say little.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 202, 304, 403, 404, 415, 422]));
  },
  60_000 + REQUESTS * 20,
);
