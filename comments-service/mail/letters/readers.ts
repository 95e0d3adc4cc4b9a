import type { RemovalReason } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { Scope } from "../../wire.ts";
import type { Contact } from "../../words/de/letters.ts";
import { quote, signedBy, toReader, wordsOf } from "./written.ts";
import type { CommentInLetter, Written } from "./written.ts";

/** The letter about a held comment. @param outcome where it stands, when it was published; else why it was not. */
export function decisionLetter({
  site,
  title,
  text,
  outcome,
}: Omit<CommentInLetter, "link"> & { outcome: { link: string } | { why: string } }): Written {
  const { appeared, rejected } = wordsOf(site);
  const quoted = quote(text);
  return toReader(
    site,
    "link" in outcome
      ? appeared(title, quoted, outcome.link)
      : rejected({ title, quoted, why: outcome.why, contact: contactOf(site) }),
  );
}

/** The statement of reasons about a removed one. Nothing of a reader's stands in the subject. @param cause how the editors came upon it. */
export function removalLetter({
  site,
  title,
  text,
  why,
  cause,
}: Omit<CommentInLetter, "link"> & { why: string; cause: "own" | "reports" }): Written {
  const about = { title, quoted: quote(text), why, cause, contact: contactOf(site) };
  return toReader(site, wordsOf(site).removed({ magazine: site.title, ...about }));
}

function contactOf({ imprint, url }: Site): Contact {
  return imprint == null ? { isImprint: false, url } : { isImprint: true, url: imprint };
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

/**
 * The letter about a new comment, for somebody who wanted to be told of it. It carries the comment, the way to it, the way out, and nothing
 * else.
 * @param unsubscribe where the wish is ended.
 */
export function notificationLetter(
  site: Site,
  { name, text }: { name: string; text: string },
  about: { title: string; scope: Scope; link: string; unsubscribe: string },
): Written {
  const quoted = signedBy(name, quote(text));
  return toReader(site, wordsOf(site).news({ ...about, quoted }));
}

/**
 * The letter with the code to sign in by.
 * @param wayIn the link for an owner whom others' asking keeps out.
 */
export function codeLetter(code: string, wayIn: string, site: Site): Written {
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  return toReader(site, wordsOf(site).code(shown, wayIn, site.title));
}

/**
 * The letter with the link to all that is kept about an address. It goes to every address that is asked for, known or not.
 * @param wayIn as for the code.
 */
export function accountLetter(link: string, wayIn: string, site: Site): Written {
  return toReader(site, wordsOf(site).account(link, wayIn, site.title));
}
