import { expect, test } from "vitest";
import { hashOfToken } from "../../../comments-service/domain/token.ts";
import type { TokenPurpose } from "../../../comments-service/domain/token.ts";

const token = "0123456789abcdef".repeat(4);
const attempt = token.slice(0, 32);

// Such tokens have been mailed, and their hashes stand in databases.
const hashes: [TokenPurpose, string, string][] = [
  ["confirm", token, "7bd9dc8af7356b1f55aa4ae99774df9a2bdd6306eb13ae622d890d62b7b2a0f5"],
  [
    "confirm",
    `0190abcdef01${token}`,
    "0190abcdef01b97cf2b22619daaba5a80a6bf6663f7b54e7fcbb533c654b6912fc29a514ed7c",
  ],
  ["act", token, "c3d371d90e4f19391834128f1b158bc729c104a4c29357a4ee16316a17e7b0a1"],
  ["objection", token, "843816a6da0e9f1cebb01a4f0c78fa3ce712fa15711a8c421f5b54a766722aca"],
  ["session reader", token, "f197a25ad23a977dce0a2d83510d303c8d2aaad0ebea22426323a67bd8b83287"],
  ["session account", token, "bf12fc7d7c488506db745b1a1215e47048b12e399ea740abf6b991b05f8ae899"],
  ["session desk", token, "949ef6814819cde4831a68a9e3b85f3afd097287bf7e9f1b9fcd420da0893a7b"],
  ["attempt reader", attempt, "3feb03f3ff0d19037c2c569580d7169f261a32c76a8906baa5956c7fd2c65b91"],
  ["attempt desk", attempt, "f1e5a68306a57b30580cc9f5df703ee2e3e68654918fbe57a4c078a679f1ea56"],
];

test.each(hashes)("the hash of a token for %s is the one that is kept", (purpose, of, hash) => {
  expect(hashOfToken(purpose, of)).toBe(hash);
});

test("nothing that was sent to us stands in front of a hash but the time of a token", () => {
  const made = ["", "0", `\0${token}`, `%00${token}`, `0190ABCDEF01${token}`, `0${token}`];
  for (const each of made) expect(hashOfToken("confirm", each)).toMatch(/^[0-9a-f]{64}$/u);
});
