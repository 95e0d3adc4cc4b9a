import type { Transporter } from "nodemailer";
import { SECOND } from "../domain/times.ts";
import { headersOf, messageIdOf } from "./headers.ts";
import type { Delivery, Mail } from "./mail.ts";
import { isAboutOne, isFinal, refusalIn } from "./refusal.ts";

/**
 * Sends through a mail server.
 * @param url `smtp://user:password@host:port` or `smtps://…`
 * @param from the sender's address; its domain stands in the Message-ID too.
 * @param deadline how long one letter may take in all, in milliseconds.
 */
export function createSmtpMail(url: string, from: string, deadline = 60 * SECOND): Mail {
  let opened: Promise<Transporter> | undefined;
  return {
    async send(letter) {
      const { created, to, subject, text } = letter;
      try {
        const transport = await (opened ??= open(url, deadline));
        await transport.sendMail({
          from: { name: "", address: from },
          // As an object it is one recipient, whatever it looks like.
          to: { name: "", address: to },
          subject,
          text,
          // Whatever it does meanwhile: who says a little again and again would never be at an end.
          signal: AbortSignal.timeout(deadline),
          date: new Date(created),
          messageId: messageIdOf(letter, from),
          headers: headersOf(letter),
        });
        return { state: "sent" };
      } catch (error) {
        return failure(error);
      }
    },
    close: async () => (await opened)?.close(),
  };
}

/** The library is loaded with the first letter: it is a quarter of all that the service loads. */
async function open(url: string, deadline: number): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: deadline,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The server's own sentence is left out: it may repeat the address. */
function failure(error: unknown): Delivery {
  if (!(error instanceof Error)) return { state: "later", of: "all", reason: "unknown" };
  const { code, command } = error as Error & Record<string, unknown>;
  const refusal = refusalIn(error);
  if (refusal === null) {
    // Larger than the server has said that it takes: it has not even been asked.
    if (code === "EMESSAGE" && command === "MAIL FROM")
      return { state: "never", reason: "larger than the mail server takes" };
    const reason =
      code === "EABORT" ? "it came to no end" : typeof code === "string" ? code : "no code";
    return { state: "later", of: "all", reason };
  }
  const { enhanced } = refusal;
  const stage = refusal.command === "other" ? String(command) : refusal.command;
  const reason = `${refusal.code}${enhanced === null ? "" : ` ${enhanced}`} at ${stage}`;
  if (isFinal(refusal)) return { state: "never", reason: `the mail server: ${reason}` };
  return isAboutOne(refusal)
    ? { state: "later", of: "one", reason: `the mail server: ${reason}` }
    : { state: "later", of: "all", reason };
}
