/** Every field of magazine.yaml and of front matter: the one place where a field is entered. What it is called and for, `field-words/` says. */
import * as v from "valibot";

import { isTimeZone } from "../dates.ts";
import { nearest } from "../guess.ts";
import { locales, shareTargets } from "../model.ts";
import type { Language } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import { aliases } from "./aliases.ts";
import type { Folder } from "./documents.ts";
import {
  choice,
  conversation,
  distinct,
  flag,
  focus,
  lines,
  list,
  map,
  means,
  optionalProse,
  optionalText,
  orNothing,
  origin,
  prose,
  slug,
  text,
  time,
  titledLinks,
  wholeNumber,
} from "./schema.ts";

export const languageField = choice(["de", "en"]);

const zone = (near: string) => `a time zone of the IANA list, such as ${near}`;
export const timeZoneField = v.pipe(
  v.string(zone("Europe/Berlin")),
  v.check(isTimeZone, ({ input }) =>
    zone(nearest(input, Intl.supportedValuesOf("timeZone")) ?? "Europe/Berlin"),
  ),
  means("zone"),
);

const emailForm = "an e-mail address";
const email = v.pipe(v.string(emailForm), v.regex(/^[^\s@]+@[^\s@]+$/, emailForm), means("email"));

export const magazineSchema = map({
  title: text(),
  url: origin(),
  language: languageField,
  locale: v.optional(choice([...locales.de, ...locales.en])),
  timeZone: timeZoneField,
  description: prose(),
  perPage: v.optional(wholeNumber(1, 100), "10"),
  comments: v.optional(map({ service: origin(), close: v.optional(wholeNumber(1, 3650)) })),
  share: v.optional(v.pipe(list(choice(shareTargets)), distinct()), []),
  services: titledLinks(),
  publisher: map({ name: text(), address: lines(), responsible: text(), email }),
});

/** A file beside the text. */
function picture(expected = orNothing) {
  return v.pipe(text(expected), means("picture"));
}

const badgeForm = "a word of at most 30 characters, such as Autorin, or the field left out";

export const authorSchema = map({
  name: text(),
  sortName: optionalText(),
  tagline: optionalProse(),
  role: optionalText(),
  badge: v.optional(v.pipe(text(badgeForm), v.maxLength(30, badgeForm))),
  links: titledLinks(),
  portrait: v.optional(picture()),
  portraitFocus: focus(),
  columnist: v.optional(flag(), "true"),
});

export const columnSchema = map({ name: text(), description: prose(), aliases: aliases() });

export const pageSchema = map({ title: text(), description: optionalProse() });

export const altForm = "a text for those who cannot see the image";

/** The slug of a file in another folder. */
function fileIn(folder: Folder, kind: "column" | "author") {
  return v.pipe(text(`the name of a file in content/${folder}, without .md`), means(kind));
}

/** Times are read on the magazine's clock, and topics by its language. */
export function articleSchema({ language, timeZone }: { language: Language; timeZone: string }) {
  const slugs = new Map<string, string>();
  // Many articles have the same topics, and each is asked for more than once.
  const slugIn = (name: string) => {
    const slug = slugs.get(name) ?? slugOf(name, language);
    slugs.set(name, slug);
    return slug;
  };
  const topicForm = "a text with letters or digits";
  const topic = v.pipe(
    text(topicForm),
    // An empty one is already reported.
    v.check((value) => value.trim() === "" || slugIn(value) !== "", topicForm),
  );
  const when = time(timeZone);
  return map({
    title: text(),
    date: when,
    column: fileIn("columns", "column"),
    author: v.optional(fileIn("authors", "author")),
    authors: v.optional(
      v.pipe(list(fileIn("authors", "author")), v.minLength(1, "at least one author"), distinct()),
    ),
    standfirst: optionalProse(),
    topics: v.optional(v.pipe(list(topic), distinct(slugIn)), []),
    series: v.optional(topic),
    image: v.optional(picture("a file beside the text, or the field left out")),
    imageAlt: v.optional(prose(altForm)),
    imageCaption: optionalProse(),
    imageCredit: optionalProse(),
    imageFocus: focus(),
    updated: v.optional(when),
    corrections: v.optional(
      list(map({ date: when, text: prose() }), "a list of corrections, each with date and text"),
      [],
    ),
    aliases: aliases(),
    comments: v.optional(conversation(timeZone)),
    featured: v.optional(flag(), "false"),
    draft: v.optional(flag(), "false"),
    expires: v.optional(when),
    id: v.optional(slug()),
  });
}
