import { describe, expect, test } from "vitest";
import { MOST_NUMBER, readDraft } from "../../../comments-service/domain/comment.ts";
import { limits } from "../../../comments-service/wire.ts";

const words = { name: " Petra ", email: " petra@Mail.example ", text: " Das sehe ich anders.\r\n" };
const input = { ...words, challenge: "" };
const wrong = (more: object) => readDraft({ ...input, ...more });

describe("what a reader wrote", () => {
  test("is made fit to keep", () => {
    const draft = { name: "Petra", email: "petra@mail.example", text: "Das sehe ich anders." };
    expect(readDraft(input)).toEqual({ draft: { ...draft, replyTo: null, notify: null } });
    expect(readDraft({ ...input, replyTo: MOST_NUMBER, notify: "thread" })).toEqual({
      draft: { ...draft, replyTo: MOST_NUMBER, notify: "thread" },
    });
  });

  test.each([
    ["name", "missing", ""],
    ["name", "missing", "\u200B"],
    ["name", "too-long", "n".repeat(limits.name + 1)],
    ["email", "missing", " "],
    ["email", "missing", undefined],
    ["email", "missing", null],
    ["email", "invalid", "petra"],
    ["email", "invalid", "p".repeat(limits.email)],
    ["email", "too-long", "p".repeat(limits.email + 1)],
    ["text", "missing", " \n "],
    ["text", "too-long", "t".repeat(limits.text + 1)],
    ["replyTo", "invalid", MOST_NUMBER + 1],
  ])("%s is %s as %j", (field, reason, given) => {
    expect(wrong({ [field]: given })).toEqual({ errors: [{ field, reason }] });
  });

  test("may be as long as is said, counted in characters and not in units of UTF-16", () => {
    const longest = { name: "👩".repeat(limits.name), text: "👩".repeat(limits.text) };
    expect(wrong(longest)).toMatchObject({ draft: longest });
  });

  test("may have any space around its address", () => {
    const email = `${" ".repeat(limits.email)}petra@mail.example\n`;
    expect(wrong({ email })).toMatchObject({ draft: { email: "petra@mail.example" } });
  });

  test("is wrong in all its fields at once", () => {
    expect(wrong({ name: "", email: "x", text: "", replyTo: 1e12 })).toEqual({
      errors: [
        { field: "name", reason: "missing" },
        { field: "email", reason: "invalid" },
        { field: "text", reason: "missing" },
        { field: "replyTo", reason: "invalid" },
      ],
    });
  });
});
