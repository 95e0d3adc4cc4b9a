import { refuseFuture } from "../magazine/future.ts";
import { refuseDeadLinks } from "../magazine/pages/dead-links.ts";
import { readMagazine } from "../magazine/read/magazine.ts";
import { droppedThreads, readCounts } from "./check/dropped-threads.ts";
import { readOptions, runCommand } from "./command.ts";

/**
 * npm run check [-- --content DIR] [--threads FILE]: whether the content could be printed, without printing it; and whether a build would
 * drop threads that have comments, which FILE counts.
 */
await runCommand(() => {
  const { content = "content", threads } = readOptions({ content: "DIR", threads: "FILE" });
  const counts = threads === undefined ? {} : readCounts(threads);
  const magazine = readMagazine(content);
  // Finds the addresses that two files would take, too.
  refuseDeadLinks(magazine);
  const now = new Date();
  refuseFuture(magazine, now);
  const { articles, authors, columns } = magazine;
  const things = [
    count(articles.length, "article"),
    count(authors.length, "author"),
    count(columns.length, "column"),
  ];
  console.log(`${things.join(", ")}: no mistakes`);
  const dropped = droppedThreads(magazine, counts, now);
  if (dropped.length === 0) return;
  for (const line of dropped) console.error(line);
  process.exitCode = 1;
});

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
