import { expect, test } from "vitest";
import { cleanCode, codeOf, hashOfCode } from "../../../comments-service/domain/session.ts";

test.each([
  ["0".repeat(64), "00000000"],
  [`${"0".repeat(63)}1`, "00000001"],
  [(99_999_999).toString(16).padStart(64, "0"), "99999999"],
  [(100_000_007).toString(16).padStart(64, "0"), "00000007"],
])("the code of %s is %s", (token, code) => {
  expect(codeOf(token)).toBe(code);
});

test("a code may be typed with spaces and hyphens", () => {
  expect(cleanCode(" 1234-56\u00A078\n")).toBe("12345678");
});

test("the hash of a code is another for each attempt and secret", () => {
  const hashes = [
    hashOfCode("secret", "attempt", "12345678"),
    hashOfCode("other", "attempt", "12345678"),
    hashOfCode("secret", "another", "12345678"),
    hashOfCode("secret", "attempt", "12345679"),
  ];
  expect(hashes.every((hash) => /^[0-9a-f]{64}$/u.test(hash))).toBe(true);
  expect(new Set(hashes).size).toBe(4);
});
