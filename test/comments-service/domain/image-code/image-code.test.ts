import { describe, expect, test } from "vitest";
import {
  createCodeChallenges,
  readCode,
} from "../../../../comments-service/domain/image-code/code-challenge.ts";
import { newCode } from "../../../../comments-service/domain/image-code/picture.ts";
import type { Limits } from "../../../../comments-service/domain/rates.ts";
import type { Action, Challenge } from "../../../../comments-service/wire.ts";
import { comment, openService, secret } from "../../service.ts";
import type { TestService } from "../../service.ts";

const PATH = "/threads/flur/comments";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A service whose pictures can be known: the code that they show is the one that the same numbers give here. */
async function openWithImages(limits: Partial<Limits> = {}) {
  const random = () => 0.42;
  const service = await openService({ env: { CHALLENGE: "image" }, random, limits });
  return { service, code: newCode(random) };
}

async function picture(service: TestService, query = "thread=flur"): Promise<Challenge> {
  const answer = await service.ask(`/challenge?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Challenge;
}

/** How many letters the code has that this sender is shown now: the one that is taken as right. */
async function lengthFor(service: TestService, peer: string, action: Action = "comment") {
  const answer = await service.ask(`/challenge?thread=flur&action=${action}`, {}, peer);
  const { challenge } = (await answer.json()) as Challenge;
  const { codes } = service.service;
  return [5, 6, 7].find((length) => {
    const sent = readCode({ challenge, solution: { code: newCode(() => 0.42, length) } });
    return sent !== null && codes.verify(sent, "flur", action) === "solved";
  });
}

/** What is sent for a picture: the challenge without it, and the code. */
const read = ({ challenge }: Challenge, code: string) =>
  btoa(JSON.stringify({ challenge, solution: { code } }));

async function post(service: TestService, challenge: string, words: object = {}) {
  const answer = await service.send(PATH, { ...comment, ...words, challenge });
  const body = (await answer.json()) as { errors?: { field: string; reason: string }[] };
  return [answer.status, body.errors?.[0]?.reason];
}

describe("the code from the image", () => {
  test("is asked for where the service is set so, and proof of work is always there beside it", async () => {
    const { service } = await openWithImages();
    const image = await picture(service);
    expect(image.kind).toBe("image");
    expect(image.picture).toMatch(/^data:image\/png;base64,iVBORw0KGgo/u);
    expect((await picture(service, "thread=flur&kind=image")).kind).toBe("image");
    expect((await picture(service, "thread=flur&kind=pow")).kind).toBe("pow");
    expect(await post(service, await service.challenge())).toEqual([202, undefined]);
    const plain = await openService();
    expect((await picture(plain)).kind).toBe("pow");
    expect((await plain.ask("/challenge?thread=flur&kind=image")).status).toBe(422);
  });

  test("pays for one post, however it is typed, and the same post gets the first answer again", async () => {
    const { service, code } = await openWithImages();
    const challenge = read(
      await picture(service),
      ` ${code.toLowerCase().slice(0, 2)} ${code.slice(2)} `,
    );
    expect(await post(service, challenge)).toEqual([202, undefined]);
    expect(await post(service, challenge)).toEqual([202, undefined]);
    expect(await post(service, challenge, { text: "Etwas anderes." })).toEqual([422, "used"]);
    expect(await service.letters()).toHaveLength(1);
  });

  test("may be mistyped twice, and then another picture is needed", async () => {
    const { service, code } = await openWithImages();
    const first = await picture(service);
    expect(await post(service, read(first, "XXXXX"))).toEqual([422, "invalid"]);
    expect(await post(service, read(first, ""))).toEqual([422, "invalid"]);
    expect(await post(service, read(first, code))).toEqual([202, undefined]);
    service.clock.now += 1000;
    const challenges = createCodeChallenges(
      [secret],
      () => service.clock.now,
      () => 0.43,
    );
    const second = await challenges.create("flur", "comment");
    const answers = [];
    for (const guess of ["A", "C", "E", newCode(() => 0.43), "K"])
      answers.push(await post(service, read(second, guess)));
    expect(answers.map(([, reason]) => reason)).toEqual([
      "invalid",
      "invalid",
      "invalid",
      "expired",
      "expired",
    ]);
  });

  test("has three tries also when they come at once", async () => {
    const { service } = await openWithImages();
    const image = await picture(service);
    const guesses = Array.from({ length: 20 }, (_, n) => post(service, read(image, `guess ${n}`)));
    const reasons = (await Promise.all(guesses)).map(([, reason]) => reason);
    expect(reasons.filter((reason) => reason === "invalid")).toHaveLength(3);
  });

  test("belongs to its thread and its action, and lasts an hour", async () => {
    const { service, code } = await openWithImages();
    const other = read(await picture(service, "thread=regen"), code);
    const report = read(await picture(service, "thread=flur&action=report"), code);
    expect(await post(service, other)).toEqual([422, "invalid"]);
    expect(await post(service, report)).toEqual([422, "invalid"]);
    const old = read(await picture(service), code);
    service.clock.now += HOUR;
    expect(await post(service, old)).toEqual([422, "expired"]);
  });

  test.each<[string, (challenge: Challenge["challenge"]) => void]>([
    ["another end", ({ parameters }) => void (parameters["expiresAt"] = 4_000_000_000)],
    ["another nonce", ({ parameters }) => void (parameters["nonce"] = "0".repeat(32))],
    ["an answer of its own", ({ parameters }) => void (parameters["answer"] = "0".repeat(64))],
    [
      "another thread",
      ({ parameters }) => void (parameters["data"] = { thread: "regen", action: "comment" }),
    ],
    ["a foreign signature", (challenge) => void (challenge.signature = "0".repeat(64))],
  ])("with %s is refused, and counts no try", async (_, change) => {
    const { service, code } = await openWithImages();
    const image = await picture(service);
    const genuine = read(image, code);
    change(image.challenge);
    for (let n = 0; n < 4; n += 1)
      expect(await post(service, read(image, code))).toEqual([422, "invalid"]);
    expect(await post(service, genuine)).toEqual([202, undefined]);
  });

  test("grows longer for a sender who posts much, for nobody else, and shorter again", async () => {
    const { service } = await openWithImages();
    const lengths = [];
    for (let n = 0; n < 9; n += 1) {
      lengths.push(await lengthFor(service, "192.0.2.1"));
      await service.post({ email: `r${n}@mail.example` }, { peer: "192.0.2.1" });
    }
    expect(lengths).toEqual([5, 5, 5, 5, 5, 6, 6, 6, 7]);
    expect(await lengthFor(service, "192.0.2.2")).toBe(5);
    expect(await lengthFor(service, "192.0.2.1", "report")).toBe(5);
    service.clock.now += 10 * MINUTE;
    expect(await lengthFor(service, "192.0.2.1")).toBe(5);
  });

  test("grows longer for everybody when the site is under attack, and shorter when it is over", async () => {
    const site = [{ per: HOUR, most: 8 }];
    const { service } = await openWithImages({ comment: { sender: [], thread: [], site } });
    for (let n = 0; n < 6; n += 1)
      await service.post({ email: `r${n}@mail.example` }, { peer: `192.0.2.${n}` });
    expect(await lengthFor(service, "198.51.100.7")).toBe(7);
    service.clock.now += HOUR;
    expect(await lengthFor(service, "198.51.100.7")).toBe(5);
  });

  test("tells nothing of the code but the picture", async () => {
    const { service, code } = await openWithImages();
    const image = await picture(service);
    expect(JSON.stringify(image.challenge)).not.toContain(code);
    const again = await picture(service, "thread=regen");
    expect(Object.keys(image.challenge.parameters)).toEqual([
      "nonce",
      "expiresAt",
      "data",
      "answer",
    ]);
    expect(again.challenge.signature).not.toBe(image.challenge.signature);
  });
});
