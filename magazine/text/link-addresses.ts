/** Why an address can be no link's. */
export interface AddressFault {
  /** What it needs; undefined where the whole address is of another kind. */
  readonly expected?: string;
  /** What was probably meant. */
  readonly guess?: string;
}

const hostForm = "the name of a host behind the //, such as https://www.example.org/";
const userForm =
  "no name and no @ before the host: whoever follows the link does not see where it leads";
const portForm = "a port from 1 to 65535 behind the host, or none";
const mailForm = "a mailbox behind mailto:, such as mailto:redaktion@example.org";

/**
 * Whether a link may lead to an address outside of its page: a web address (`https://`, `http://`) with the name of a host, `mailto:` with a
 * mailbox, or an address of the magazine that begins with one slash. Web addresses are read as browsers read them (WHATWG URL).
 * @returns null when it may
 */
export function addressFault(address: string): AddressFault | null {
  // A browser takes \ for a slash, and what begins with two of them for a host.
  if (/[\s\\]/.test(address)) return {};
  if (address.startsWith("//")) return { guess: `https:${address}` };
  if (address.startsWith("/")) return null;
  if (/^mailto:/i.test(address)) return mailFault(address.slice("mailto:".length));
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(address) ?? [];
  return authority === undefined ? {} : webFault(address, authority);
}

function webFault(address: string, authority: string): AddressFault | null {
  if (authority.includes("@")) return { expected: userForm };
  const [, twice] = /^https?:\/\/(https?:\/\/.+)$/i.exec(address) ?? [];
  if (twice !== undefined) return { expected: hostForm, guess: twice };
  const [, host = "", port] = /^(.*?)(?::([^\]]*))?$/.exec(authority) ?? [];
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65536)) {
    return { expected: portForm };
  }
  return isHost(host) ? null : { expected: hostForm };
}

function mailFault(rest: string): AddressFault | null {
  const [boxes = ""] = rest.split(/[?#]/, 1);
  return boxes.split(",").every(isMailbox) ? null : { expected: mailForm };
}

function isMailbox(written: string): boolean {
  const [, host] = /^[^\s@/,;:<>()"]+@([^\s@/?#:]+)$/.exec(decoded(written).trim()) ?? [];
  return host !== undefined && isHost(host);
}

/** A name of at least two parts that the internet could know, or the number of a machine. */
function isHost(written: string): boolean {
  const host = URL.parse(`https://${written}/`)?.hostname;
  if (host === undefined) return false;
  if (/^\[.*\]$/.test(host) || /^\d+(?:\.\d+){3}$/.test(host))
    return host === written.toLowerCase();
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9_-]+$/.test(label)) &&
    /^[a-z].+$/.test(last)
  );
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return "";
  }
}
