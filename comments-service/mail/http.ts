import { SECOND } from "../domain/times.ts";
import type { Delivery, Mail } from "./mail.ts";
import { mailServices } from "./mail-services.ts";
import type { MailService, MailServiceName } from "./mail-services.ts";

/**
 * Sends through a mail service that takes letters by HTTP, for hosts that have no way to a mail server.
 * @param way which service, our key there, and the origin of its API.
 * @param from the sender's address; the service has to know that it is ours.
 * @param deadline how long one letter may take in all, in milliseconds.
 */
export function createHttpMail(
  way: { service: MailServiceName; key: string; origin: string },
  from: string,
  deadline = 60 * SECOND,
): Mail {
  const service = mailServices[way.service];
  return {
    async send(letter) {
      const body = JSON.stringify(service.body(letter, from));
      try {
        const answer = await fetch(`${way.origin}${service.path}`, {
          method: "POST",
          headers: {
            ...service.headers(way.key, body, letter),
            Accept: "application/json",
            "Content-Type": "application/json",
            // Resend refuses whoever does not say what it is.
            "User-Agent": "Kolumne",
          },
          body,
          // The key goes nowhere else.
          redirect: "manual",
          signal: AbortSignal.timeout(deadline),
        });
        return deliveryOf(service, answer.status, await answer.text());
      } catch (error) {
        return { state: "later", of: "all", reason: reasonOf(error) };
      }
    },
    close: async () => {},
  };
}

/** As by SMTP, a refusal is final only when it is about this recipient or this letter. */
function deliveryOf(service: MailService, status: number, text: string): Delivery {
  if (status >= 200 && status < 300) return { state: "sent" };
  const { about, kind } = service.refusal(status, objectIn(text));
  const reason = `the mail service: ${status} ${kind}`.trimEnd();
  // 413: this letter is longer than it takes.
  if (about === "recipient" || status === 413) return { state: "never", reason };
  return { state: "later", of: about === "moment" ? "one" : "all", reason };
}

/** What stands between us and the service may answer with anything. */
function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return Object(value) === value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "it came to no end";
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
