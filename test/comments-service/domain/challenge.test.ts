import { describe, expect, test } from "vitest";
import { createChallenges, readSolution } from "../../../comments-service/domain/challenge.ts";
import { keyedHash } from "../../../comments-service/domain/digest.ts";
import {
  createCodeChallenges,
  readCode,
} from "../../../comments-service/domain/image-code/code-challenge.ts";
import { newCode } from "../../../comments-service/domain/image-code/picture.ts";
import { seeded } from "../../../comments-service/domain/image-code/random.ts";
import type { Challenge } from "../../../comments-service/wire.ts";
import { isSolvedForAltcha, solve } from "../solve.ts";
import type { Solved } from "../solve.ts";

const HOUR = 3_600_000;
// Ends are whole seconds.
const now = Date.UTC(2026, 10, 23, 4, 15, 0, 999);
const easy = { cost: 8, least: 1, most: 3 };
const encoded = (payload: unknown) => btoa(JSON.stringify(payload));

describe("proof of work", () => {
  const made = async (secrets = ["secret"]) =>
    solve(await createChallenges(secrets, () => now, easy).create("flur", "comment"));
  const verdict = (solved: string, time = now, thread = "flur", secrets = ["secret"]) => {
    const read = readSolution(solved);
    if (read === null || !("payload" in read)) throw new Error("it is no solved work");
    return createChallenges(secrets, () => time, easy).verify(read, thread, "comment");
  };

  test("is checked as ALTCHA's own library checks it", async () => {
    const keys = {
      hmacSignatureSecret: keyedHash("ä secret", "challenge"),
      hmacKeySignatureSecret: keyedHash("ä secret", "challenge key"),
    };
    const challenges = createChallenges(["new", "ä secret"], Date.now, {
      cost: 1,
      least: 1,
      most: 3,
    });
    const older = createChallenges(["ä secret"], Date.now, { cost: 1, least: 1, most: 3 });
    const solved = await solve(await older.create('flur "ß"', "comment"));
    const changes: ((solved: Solved) => void)[] = [
      () => {},
      ({ challenge }) => void (challenge.parameters["cost"] = 2),
      ({ challenge }) => void (challenge.parameters["keySignature"] = "0".repeat(64)),
      ({ challenge }) => void (challenge.signature = "0".repeat(64)),
      ({ solution }) => void (solution.derivedKey = "00".repeat(32)),
      ({ challenge }) =>
        void (challenge.parameters["data"] = { thread: "regen", action: "comment" }),
      // The same in another order is the same.
      ({ challenge }) =>
        void (challenge.parameters = Object.fromEntries(
          Object.entries(challenge.parameters).toReversed(),
        )),
    ];
    const verdicts = await Promise.all(
      changes.map(async (change) => {
        const payload = JSON.parse(atob(solved)) as Solved;
        change(payload);
        const ours = readSolution(btoa(JSON.stringify(payload)));
        const isSolved =
          ours !== null &&
          "payload" in ours &&
          challenges.verify(ours, 'flur "ß"', "comment") === "solved";
        return [isSolved, await isSolvedForAltcha(payload, keys)];
      }),
    );
    expect(verdicts).toEqual(
      [true, false, false, false, false, false, true].map((each) => [each, each]),
    );
  });

  test("is good for its thread and an hour, to the second", async () => {
    const solved = await made();
    const end = now - 999 + HOUR;
    expect([verdict(solved, end - 1), verdict(solved, end)]).toEqual(["solved", "expired"]);
    expect(verdict(solved, now, "regen")).toBe("invalid");
    const report = await createChallenges(["secret"], () => now, easy).create("flur", "report");
    expect(report.kind).toBe("pow");
    expect(verdict(await solve(report))).toBe("invalid");
  });

  test("is still good after the secret was changed, while the old one is named", async () => {
    const solved = await made(["old"]);
    expect(verdict(solved, now, "flur", ["new", "old"])).toBe("solved");
    expect(verdict(solved, now, "flur", ["new"])).toBe("invalid");
    expect(verdict(await made(["new", "old"]), now, "flur", ["new"])).toBe("solved");
  });

  test("is made harder as caps fill, with the counter where it may be", async () => {
    const challenges = createChallenges(["secret"], () => now, { cost: 8, least: 2, most: 4 });
    const costs = await Promise.all(
      [undefined, 0.5, 1].map(
        async (full) =>
          (await challenges.create("flur", "comment", full)).challenge.parameters["cost"],
      ),
    );
    expect(costs).toEqual([8, 32, 64]);
    const solved = JSON.parse(
      atob(await solve(await challenges.create("flur", "report"))),
    ) as Solved;
    expect([2, 3, 4]).toContain(solved.solution.counter);
  });

  test("is known by a name that begins with the time at which it was made", async () => {
    const solved = await made();
    const read = readSolution(solved);
    const { signature } = (JSON.parse(atob(solved)) as Solved).challenge;
    const madeAt = now - 999;
    expect(read).toMatchObject({
      madeAt,
      id: `${madeAt.toString(16).padStart(12, "0")}${signature}`,
    });
  });

  test("is none with another form, a field too many or too few", async () => {
    const { challenge, solution } = JSON.parse(atob(await made())) as Solved;
    const { parameters, signature } = challenge;
    const { salt: _, ...unsalted } = parameters;
    for (const payload of [
      { challenge, solution: { ...solution, derivedKey: "0" } },
      { challenge, solution: { ...solution, derivedKey: "" } },
      { challenge, solution: { ...solution, derivedKey: `${solution.derivedKey}AB` } },
      { challenge: { parameters, signature: `${signature}00` }, solution },
      { challenge: { parameters, signature: signature.slice(1) }, solution },
      { challenge: { parameters: { ...parameters, more: 1 }, signature }, solution },
      { challenge: { parameters: unsalted, signature }, solution },
      {
        challenge: { parameters: { ...parameters, data: { action: "comment" } }, signature },
        solution,
      },
      null,
    ])
      expect(readSolution(encoded(payload))).toBeNull();
    for (const text of ["", "{}", "***", encoded(undefined)]) expect(readSolution(text)).toBeNull();
  });

  test("needs a secret", async () => {
    await expect(createChallenges([], () => now).create("flur", "comment")).rejects.toThrow(
      "challenges need a secret",
    );
  });
});

