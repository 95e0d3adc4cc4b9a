import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A letter as a mail server gets it. */
export interface Received {
  from: string;
  to: string[];
  raw: string;
}

/** A real mail server on loopback. */
export interface TestMailServer {
  url: string;
  port: number;
  received: Received[];
  /** When set, every recipient is refused with this SMTP code. */
  refuseWith: number | null;
  /** When set, no letter is acknowledged until it is fulfilled. */
  holds: PromiseWithResolvers<void> | null;
  close(): Promise<void>;
}

/** @param port 0 for a free one; a known one to come back where another server was. */
export async function openMailServer(port = 0): Promise<TestMailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, callback) {
      if (mail.refuseWith === null) return callback();
      return callback(Object.assign(new Error("not taken"), { responseCode: mail.refuseWith }));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        void (mail.holds?.promise ?? Promise.resolve()).then(() => callback());
      });
    },
  });
  server.on("error", () => {});
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  // A listening TCP server has an address with a port.
  const address = listening.address() as AddressInfo;
  let isOpen = true;
  const mail: TestMailServer = {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    refuseWith: null,
    holds: null,
    close: () =>
      new Promise((resolve) => {
        if (!isOpen) return resolve();
        isOpen = false;
        return server.close(() => resolve());
      }),
  };
  onTestFinished(() => mail.close());
  return mail;
}

/** The headers of a raw letter, unfolded, in their order. */
export function headersOf(raw: string): [name: string, value: string][] {
  const [head = ""] = raw.split("\r\n\r\n");
  return head
    .replace(/\r\n[ \t]+/gu, " ")
    .split("\r\n")
    .map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1).trim()];
    });
}
