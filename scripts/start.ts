import { readOptions, runCommand, UsageError } from "./command.ts";
import { portOption } from "./options.ts";
import { refuseBusy } from "./start/port.ts";
import { builder } from "./start/builder.ts";
import { onEndOfNpm } from "./start/children.ts";
import { servePages } from "./start/pages.ts";
import { pictures } from "./start/pictures.ts";
import { waiting } from "./start/requests.ts";
import { indexer } from "./start/search.ts";
import { runService, showSample } from "./start/service.ts";
import { onChange } from "./start/watch.ts";

/**
 * npm start [-- --content DIR] [--port N] [--service-port N]
 *
 * The site and the comments service together, for writing and for building: a saved file shows in the browser by itself, drafts
 * and future articles stand there with a mark, comments live in an embedded database, and mails wait on a local outbox page.
 */
await runCommand(async () => {
  const options = readOptions({ content: "DIR", port: "N", "service-port": "N" });
  const content = options.content ?? "content";
  const port = portOption("--port", options.port ?? "8080");
  const servicePort = portOption("--service-port", options["service-port"] ?? "8788");
  if (port === servicePort) {
    throw new UsageError(`port ${port} is named twice: choose another with --service-port N`);
  }
  await refuseBusy("--port", port);
  await refuseBusy("--service-port", servicePort);
  const site = `http://localhost:${port}`;
  const service = `http://localhost:${servicePort}`;
  const folder = ".kolumne/site";
  const list = ".kolumne/pictures.json";

  const build = builder({ content, out: folder, url: site, service, pictures: list });
  if (!(await build.first())) process.exit(2);
  const search = indexer(folder);
  const before = [waiting(() => search.ready()), pictures(content, list)];
  const pages = await servePages(folder, port, before);
  const addresses = { port: servicePort, service, site };
  await showSample(addresses, folder);
  const comments = runService(addresses);

  const again = async () => {
    if (!(await build.again())) return;
    search.outdate();
    pages.reload();
  };
  onChange([content, "magazine", "layouts", "scripts/build", "eleventy.config.ts"], again);
  onChange(["comments-service"], async () => {
    comments.restart();
    await again();
  });

  console.log(`
  ${site}          the magazine
  ${site}/_style/  what a text may hold, with the Markdown beside it

  The mails that would have been sent wait where the comments service says: "letters at".
  Save a file and the page follows. Stop with Ctrl+C.
`);
  let stopping = false;
  const stop = () => {
    // Who asks twice does not want to wait.
    if (stopping) process.exit(0);
    stopping = true;
    void comments.stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  onEndOfNpm(stop);
});
