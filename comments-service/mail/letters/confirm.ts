import * as v from "valibot";
import { keepLast } from "../../domain/keep-last.ts";
import type { Site } from "../../domain/thread-list.ts";
import { scopes, ThreadList } from "../../wire.ts";
import { quoteBeginning, signedBy, toReader, wordsOf } from "./written.ts";
import type { Written } from "./written.ts";

/** What the letter says to whom. */
export const Confirmation = v.object({
  site: ThreadList.entries.site,
  title: v.string(),
  name: v.string(),
  text: v.string(),
  /** What the writer wants to be told of. */
  notify: v.nullable(v.picklist(scopes)),
  link: v.string(),
});
export type Confirmation = v.InferOutput<typeof Confirmation>;

/**
 * The letter that asks whether a comment is really its reader's. Nothing of the reader's stands in the subject.
 * @param expires until when the link works.
 */
export function confirmLetter(confirmation: Confirmation, expires: number): Written {
  const { site, title, name, text, notify, link } = confirmation;
  const { confirm, locale } = wordsOf(site);
  const about = {
    magazine: site.title,
    title,
    quoted: signedBy(name, quoteBeginning(text)),
    notify,
    link,
    expires: time(expires, site, locale),
  };
  return toReader(site, confirm(about));
}

function time(at: number, { timeZone }: Site, locale: string): string {
  return timeFormat(JSON.stringify([locale, timeZone])).format(at);
}

// Making one takes as long as all the rest of a letter.
const timeFormat = keepLast(8, (key) => {
  const [locale, timeZone] = JSON.parse(key) as [string, string];
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone });
});
