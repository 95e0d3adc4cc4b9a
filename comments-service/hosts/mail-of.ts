import { createHttpMail } from "../mail/http.ts";
import type { Mail } from "../mail/mail.ts";
import { createSmtpMail } from "../mail/smtp.ts";
import type { Settings } from "../settings.ts";

/** By which way letters leave a host that has Node; null where they stay in the outbox. */
export function mailOf({ mail, mailFrom }: Settings): Mail | null {
  if (mail.kind === "smtp") return createSmtpMail(mail.url, mailFrom);
  return mail.kind === "http" ? createHttpMail(mail, mailFrom) : null;
}
