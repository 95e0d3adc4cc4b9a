import { describe, expect, test } from "vitest";
import { readIllegalNotice } from "../../../comments-service/domain/notice.ts";
import { readReport } from "../../../comments-service/domain/report.ts";
import { limits } from "../../../comments-service/wire.ts";

describe("a notice of illegal content", () => {
  const words = { reason: " § 185 StGB\r\n", name: " Ida  Ost ", email: " ida@Mail.example " };
  const input = { ...words, isAbuse: false, isGoodFaith: true };

  test("is made fit to keep", () => {
    expect(readIllegalNotice(input)).toEqual({
      notice: { reason: "§ 185 StGB", name: "Ida Ost", email: "ida@mail.example" },
    });
  });

  test.each([
    ["reason", "missing", { reason: "\u200B \n" }],
    ["reason", "too-long", { reason: "r".repeat(limits.text + 1) }],
    ["name", "missing", { name: " \u200B" }],
    ["name", "too-long", { name: "n".repeat(limits.name + 1) }],
    ["email", "missing", { email: " " }],
    ["email", "invalid", { email: "ida" }],
    ["email", "invalid", { email: "ida", isAbuse: true }],
    ["name", "too-long", { name: "n".repeat(limits.name + 1), isAbuse: true }],
    ["faith", "missing", { isGoodFaith: false }],
  ])("says that %s is %s with %j", (field, reason, more) => {
    expect(readIllegalNotice({ ...input, ...more })).toEqual({ errors: [{ field, reason }] });
  });

  test("may be as long as is said", () => {
    const longest = { reason: "👩".repeat(limits.text), name: "👩".repeat(limits.name) };
    expect(readIllegalNotice({ ...input, ...longest })).toMatchObject({ notice: longest });
  });

  test("of the abuse of children needs no name and no address (DSA Art. 16(2)(c))", () => {
    expect(readIllegalNotice({ ...input, name: "", email: " ", isAbuse: true })).toEqual({
      notice: { reason: "§ 185 StGB", name: "", email: "" },
    });
  });
});

describe("a report", () => {
  const challenge = "";

  test("has a message and an address only where somebody gave them", () => {
    const bare = { report: { reason: "spam", message: "", email: null } };
    expect(readReport({ reason: "spam", challenge })).toEqual(bare);
    expect(readReport({ reason: "spam", message: " ", email: " ", challenge })).toEqual(bare);
    expect(
      readReport({ reason: "insult", message: " So nicht. ", email: " ida@X.example ", challenge }),
    ).toEqual({ report: { reason: "insult", message: "So nicht.", email: "ida@x.example" } });
  });

  test("may have a message as long as is said, and an address that is one", () => {
    const message = "👩".repeat(limits.message);
    expect(readReport({ reason: "spam", message, challenge })).toMatchObject({
      report: { message },
    });
    expect(readReport({ reason: "spam", message: `${message}!`, email: "ida", challenge })).toEqual(
      {
        errors: [
          { field: "message", reason: "too-long" },
          { field: "email", reason: "invalid" },
        ],
      },
    );
  });
});
