import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { newLetterBox } from "../letter-box.ts";

/** A real mail server on a free port of the loopback address that keeps what it gets. */
export async function openMailServer() {
  const box = newLetterBox();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("latin1");
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        box.put({ to, raw, text: decode(raw) });
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  // A listening TCP server has an address with a port.
  const { port } = listener.address() as AddressInfo;
  return {
    ...box,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

/** The text of a letter of one part, RFC 2045: quoted-printable, base64 or as it is. */
function decode(raw: string): string {
  const gap = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, gap).toLowerCase();
  const body = raw.slice(gap + 4);
  if (head.includes("content-transfer-encoding: base64")) {
    return Buffer.from(body, "base64").toString("utf8");
  }
  const bytes = head.includes("content-transfer-encoding: quoted-printable")
    ? body
        .replaceAll("=\r\n", "")
        .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : body;
  return Buffer.from(bytes, "latin1").toString("utf8");
}
