import { describe, expect, test } from "vitest";
import {
  blockable,
  mailboxOf,
  parseEmailAddress,
} from "../../../comments-service/domain/email-address.ts";

describe("an address", () => {
  test.each([
    ["  ida@mail.example\n", "ida@mail.example"],
    ["Ida.O'Hara+news@Mail.EXAMPLE", "Ida.O'Hara+news@mail.example"],
    ["ida@bücher.example", "ida@xn--bcher-kva.example"],
    ["!#$%&'*+/=?^_`{|}~-@x.example", "!#$%&'*+/=?^_`{|}~-@x.example"],
    ["ida@a-b.c1.example", "ida@a-b.c1.example"],
    ["ida@1a.2b", "ida@1a.2b"],
  ])("%j is kept as %s", (input, address) => {
    expect(parseEmailAddress(input)).toBe(address);
  });

  test.each([
    "",
    "ida",
    "@x.example",
    "ida@",
    "ida@localhost",
    "ida@x.example.",
    "ida@.example",
    "ida@x..example",
    "ida@-x.example",
    "ida@x-.example",
    "ida@192.0.2.1",
    "ida@x.1",
    "ida@[::1]",
    "ida@x.example:25",
    "ida@x.example/y",
    "ida@x.example?y",
    "ida@x.example#y",
    "ida@x.ex\\ample",
    "ida@x.exa%6dple",
    "ida@x.exa\tmple",
    "ida@x.exa\u0000mple",
    ".ida@x.example",
    "ida.@x.example",
    "i..da@x.example",
    "ida@ida@x.example",
    "Ida <ida@x.example>",
    "ida@x.example,otto@x.example",
    "ida@x.example\r\nBcc: otto@x.example",
    '"ida"@x.example',
    "jörg@x.example",
    // Signs that are an i, a k or an s only where case does not matter.
    "ida\u212A@x.example",
    "ida\u017F@x.example",
  ])("%j is none", (input) => {
    expect(parseEmailAddress(input)).toBeNull();
  });

  test("is as long as RFC 5321 allows and no longer: 64 before the @, 254 in all", () => {
    const local = "a".repeat(64);
    const domain = `${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(53)}.example`;
    const longest = `${local}@${domain}`;
    expect(longest).toHaveLength(254);
    expect(parseEmailAddress(` ${longest} `)).toBe(longest);
    expect(parseEmailAddress(longest.replace("dd.", "ddd."))).toBeNull();
    expect(parseEmailAddress(`a${local}@x.example`)).toBeNull();
    expect(parseEmailAddress(`ida@${"b".repeat(64)}.example`)).toBeNull();
  });
});

test.each([
  ["Ida+news@Mail.example", "ida@mail.example"],
  ["ida+a+b@mail.example", "ida@mail.example"],
  ["+ida@mail.example", "+ida@mail.example"],
  ["i.da@mail.example", "i.da@mail.example"],
  ["I.D.A+x@gmail.com", "ida@gmail.com"],
  ["i.da@googlemail.com", "ida@gmail.com"],
  ["i.da@notgmail.com", "i.da@notgmail.com"],
])("%s is the mailbox %s", (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test("a mailbox, its domain and those above it can be blocked, but no whole top level", () => {
  expect(blockable("ida@a.b.example")).toEqual(["ida@a.b.example", "a.b.example", "b.example"]);
  expect(blockable("ida@x.example")).toEqual(["ida@x.example", "x.example"]);
});
