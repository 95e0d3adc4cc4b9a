import { createServer } from "node:net";
import { UsageError } from "../command.ts";

/** @throws UsageError when something listens on the port already */
export async function refuseBusy(option: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((done, refuse) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "is in use" : `cannot be opened (${error.code})`;
      refuse(new UsageError(`port ${port} ${reason}: choose another with ${option} N`));
    });
    server.listen(port, done);
  });
  await new Promise((done) => server.close(done));
}
