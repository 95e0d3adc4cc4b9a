import type { Site } from "../../domain/thread-list.ts";
import type { Scope } from "../../wire.ts";
import { quote, signedBy } from "./quote.ts";
import { toReader, wordsOf } from "./written.ts";
import type { Written } from "./written.ts";

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
export function notificationLetter(notification: Notification): Written {
  const { site, title, scope, comment, link, unsubscribe } = notification;
  const quoted = signedBy(comment.name, quote(comment.text));
  return toReader(site, wordsOf(site).news({ scope, title, quoted, link, unsubscribe }));
}
