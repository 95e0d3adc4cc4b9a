import { expect, test } from "vitest";
import { openService } from "../../service.ts";
import { signIn, write } from "./moderator.ts";
import { unshared } from "../../unshared.ts";

test("the desk's lists are paged, searched, and show all of one address", async () => {
  const service = await openService({
    limits: {
      comment: { sender: [], thread: [], site: [] },
      mailbox: { per: 1000, most: 1000 },
      strangers: unshared,
    },
  });
  for (let i = 0; i < 32; i += 1)
    await write(service, {
      name: `Leser ${i}`,
      text: i === 3 ? "100 % Zustimmung_" : `Satz ${i}.`,
    });
  await write(service, { email: "Other@mail.example", name: "Otto" });
  const moderator = await signIn(service);
  const page = async (path: string) => (await moderator.get(path)).text();
  const first = await page("/desk/?queue=published");
  expect(first.match(/<li data-comment/gu)).toHaveLength(30);
  const next = /href="([^"]+after=[^"]+)"/u.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await page(next);
  expect(second.match(/<li data-comment/gu)).toHaveLength(3);
  expect(second).toContain("Leser 0");
  expect(second).toContain('href="/desk/?queue=published" aria-current="page"');
  expect((await page("/desk/search?q=zustimmung_")).match(/<li data-comment/gu)).toHaveLength(1);
  expect((await page("/desk/search?q=100+%25+Z")).match(/<li data-comment/gu)).toHaveLength(1);
  const nothing = await page("/desk/search?q=nirgendwo");
  expect(nothing).toContain("Nichts gefunden.");
  expect(nothing).toContain('href="/desk/search" aria-current="page"');
  const [other] = await service.store.deskComments({
    what: { email: "other@MAIL.example" },
    after: null,
    most: 9,
  });
  const history = await page(`/desk/comments/${other?.id}/history`);
  expect(history.match(/<li data-comment/gu)).toHaveLength(1);
});

test.each(["öffnung", "Öffnung", "ärgerlich", "ÄRGER", "straße", "łukasz"])(
  "a search finds words whatever their capitals: %s",
  async (asked) => {
    const service = await openService();
    await write(service, { text: "Öffnungszeiten sind ÄRGERLICH.", name: "ŁUKASZ STRAẞER" });
    await write(service, { text: "Offnungszeiten sind argerlich.", name: "Lukasz" });
    const moderator = await signIn(service);
    const page = async (path: string) => (await moderator.get(path)).text();
    const found = await page(`/desk/search?q=${encodeURIComponent(asked)}`);
    expect(found.match(/<li data-comment/gu)).toHaveLength(1);
    expect(found).toContain("Öffnungszeiten");
  },
);

test.each(["über", "ÜBER", "Über flur"])(
  "the list of articles is filtered by words whatever their capitals: %s",
  async (asked) => {
    const service = await openService();
    await service.thread();
    const moderator = await signIn(service);
    const filtered = await moderator.get(`/desk/threads?q=${encodeURIComponent(asked)}`);
    expect(await filtered.text()).toContain("Über flur");
  },
);
