import { sha256 } from "../domain/digest.ts";
import { headersOf, messageIdOf } from "./headers.ts";
import type { PostedLetter } from "./mail.ts";

/** How a mail service that takes letters by HTTP is asked, and what its refusals mean. */
export interface MailService {
  /** Where one letter goes, below the origin of its API. */
  path: string;
  headers: (key: string, body: string, letter: PostedLetter) => Record<string, string>;
  body: (letter: PostedLetter, from: string) => object;
  refusal: (status: number, answer: Readonly<Record<string, unknown>>) => Refusal;
}

/**
 * What a refusal is about: this recipient, for good; this letter at this moment; or us, that is all letters.
 * `kind` is the service's name for it. Its sentences are left out: they may repeat an address.
 */
export interface Refusal {
  about: "recipient" | "moment" | "us";
  kind: string;
}

/** Resend's `POST /emails`, as its API reference has it. */
const resend: MailService = {
  path: "/emails",
  headers: (key, body, { id }) => ({
    Authorization: `Bearer ${key}`,
    // What is asked twice within a day goes out once. A letter may be printed anew for another attempt, and the same key with another body
    // is refused.
    "Idempotency-Key": `${id}-${sha256(body).slice(0, 16)}`,
  }),
  body: (letter, from) => ({
    from,
    to: [letter.to],
    subject: letter.subject,
    text: letter.text,
    headers: headersOf(letter),
  }),
  refusal(status, { name, message }) {
    const kind = typeof name === "string" && /^[a-z_]{1,60}$/u.test(name) ? name : "";
    // Another process is sending it.
    if (kind === "concurrent_idempotent_requests") return { about: "moment", kind };
    const isInvalid = status === 400 || status === 422;
    const isOfRecipient = isInvalid && says(message, /^invalid [`'"]?to[`'"]? /iu);
    return { about: isOfRecipient ? "recipient" : "us", kind };
  },
};

/** Error codes of Postmark. */
const INVALID_REQUEST = 300;
const INACTIVE_RECIPIENT = 406;

/** Postmark's `POST /email`, as its API reference has it. */
const postmark: MailService = {
  path: "/email",
  headers: (key) => ({ "X-Postmark-Server-Token": key }),
  body: (letter, from) => ({
    From: from,
    To: letter.to,
    Subject: letter.subject,
    TextBody: letter.text,
    // Links stay what they are, and nobody learns who followed them.
    TrackOpens: false,
    TrackLinks: "None",
    Headers: Object.entries({
      ...headersOf(letter),
      "Message-ID": messageIdOf(letter, from),
      "X-PM-KeepID": "true",
    }).map(([Name, Value]) => ({ Name, Value })),
  }),
  refusal(_, { ErrorCode: code, Message: message }) {
    const isOfRecipient =
      code === INACTIVE_RECIPIENT ||
      (code === INVALID_REQUEST && says(message, /^(?:invalid|error parsing) '?to\b/iu));
    return {
      about: isOfRecipient ? "recipient" : "us",
      kind: typeof code === "number" ? String(code) : "",
    };
  },
};

export const mailServices = { resend, postmark };
export type MailServiceName = keyof typeof mailServices;

function says(message: unknown, pattern: RegExp): boolean {
  return typeof message === "string" && pattern.test(message);
}
