import { refuseFuture } from "../../magazine/future.ts";
import { refuseDeadLinks } from "../../magazine/pages/dead-links.ts";
import { hintsOn } from "../../magazine/read/hints.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { ContentMistakes } from "../../magazine/read/mistakes.ts";
import { toldFrom } from "../../magazine/read/telling.ts";
import { droppedThreads, readCounts } from "./dropped-threads.ts";
import type { Counts } from "./dropped-threads.ts";
import { formatOption, printFindings } from "./formats.ts";
import type { Findings } from "./formats.ts";
import { readOptions } from "../command.ts";

/** Whether the content could be printed, without printing it; and whether a build would drop threads that have comments, which `--threads` counts. */
export function check(args?: readonly string[]): void {
  const options = readOptions({ content: "DIR", threads: "FILE", format: "FORMAT" }, args);
  const format = formatOption(options.format);
  const counts = options.threads === undefined ? {} : readCounts(options.threads);
  const found = findings(options.content ?? "content", counts);
  const { output, errors } = printFindings(format, found);
  for (const line of output) console.log(line);
  for (const line of errors) console.error(line);
  if (found.mistakes.length > 0 || found.dropped.length > 0) process.exitCode = 1;
}

function findings(content: string, counts: Counts): Findings {
  try {
    const magazine = readMagazine(content);
    // Finds the addresses that two files would take, too.
    refuseDeadLinks(magazine);
    const now = new Date();
    refuseFuture(magazine, now);
    const { articles, authors, columns } = magazine;
    return {
      content,
      language: magazine.language,
      counts: { articles: articles.length, authors: authors.length, columns: columns.length },
      mistakes: [],
      hints: hintsOn(magazine, content),
      dropped: droppedThreads(magazine, counts, now),
    };
  } catch (error) {
    if (!(error instanceof ContentMistakes)) throw error;
    const told = toldFrom(content, error.mistakes);
    return { content, ...told, counts: null, hints: null, dropped: [] };
  }
}
