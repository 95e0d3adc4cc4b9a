import { pagesOf } from "../magazine/pages/pages.ts";
import { readMagazine } from "../magazine/read/magazine.ts";
import { readLine, runCommand, UsageError } from "./command.ts";
import { hosts } from "./headers/hosts.ts";

/**
 * npm run headers -- nginx|caddy|netlify [--content DIR]: prints the headers and redirects of the magazine in the words of that server, for hosts that do not read
 * the `_headers` and `_redirects` of a build.
 */
await runCommand(() => {
  const { options, words } = readLine({ content: "DIR" }, ["nginx|caddy|netlify"]);
  const [host = ""] = words;
  if (host !== "nginx" && host !== "caddy" && host !== "netlify")
    throw new UsageError(`"${host}": expected nginx, caddy or netlify`);
  const pages = pagesOf(readMagazine(options.content ?? "content"));
  const headers = pages.find((page) => page.layout === "headers")?.view;
  const redirects = pages.find((page) => page.layout === "redirects")?.view;
  if (headers === undefined) throw new Error("the magazine has no page of headers");
  process.stdout.write(hosts[host]({ headers, moves: redirects?.moves ?? [] }));
});
