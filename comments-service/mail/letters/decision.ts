import type { RemovalReason } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import { quote } from "./quote.ts";
import { toReader, wordsOf } from "./written.ts";
import type { Written } from "./written.ts";

/** A comment on which a moderator has decided, for the person who wrote it. */
export interface DecidedComment {
  site: Site;
  title: string;
  text: string;
}

/** The letter about a held comment. @param outcome where it stands, when it was published; else why it was not. */
export function decisionLetter({
  site,
  title,
  text,
  outcome,
}: DecidedComment & { outcome: { link: string } | { why: string } }): Written {
  const { appeared, rejected } = wordsOf(site);
  const quoted = quote(text);
  return toReader(
    site,
    "link" in outcome
      ? appeared(title, quoted, outcome.link)
      : rejected({ title, quoted, why: outcome.why, imprint: site.url }),
  );
}

/** The statement of reasons about a removed one. Nothing of a reader's stands in the subject. @param cause how the editors came upon it. */
export function removalLetter({
  site,
  title,
  text,
  why,
  cause,
}: DecidedComment & { why: string; cause: "own" | "reports" }): Written {
  const about = { title, quoted: quote(text), why, cause, imprint: site.url };
  return toReader(site, wordsOf(site).removed({ magazine: site.title, ...about }));
}

/** Why, in the words that the house has for it and those that the moderator adds. */
export function whyRemoved(
  language: Site["language"],
  reason: RemovalReason,
  note: string,
): string {
  const said = wordsOf({ language }).removalReasons[reason];
  return note === "" ? said : `${said}\n\n${note}`;
}
