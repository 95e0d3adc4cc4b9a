/** A mail server's refusal: after which command, with which reply code (RFC 5321, 4.2) and enhanced status code (RFC 3463), and its words. */
export interface Refusal {
  command: "MAIL FROM" | "RCPT TO" | "the end of DATA" | "other";
  code: number;
  enhanced: string | null;
  words: string;
}

/** Reply codes that say nothing of a mailbox or a letter: commands out of order or unknown, sign in or encrypt first, this host takes no mail. */
const ABOUT_THE_SESSION = new Set([500, 502, 503, 504, 521, 523, 530, 534, 535, 538, 555]);

/**
 * What servers without enhanced codes say of the sender, the way or us. Rather one word too many: then a letter is tried for three days in
 * vain, and not one lost that would have arrived.
 */
const ABOUT_US =
  /relay|block|black ?list|dnsbl|\brbl\b|spamhaus|reputation|client host|\bip\b|authenti|log ?in|sender|policy|quota|rate.?limit|too many|tls|encrypt|not (?:allowed|permitted)|access denied|try (?:again|later)/iu;

/**
 * Whether a refusal is final: only when it is about this recipient or this letter. What is about us, the way or the connection may be
 * mended, and whoever mends it finds all letters waiting.
 */
export function isFinal(refusal: Refusal): boolean {
  const { command, code, enhanced } = refusal;
  if (code < 500 || code > 599) return false;
  // The size of this letter, said in advance (RFC 1870).
  if (command === "MAIL FROM") return code === 552 && /^5\.(?:2\.3|3\.4)$/u.test(enhanced ?? "");
  if (command === "other") return false;
  // `5.0.0` is as good as none.
  if (enhanced === null || enhanced === "5.0.0") return isFinalByCode(refusal);
  // Of the addresses (5.1) two are the sender's; of the policies (5.7) one is the list's, and two say that an address has a new owner (RFC 7293).
  return /^5\.[126]\.\d+$/u.test(enhanced)
    ? !["5.1.7", "5.1.8"].includes(enhanced)
    : ["5.3.4", "5.7.2", "5.7.17", "5.7.18"].includes(enhanced);
}

/** Whether a refusal that is not final is about this recipient or letter: a full mailbox, a first letter from us that shall come again. */
export function isAboutOne({ command, code, enhanced }: Refusal): boolean {
  const isAboutUs = enhanced !== null && /^4\.(?:[3457]\.\d+|1\.[78])$/u.test(enhanced);
  return (
    (command === "RCPT TO" || command === "the end of DATA") &&
    code >= 400 &&
    code < 500 &&
    !isAboutUs &&
    code !== 421
  );
}

function isFinalByCode({ command, code, words }: Refusal): boolean {
  // At a recipient it may say that there are too many of them (RFC 5321, 4.5.3.1.10).
  if (code === 552) return command === "the end of DATA";
  // An address that is repeated may look like any word.
  const plain = words.replaceAll(/<[^>]*>|\S+@\S+/gu, "");
  return !ABOUT_THE_SESSION.has(code) && !ABOUT_US.test(plain);
}

/** Reads what nodemailer says of a refusal; null where the server has not answered. */
export function refusalIn(error: Error): Refusal | null {
  const { responseCode, response, command, code } = error as Error & Record<string, unknown>;
  if (typeof responseCode !== "number" || typeof response !== "string") return null;
  return {
    command:
      command === "DATA" && code === "EMESSAGE"
        ? "the end of DATA"
        : command === "RCPT TO" || command === "MAIL FROM"
          ? command
          : "other",
    code: responseCode,
    enhanced: /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?=\s|$)/u.exec(response)?.[1] ?? null,
    words: response,
  };
}
