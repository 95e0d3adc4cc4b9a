import EleventyDevServer from "@11ty/eleventy-dev-server";

/** Serves a printed folder with live reload. */
export async function servePages(folder: string, port: number) {
  const quiet = () => undefined;
  const server = EleventyDevServer.getServer("kolumne", folder, {
    port,
    portReassignmentRetryCount: 0,
    // Its way to patch a page in place writes innerHTML, which the pages' own policy refuses.
    domDiff: false,
    messageOnStart: () => "",
    logger: { info: quiet, log: quiet, error: console.error },
  });
  server.serve(port);
  await server.ready();
  return { reload: () => server.reload({ files: [], build: {} }) };
}
