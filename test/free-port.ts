import { createServer } from "node:net";

/** Below those that a system gives to whoever asks for any (32,768 on Linux), and above those that browsers refuse. */
const first = 11_000;
const each = 100;
const [runs, workers] = [10, 20];
const slice =
  workers * (process.ppid % runs) + (Number(process.env["VITEST_POOL_ID"] ?? 0) % workers);

let asked = 0;

/**
 * A port of this machine on which nothing listens. Each worker has some of its own: one that the system gave would be given to another test, or to a
 * connection, before whoever asked for it listens there.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + each * slice + (asked++ % each);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
