import { expect, test } from "vitest";
import { quote } from "../../comments-service/mail/letters/written.ts";
import { openService } from "./service.ts";

test.each([
  ["https://evil.example/x", "> https: //evil. example/x"],
  ["evil.example", "> evil. example"],
  ["WWW.evil.example:8080/x", "> WWW. evil. example:8080/x"],
  ["eve@evil.example", "> eve@ evil. example"],
  ["mailto:eve@evil.example", "> mailto: eve@ evil. example"],
  ["bücher.münchen", "> bücher. münchen"],
  ["Um 12:30, für 3.50 Euro … @petra: ja.", "> Um 12:30, für 3.50 Euro … @petra: ja."],
])("%s is no link any more in a letter", (words, quoted) => {
  expect(quote(words)).toBe(quoted);
});

test("the spaces at the beginnings of lines stay in a letter", () => {
  expect(quote("```\nif (a)\n    b\n\n\tc\n```")).toBe("> ```\n> if (a)\n>     b\n>\n> \tc\n> ```");
});

test("a letter to an address that nobody has proven carries no stranger's letter", async () => {
  const service = await openService();
  const text = `${"Gewonnen! ".repeat(40)}Alles auf evil.example`;
  await service.post({ name: "Ihre Bank bank.example", text });
  const [letter] = await service.letters();
  expect(letter?.text).toContain(`> ${text.slice(0, 299)} …\n> – Ihre Bank bank. example\n`);
  expect(letter?.text).not.toMatch(/evil/u);
});

test("nor does the receipt of a notice", async () => {
  const service = await openService();
  await service.publish({ text: "Siehe evil.example" });
  const [comment] = (await service.thread()).comments;
  const fields = { name: "Ida", email: "opfer@mail.example", faith: "yes" };
  const reason = `Lesen Sie evil.example ${"und mehr ".repeat(100)}`;
  const body = new URLSearchParams({ ...fields, comment: comment?.id ?? "", reason });
  const headers = { "Sec-Fetch-Site": "same-origin" };
  expect((await service.ask("/notices", { method: "POST", headers, body })).status).toBe(200);
  const receipt = (await service.letters()).find(({ to }) => to === "opfer@mail.example");
  expect(receipt?.text).toContain("> Lesen Sie evil. example und mehr");
  expect(receipt?.text).toContain(" …\n");
  expect(receipt?.text).not.toContain("evil.example");
});
