import { expect, test } from "vitest";
import { textLog } from "../../../comments-service/domain/log.ts";
import { assemble } from "../../../comments-service/hosts/assemble.ts";
import { tellingStrangers } from "../../../comments-service/hosts/strangers.ts";
import { openService } from "../service.ts";
import { thread } from "../site.ts";

const AUTHORS = "eva-klein=eva@a.example, evi=evi@a.example, evi=e@a.example, x@a.example";

test("names in AUTHORS that no article has are told once for each list", async () => {
  const { store, settings, site } = await openService({
    env: { AUTHORS },
    threads: [thread("flur", { authors: ["eva-klein"] }), thread("regen")],
  });
  const lines: string[] = [];
  const parts = { store, settings, log: textLog((line) => void lines.push(line)) };
  const telling = tellingStrangers(await assemble(parts, null), parts);
  const readList = () => telling.readList();
  const told = "AUTHORS names who has no article names=evi";
  expect([await readList(), await readList()]).toEqual([true, true]);
  expect(lines).toEqual([told]);
  site.list.threads.push(thread("neu"));
  await readList();
  expect(lines).toEqual([told, told]);
  site.list.threads.push(thread("noch-neuer", { authors: ["x", "evi"] }));
  await readList();
  expect(lines).toEqual([told, told]);
});

test("nothing is told while no list was read, or nobody is named", async () => {
  const service = await openService({ env: { AUTHORS } });
  const lines: string[] = [];
  const parts = { ...service, log: textLog((line) => void lines.push(line)) };
  service.site.broken = { status: 500, body: "" };
  const telling = tellingStrangers(await assemble(parts, null), parts);
  const readList = () => telling.readList();
  expect(await readList()).toBe(false);
  expect(lines).toEqual([expect.stringContaining("the magazine's list cannot be read")]);
  service.site.broken = null;
  const settings = { ...service.settings, authors: [{ id: null, email: "x@a.example" }] };
  const bare = await assemble({ ...parts, settings }, null);
  expect(tellingStrangers(bare, { ...parts, settings })).toBe(bare);
});
