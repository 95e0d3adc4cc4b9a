import { addressOf, createServer, startServer } from "./postgres-server.ts";

/**
 * node comments-service/bench/postgres.ts FOLDER: a new PostgreSQL in that folder, which must not be there yet, for the benchmark. It is set
 * as it comes (`fsync` and `synchronous_commit` are on), and listens on a socket in the folder. Talks to its parent process: says
 * `{ address }` when it answers, and ends it when the parent lets go.
 */
const folder = process.argv[2] ?? "";
// Ctrl-C reaches this process, but not the server, which is then ended because the parent has gone.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
await createServer(folder);
const server = await startServer(folder, []);
process.on("disconnect", () => void server.stop("fast"));
process.send?.({ address: addressOf(folder, "postgres") });
