import { benchService } from "./bench/service.ts";
import { benchSite } from "./bench/site/site.ts";
import { readLine, runCommand, UsageError } from "./command.ts";

/**
 * npm run bench -- service: how quick the comments service is.
 * npm run bench -- site [--articles N] [--hugo COMMAND]: how quick a magazine of so many articles is built, in turns with Hugo where it is installed.
 * Writes nothing into the repository.
 */
await runCommand(async () => {
  const { options, words } = readLine({ articles: "N", hugo: "COMMAND" }, ["WHAT"]);
  const articles = Number(options.articles ?? 1000);
  if (!Number.isInteger(articles) || articles < 10)
    throw new UsageError(`--articles is ${options.articles}: expected a number from 10 on`);
  if (words[0] === "site") await benchSite(articles, options.hugo ?? "hugo");
  else if (words[0] === "service" && Object.keys(options).length === 0) await benchService();
  else
    throw new UsageError(
      "Say what to measure: npm run bench -- service, or npm run bench -- site [--articles N] [--hugo COMMAND]",
    );
});
