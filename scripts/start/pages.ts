import EleventyDevServer from "@11ty/eleventy-dev-server";
import { latePages } from "./late-pages.ts";
import { guard } from "./requests.ts";
import type { Handler } from "./requests.ts";

/** Serves a printed folder with live reload. No request ends the process, and none gets a file from outside the folder. */
export async function servePages(folder: string, port: number, before: readonly Handler[] = []) {
  const quiet = () => undefined;
  const late = latePages();
  const server = EleventyDevServer.getServer("kolumne", folder, {
    port,
    portReassignmentRetryCount: 0,
    // Its way to patch a page in place writes innerHTML, which the pages' own policy refuses.
    domDiff: false,
    middleware: [late.note, guard(folder), ...before],
    messageOnStart: () => "",
    logger: { info: quiet, log: quiet, error: console.error },
  });
  server.serve(port);
  await server.ready();
  const reload = () => {
    late.reloaded();
    server.reload({ files: [], build: {} });
  };
  server.updateServer.on("connection", (socket) => {
    // What is no WebSocket's message is an error, and one that nobody listens for ends the process.
    socket.on("error", () => socket.terminate());
    // Between its words and its script there is time for a build.
    if (late.listens()) reload();
  });
  return { reload, close: () => server.close() };
}
