import { createTransport } from "nodemailer";
import { SECOND } from "../domain/times.ts";
import type { Delivery, Mail } from "./mail.ts";

/**
 * Sends through a mail server.
 * @param url `smtp://user:password@host:port` or `smtps://…`
 * @param from the sender's address; its domain stands in the Message-ID too.
 */
export function createSmtpMail(url: string, from: string): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 60 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, created, to, subject, text, unsubscribe }) {
      try {
        await transport.sendMail({
          from: { name: "", address: from },
          // As an object it is one recipient, whatever it looks like.
          to: { name: "", address: to },
          subject,
          text,
          date: new Date(created),
          messageId: `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
          headers: {
            // RFC 3834: no machine answers this.
            "Auto-Submitted": "auto-generated",
            ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)),
          },
        });
        return { state: "sent" };
      } catch (error) {
        return failure(error);
      }
    },
    close: async () => transport.close(),
  };
}

/** RFC 2369 and RFC 8058: the mail program shows a button that ends such letters. */
function oneClick(address: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${address}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** The server's own sentence is left out: it may repeat the address. */
function failure(error: unknown): Delivery {
  if (!(error instanceof Error)) return { state: "later", reason: "the mail server: unknown" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "no code";
  const answer = "responseCode" in error ? Number(error.responseCode) : 0;
  // RFC 5321, 4.2.1: 5yz is final. A refused sign-in is ours to mend, so the letter waits.
  const isFinal = answer >= 500 && code !== "EAUTH";
  const reason = `the mail server: ${code}${answer > 0 ? ` ${answer}` : ""}`;
  return { state: isFinal ? "never" : "later", reason };
}
