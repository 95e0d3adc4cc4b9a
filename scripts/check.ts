import { refuseDeadLinks } from "../magazine/pages/dead-links.ts";
import { readMagazine } from "../magazine/read/magazine.ts";
import { readOptions, runCommand } from "./command.ts";

/** npm run check [-- --content DIR]: whether the content could be printed, without printing it. */
await runCommand(() => {
  const { content = "content" } = readOptions({ content: "DIR" });
  const magazine = readMagazine(content);
  // Finds the addresses that two files would take, too.
  refuseDeadLinks(magazine);
  const { articles, authors, columns } = magazine;
  const things = [
    count(articles.length, "article"),
    count(authors.length, "author"),
    count(columns.length, "column"),
  ];
  console.log(`${things.join(", ")}: no mistakes`);
});

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
