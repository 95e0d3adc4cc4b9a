import { limits } from "../wire.ts";

// Without `i`: that would take the Kelvin sign for a k and the long s for an s, and with them one person's address for another's.
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * One e-mail address as the web knows it (the HTML standard's `type=email`, with a dot in the domain), its domain in lower case and
 * ASCII; or null. No display name, no list, no comment, no control character gets through, so it can stand in an envelope.
 */
export function parseEmailAddress(input: string): string | null {
  const address = input.trim();
  if (address.length > limits.email) return null;
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  const domain = asciiDomain(address.slice(at + 1));
  if (domain === null || !LOCAL.test(local)) return null;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  return `${local}@${domain}`;
}

/**
 * What two spellings of one mailbox share; only for counting and blocking, never for sending. `Ida+news@Mail.example` is `ida@mail.example`.
 * Gmail knows no dots before the @, and has two names.
 */
export function mailboxOf(address: string): string {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  const plus = local.indexOf("+");
  const name = plus > 0 ? local.slice(0, plus) : local;
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return isGmail ? `${name.replaceAll(".", "")}@gmail.com` : `${name}@${domain}`;
}

/** What of a mailbox can stand on a block list: itself, its domain, and the domains above that one but the last. */
export function blockable(mailbox: string): string[] {
  const domain = mailbox.slice(mailbox.lastIndexOf("@") + 1);
  const labels = domain.split(".");
  return [mailbox, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join("."))];
}

function asciiDomain(input: string): string | null {
  // The URL parser would take these for the end of the host.
  if (/[\s\p{Cc}/?#@:\\[\]%]/u.test(input)) return null;
  const host = URL.parse(`http://${input}`)?.hostname ?? "";
  const labels = host.split(".");
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return /^[0-9]+$/u.test(labels.at(-1) ?? "") ? null : host;
}
