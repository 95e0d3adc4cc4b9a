import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { fillThread, talkOf } from "./fill-thread.ts";
import { openReader } from "./readers.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { sendForm } from "./asking.ts";
import type { Me } from "../../comments-service/wire.ts";

const email = "p@mail.example";
// Four bytes each, and longer once they are escaped.
const longest = "😀".repeat(4000) + "&".repeat(1000);

/** One who has written very much. */
async function openFull(count: number, text: (index: number) => string): Promise<TestService> {
  const service = await openService();
  await service.thread();
  fillThread(service.databasePath, "flur", talkOf(count, 0, text));
  const raw = new DatabaseSync(service.databasePath, { timeout: 5000 });
  raw.exec("UPDATE comment SET id = printf('%032x', number)");
  raw.close();
  return service;
}

async function linkTo(service: TestService): Promise<string> {
  await sendForm(service, "/mine", { email });
  const [letter] = await service.letters();
  return /(\/mine\?token=\S+)/u.exec(letter?.text ?? "")?.[1] ?? "";
}

const numbers = (page: string) =>
  [...page.matchAll(/<pre dir="auto">Text (\d+)\.<\/pre>/gu)].map(([, number]) => Number(number));

test("one's own page shows twenty comments and leads to the older ones", async () => {
  const service = await openFull(45, (index) => `Text ${index + 1}.`);
  let address: string | undefined = await linkTo(service);
  const seen: number[][] = [];
  while (address !== undefined && seen.length < 9) {
    const page = await (await service.ask(address)).text();
    seen.push(numbers(page));
    address = /href="([^"]+)">Ältere Kommentare/u.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(seen.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(new Set(seen.flat()).size).toBe(45);
});

test("what strangers write under an address neither fills its page nor hides its own comments from it", async () => {
  const service = await openService({ limits: { comment: { sender: [], thread: [], site: [] } } });
  await service.publish({ email, name: "Paula", text: "Von mir" });
  for (let i = 0; i < 60; i += 1) await service.post({ email, name: "Eve", text: `Fremd ${i}` });
  const { headers } = await openReader(service, email);
  const me = (await (await service.ask("/me?thread=flur", { headers })).json()) as Me;
  expect([me.name, me.comments.map(({ text }) => text)]).toEqual(["Paula", ["Von mir"]]);
  const all = (await (await service.ask("/me", { headers })).json()) as Me;
  expect([all.name, all.comments.length]).toEqual(["Paula", 50]);
  const file = (await (await service.ask("/me/export", { headers })).json()) as Me;
  expect(file.comments).toHaveLength(61);
});

test("the longest texts make no endless answer", async () => {
  const service = await openFull(120, () => longest);
  const address = await linkTo(service);
  const { headers } = await openReader(service, email);
  const size = async (path: string, init?: RequestInit) =>
    (await (await service.ask(path, init)).arrayBuffer()).byteLength;
  expect(await size(address)).toBeLessThan(512_000);
  expect(await size("/me?thread=flur", { headers })).toBeLessThan(1_024_000);
});
