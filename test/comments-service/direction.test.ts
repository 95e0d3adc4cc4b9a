import { expect, test } from "vitest";
import { printSite, sample } from "../site.ts";
import { openHolding, own, signIn, write } from "./http/desk/moderator.ts";

test("the desk and a reader's own page leave names and texts their direction", async () => {
  const service = await openHolding();
  const id = await write(service, { name: "עברית", text: "שלום!", email: "ida@mail.example" });
  const moderator = await signIn(service);
  await service.ask("/mine", {
    method: "POST",
    headers: own,
    body: new URLSearchParams({ email: "ida@mail.example" }),
  });
  const link = /\/mine\?token=[0-9a-f]+/u.exec((await service.letters())[0]?.text ?? "")?.[0];
  const mine = await (await service.ask(link ?? "")).text();
  expect(mine).toContain('<dd dir="auto">עברית</dd>');
  expect(mine).toMatch(/<(pre|textarea) dir="auto"[^>]*>שלום!/u);
  for (const path of ["/desk/", `/desk/comments/${id}`, "/desk/search?q=ida"]) {
    const page = await (await moderator.get(path)).text();
    expect(page).toMatch(/<(?:h2|strong)[^>]* dir="auto">עברית</u);
    expect(page).toContain('<p class="words" dir="auto">שלום!</p>');
    expect(page.match(/<textarea(?! dir="auto")/gu)).toBeNull();
  }
});

test("so do the magazine's lists of articles, with their authors", async () => {
  const { printed } = await printSite(sample);
  const home = String(printed.get("/"));
  for (const words of ['<h2 dir="auto">', '<p class="stand" dir="auto">', 'class="who"'])
    expect(home).toContain(words);
  expect(home.match(/<a class="who"(?![^>]*dir="auto")/gu)).toBeNull();
  const titles = home.match(/<h[23][^>]*>(?=<a href="\/[a-z]+\/[a-z-]+\/")/gu) ?? [];
  expect(titles.length).toBeGreaterThan(5);
  expect(titles.filter((title) => !title.includes('dir="auto"'))).toEqual([]);
});