describe("a code from a picture", () => {
  const random = () => 0.42;
  const code = newCode(random);
  const open = (secrets: string[], time = now) => createCodeChallenges(secrets, () => time, random);
  const sent = ({ challenge }: Challenge, typed: string) => {
    const read = readCode({ challenge, solution: { code: typed } });
    if (read === null) throw new Error("it is no code");
    return read;
  };
  const made = async () => open(["old"]).create("flur", "comment");

  test("is right however it is typed, and wrong otherwise", async () => {
    const challenge = await made();
    const verdicts = [code, ` ${code.toLowerCase()}\n`, code.slice(1), `${code}A`, ""].map(
      (typed) => open(["old"]).verify(sent(challenge, typed), "flur", "comment"),
    );
    expect(verdicts).toEqual(["solved", "solved", "wrong", "wrong", "wrong"]);
  });

  test("is good for its thread, its act and an hour, to the second", async () => {
    const read = sent(await made(), code);
    const end = now - 999 + HOUR;
    expect(open(["old"], end - 1).verify(read, "flur", "comment")).toBe("solved");
    expect(open(["old"], end).verify(read, "flur", "comment")).toBe("expired");
    expect(open(["old"]).verify(read, "regen", "comment")).toBe("invalid");
    expect(open(["old"]).verify(read, "flur", "report")).toBe("invalid");
  });

  test("is still good after the secret was changed, while the old one is named", async () => {
    const read = sent(await made(), code);
    expect(open(["new", "old"]).verify(read, "flur", "comment")).toBe("solved");
    expect(open(["new"]).verify(read, "flur", "comment")).toBe("invalid");
  });

  test("comes as a picture, and under a number that each has for itself", async () => {
    const numbers = seeded(1);
    const challenges = createCodeChallenges(["secret"], () => now, numbers);
    const [one, other] = [
      await challenges.create("flur", "comment"),
      await challenges.create("flur", "comment"),
    ];
    expect(one.kind).toBe("image");
    expect(one.picture).toMatch(/^data:image\/png;base64,iVBORw0KGgo/u);
    expect(one.challenge.parameters["nonce"]).toMatch(/^[0-9a-f]{32}$/u);
    expect(other.challenge.parameters["nonce"]).not.toBe(one.challenge.parameters["nonce"]);
  });

  test("is read from what a reader sent, and named after its time and signature", async () => {
    const challenge = await made();
    const { signature } = challenge.challenge;
    const read = readSolution(encoded({ challenge: challenge.challenge, solution: { code } }));
    expect(read).toEqual(sent(challenge, code));
    const madeAt = now - 999;
    expect(read).toMatchObject({
      madeAt,
      id: `${madeAt.toString(16).padStart(12, "0")}${signature}`,
    });
  });

  test("may not be longer than anybody types, and nothing stands beside it", async () => {
    const { challenge } = await made();
    const { parameters, signature } = challenge;
    expect(readCode({ challenge, solution: { code: "A".repeat(40) } })).not.toBeNull();
    for (const payload of [
      { challenge, solution: { code: "A".repeat(41) } },
      { challenge, solution: { code, more: 1 } },
      { challenge: { parameters: { ...parameters, more: 1 }, signature }, solution: { code } },
      {
        challenge: { parameters: { ...parameters, expiresAt: 0.5 }, signature },
        solution: { code },
      },
      { challenge: { parameters: { ...parameters, nonce: "0" }, signature }, solution: { code } },
      { challenge: { parameters, signature: `${signature}0` }, solution: { code } },
    ])
      expect(readCode(payload)).toBeNull();
  });

  test("needs a secret", async () => {
    await expect(open([]).create("flur", "comment")).rejects.toThrow("challenges need a secret");
  });
});
