import { describe, expect, test } from "vitest";
import type { Challenge } from "../../comments-service/wire.ts";
import { comment, openService } from "./service.ts";
import type { TestService } from "./service.ts";
import type { Solved } from "./solve.ts";

const PATH = "/threads/flur/comments";
const reasonOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { reason: string }[] }).errors[0]?.reason;

/** A solved challenge with something in it changed. */
function forge(challenge: string, change: (solved: Solved) => void): string {
  const payload = JSON.parse(atob(challenge)) as Solved;
  change(payload);
  return btoa(JSON.stringify(payload));
}

describe("a challenge", () => {
  test("is ALTCHA's, version 2, and names thread and action", async () => {
    const service = await openService();
    const answer = await service.ask("/challenge?thread=flur&kind=pow&action=report");
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const { kind, challenge } = (await answer.json()) as Challenge;
    expect(kind).toBe("pow");
    expect(challenge).toMatchObject({
      parameters: {
        algorithm: "PBKDF2/SHA-256",
        data: { thread: "flur", action: "report" },
        expiresAt: service.clock.now / 1000 + 3600,
      },
      signature: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
  });

  test.each([
    ["/challenge", 422],
    ["/challenge?thread=nobody", 404],
    ["/challenge?thread=flur&kind=image", 422],
    ["/challenge?thread=flur&action=delete", 422],
  ])("%s is %i", async (path, status) => {
    const service = await openService();
    expect((await service.ask(path)).status).toBe(status);
  });

  test("counts once: the same post gets the first answer again, another post does not", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    const post = (words: object) => service.send(PATH, { ...comment, ...words, challenge });
    expect((await post({})).status).toBe(202);
    const again = await post({});
    expect([again.status, await again.json()]).toEqual([202, { state: "unconfirmed" }]);
    expect(await reasonOf(await post({ text: "etwas anderes" }))).toBe("used");
    expect(await service.letters()).toHaveLength(1);
  });

  test("counts once among many posts at the same moment", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    const posts = Array.from({ length: 40 }, (_, i) =>
      service.send(PATH, { ...comment, text: i % 2 === 0 ? "gleich" : `anders ${i}`, challenge }),
    );
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([202, 422]));
    expect(await service.letters()).toHaveLength(1);
  });

  test("that was answered stays answered after it has expired", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    const post = () => service.send(PATH, { ...comment, challenge });
    expect((await post()).status).toBe(202);
    service.clock.now += 2 * 3_600_000;
    expect((await post()).status).toBe(202);
    expect(await service.letters()).toHaveLength(1);
  });

  test("expires after an hour", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    service.clock.now += 3_600_000;
    const answer = await service.send(PATH, { ...comment, challenge });
    expect([answer.status, await reasonOf(answer)]).toEqual([422, "expired"]);
  });

  test.each([
    ["of another thread", (service: TestService) => service.challenge({ thread: "regen" })],
    ["of another action", (service: TestService) => service.challenge({ action: "report" })],
    [
      "with another end",
      async (service: TestService) =>
        forge(
          await service.challenge(),
          ({ challenge }) => void (challenge.parameters["expiresAt"] = 1e12),
        ),
    ],
    [
      "with another thread written in",
      async (service: TestService) =>
        forge(
          await service.challenge({ thread: "regen" }),
          ({ challenge }) =>
            void (challenge.parameters["data"] = { thread: "flur", action: "comment" }),
        ),
    ],
    [
      "with less work",
      async (service: TestService) =>
        forge(
          await service.challenge(),
          ({ challenge }) => void (challenge.parameters["keySignature"] = undefined),
        ),
    ],
    [
      "not solved",
      async (service: TestService) =>
        forge(
          await service.challenge(),
          ({ solution }) => void (solution["derivedKey"] = "00".repeat(32)),
        ),
    ],
    [
      "with a foreign signature",
      async (service: TestService) =>
        forge(
          await service.challenge(),
          ({ challenge }) => void (challenge.signature = "0".repeat(64)),
        ),
    ],
    ["that is no base64", async () => "\u0000***"],
    ["that is no challenge", async () => btoa('{"challenge":{},"solution":[]}')],
    [
      "of version 1",
      async () =>
        btoa('{"algorithm":"SHA-256","challenge":"x","number":1,"salt":"y","signature":"z"}'),
    ],
    ["with a deep parameter", async (service: TestService) => deep(service, '"salt":')],
    ["with deep data", async (service: TestService) => deep(service, '"thread":')],
    ["deep as a well", async () => btoa(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`)],
  ])("%s is refused", async (_, make) => {
    const service = await openService();
    await service.challenge();
    const answer = await service.send(PATH, { ...comment, challenge: await make(service) });
    expect([answer.status, await reasonOf(answer)]).toEqual([422, "invalid"]);
    expect(await service.letters()).toEqual([]);
  });
});

/** A challenge with thousands of arrays in one another put before a field. */
async function deep(service: TestService, field: string): Promise<string> {
  const json = atob(await service.challenge());
  return btoa(json.replace(field, `"deep":${"[".repeat(8000)}${"]".repeat(8000)},${field}`));
}
