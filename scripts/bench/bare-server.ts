import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer as it goes out. */
export interface Recorded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

// What a service is measured against: Node's own server, which reads the request and sends the same bytes as the service did. Run as
// a process of its own; its parent sends the answers, each under the key `METHOD path`.
let answers: ReadonlyMap<string, Recorded & { bytes: Buffer }> = new Map();

const server = createServer((request, response) => {
  const answer = answers.get(`${request.method} ${request.url}`);
  request.resume().once("end", () => {
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(answer.status, answer.headers).end(answer.bytes);
  });
});

process.on("message", (recorded: Readonly<Record<string, Recorded>>) => {
  const known = Object.entries(recorded).map(
    ([key, answer]) => [key, { ...answer, bytes: Buffer.from(answer.body, "base64") }] as const,
  );
  answers = new Map(known);
  process.send?.({});
});
process.on("disconnect", () => process.exit());

server.listen(0, "127.0.0.1", () => {
  // A listening TCP server has an address with a port.
  process.send?.({ port: (server.address() as AddressInfo).port });
});
