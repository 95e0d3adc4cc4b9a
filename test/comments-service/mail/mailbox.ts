import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { newLetterBox } from "../../letter-box.ts";

/** A mail service on a free port of the loopback address that takes letters as Postmark does, and keeps them. */
export async function openMailbox() {
  const box = newLetterBox();
  const server = createServer((request, answer) => {
    void json(request).then((body) => {
      const { To: to, TextBody: text, Headers: headers } = body as Sent;
      const raw = headers.map(({ Name, Value }) => `${Name}: ${Value}`).join("\n");
      box.put({ to, raw, text });
      answer.end(JSON.stringify({ ErrorCode: 0, Message: "OK" }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    ...box,
    /** A MAIL_URL for it. */
    url: `postmark://key@127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What is read of a request; `mail-api.ts` holds it to what is documented. */
interface Sent {
  To: string;
  TextBody: string;
  Headers: { Name: string; Value: string }[];
}
