import type { Site } from "../../domain/thread-list.ts";
import type { Scope } from "../../wire.ts";
import { quote } from "./quote.ts";

/** A new comment, for somebody who wanted to be told of it. */
export interface Notification {
  site: Site;
  title: string;
  scope: Scope;
  comment: { name: string; text: string };
  link: string;
  /** Where the wish is ended. */
  unsubscribe: string;
}

/** The letter about a new comment. It carries the comment, the way to it, the way out, and nothing else. */
export function notificationLetter(notification: Notification): { subject: string; text: string } {
  return { de, en }[notification.site.language](notification);
}

function de({ site, title, scope, comment, link, unsubscribe }: Notification) {
  const isReply = scope === "replies";
  return {
    subject: `${isReply ? "Antwort auf Ihren Kommentar" : "Neuer Kommentar"} zu „${title}“`,
    text: `Guten Tag,

${isReply ? `auf Ihren Kommentar zu „${title}“ hat jemand geantwortet` : `unter „${title}“ steht ein neuer Kommentar`}:

${quote(comment.text)}
> – ${quote(comment.name).slice(2)}

Zum Kommentar:

${link}

Benachrichtigungen zu diesem Artikel abbestellen:

${unsubscribe}

Freundliche Grüße
Redaktion „${site.title}“
`,
  };
}

function en({ site, title, scope, comment, link, unsubscribe }: Notification) {
  const isReply = scope === "replies";
  return {
    subject: `${isReply ? "A reply to your comment" : "A new comment"} on “${title}”`,
    text: `Hello,

${isReply ? `somebody replied to your comment on “${title}”` : `there is a new comment on “${title}”`}:

${quote(comment.text)}
> – ${quote(comment.name).slice(2)}

To the comment:

${link}

Stop notifications about this article:

${unsubscribe}

Kind regards
The editors of “${site.title}”
`,
  };
}
