import { describe, expect, test } from "vitest";
import { seal } from "../../../comments-service/domain/seal.ts";
import { unsubscribeLink, unsubscribeToken } from "../../../comments-service/domain/token.ts";
import { readWayIn, wayInToken } from "../../../comments-service/domain/way-in.ts";

const now = Date.UTC(2026, 10, 23, 4, 15);
const DAY = 24 * 3_600_000;

describe("a link that proves an address", () => {
  const token = wayInToken("old", "ida@mail.example", now);

  test("holds for a day", () => {
    expect(readWayIn(["old"], token, now + DAY - 1)).toBe("ida@mail.example");
    expect(readWayIn(["old"], token, now + DAY)).toBeNull();
  });

  test("holds after the secret was changed, while the old one is named", () => {
    expect(readWayIn(["new", "old"], token, now)).toBe("ida@mail.example");
    expect(readWayIn(["new"], token, now)).toBeNull();
  });

  test("is nothing else that was closed with the secret", () => {
    const letter = seal("old", JSON.stringify({ to: "ida@mail.example", until: now + DAY }));
    for (const other of [letter, "", "2.", token.slice(0, -4)])
      expect(readWayIn(["old"], other, now)).toBeNull();
  });
});

describe("a link that ends a wish", () => {
  test("carries the wish and a token that follows from it and the secret", () => {
    const token = unsubscribeToken("secret", "s1");
    expect(token).toMatch(/^[0-9a-f]{64}$/u);
    expect(unsubscribeLink("https://c.example", "secret", "s1")).toBe(
      `https://c.example/unsubscribe?subscription=s1&token=${token}`,
    );
    expect(unsubscribeToken("secret", "s1")).toBe(token);
    expect([unsubscribeToken("secret", "s2"), unsubscribeToken("other", "s1")]).not.toContain(
      token,
    );
  });
});
