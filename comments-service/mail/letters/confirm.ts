import * as v from "valibot";
import { scopes, ThreadList } from "../../wire.ts";
import { when } from "../../words/when.ts";
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
  const { confirm } = wordsOf(site);
  const about = {
    magazine: site.title,
    title,
    quoted: signedBy(name, quoteBeginning(text)),
    notify,
    link,
    expires: when(expires, site),
  };
  return toReader(site, confirm(about));
}
