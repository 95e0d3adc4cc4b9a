import { expect, test } from "vitest";
import {
  commentAddress,
  deskAddress,
  lastingAddress,
  tokenAddress,
} from "../../../comments-service/domain/addresses.ts";

const service = "https://c.example";
const article = "https://x.example/flur/";

// They stand in letters and feeds that nobody can call back.
test.each([
  ["a comment", commentAddress(article, 7), "https://x.example/flur/#kommentar-7"],
  ["a comment without a number", commentAddress(article, null), article],
  ["a comment wherever it stands", lastingAddress(service, "c1"), "https://c.example/comments/c1"],
  ["a confirmation", tokenAddress(service, "confirm", "t"), "https://c.example/confirm?token=t"],
  ["the desk", deskAddress(service), "https://c.example/desk/"],
  [
    "its page of a comment",
    deskAddress(service, { comment: "c1" }),
    "https://c.example/desk/comments/c1",
  ],
  [
    "its page of a notice",
    deskAddress(service, { notice: "n1" }),
    "https://c.example/desk/notices/n1",
  ],
])("the address of %s is as it always was", (_, address, expected) => {
  expect(address).toBe(expected);
});
