import type { PostedLetter } from "./mail.ts";

/** What stands in a letter's head by any way it goes. */
export function headersOf({ unsubscribe }: PostedLetter): Record<string, string> {
  return {
    // RFC 3834: no machine answers this.
    "Auto-Submitted": "auto-generated",
    ...(unsubscribe === undefined ? {} : oneClick(unsubscribe)),
  };
}

/** The same at each attempt, so that a letter that went out twice is seen as one (RFC 5322, 3.6.4). */
export function messageIdOf({ id }: PostedLetter, from: string): string {
  return `<${id}@${from.slice(from.lastIndexOf("@") + 1)}>`;
}

/** RFC 2369 and RFC 8058: the mail program shows a button that ends such letters. */
function oneClick(address: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${address}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
