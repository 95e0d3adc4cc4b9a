import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readList } from "../../../comments-service/acts/read-list.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { memoryFolder } from "../../run-folder.ts";
import { openSite, thread } from "../site.ts";
import { printYears } from "../threads-by-year.ts";

test("a hundred thousand threads are taken, and one that changes costs the file of its year and one row", async () => {
  const site = await openSite();
  const folder = memoryFolder("threads");
  const store = await createSqlStore(openSqlite(join(folder, "comments.sqlite")), 1);
  onTestFinished(async () => {
    await store.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });
  const reading = { store, siteUrl: site.url, clock: () => 1 };
  const byYear = Array.from({ length: 20 }, (_, i) => 2007 + i).map(
    (year) =>
      [
        String(year),
        Array.from({ length: 5000 }, (_, i) => thread(`artikel-${year}-${i}`)),
      ] as const,
  );
  printYears(site, Object.fromEntries(byYear));
  expect(await readList(reading)).toBe("");
  expect(site.requests).toHaveLength(21);
  expect(await store.thread("artikel-2007-4999")).toMatchObject({ state: "open", version: 1 });

  const [, threads = []] = byYear.find(([year]) => year === "2010") ?? [];
  const changed = [thread("artikel-2010-0", { title: "Anders" }), ...threads.slice(1)];
  const paths = printYears(site, { ...Object.fromEntries(byYear), 2010: changed });
  site.requests.length = 0;
  expect(await readList(reading)).toBe("");
  expect(site.requests).toEqual(["/threads-by-year.json 200", `${paths["2010"]} 200`]);
  expect(await store.thread("artikel-2010-0")).toMatchObject({ title: "Anders", version: 2 });
  expect(await store.thread("artikel-2010-1")).toMatchObject({ version: 1 });
});
