import * as v from "valibot";

import { nearest } from "../guess.ts";
import { isTimeZone } from "../dates.ts";
import { shareTargets } from "../model.ts";
import type { Language, Magazine } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { checkFields } from "./check-fields.ts";
import { readSource } from "./documents.ts";
import { readFields } from "./fields.ts";
import type { Report } from "./mistakes.ts";
import {
  choice,
  distinct,
  lines,
  list,
  map,
  origin,
  prose,
  text,
  titledLinks,
  wholeNumber,
} from "./schema.ts";

/** What magazine.yaml says. */
export type Settings = Omit<
  Magazine,
  "columns" | "authors" | "articles" | "pages" | "preview" | "next"
>;

const file = "magazine.yaml";

const languageField = choice(["de", "en"]);

const zone = (near: string) => `a time zone of the IANA list, such as ${near}`;
const timeZone = v.pipe(
  v.string(zone("Europe/Berlin")),
  v.check(isTimeZone, ({ input }) =>
    zone(nearest(input, Intl.supportedValuesOf("timeZone")) ?? "Europe/Berlin"),
  ),
);

const emailForm = "an e-mail address";
const email = v.pipe(v.string(emailForm), v.regex(/^[^\s@]+@[^\s@]+$/, emailForm));

const schema = map({
  title: text(),
  url: origin(),
  language: languageField,
  timeZone,
  description: prose(),
  perPage: v.optional(wholeNumber(1, 100), "10"),
  comments: v.optional(map({ service: origin(), close: v.optional(wholeNumber(1, 3650)) })),
  share: v.optional(v.pipe(list(choice(shareTargets)), distinct()), []),
  services: titledLinks(),
  publisher: map({ name: text(), address: lines(), responsible: text(), email }),
});

/**
 * Reads magazine.yaml and reports what is wrong in it.
 *
 * @returns the settings, or null when there are mistakes; language and time zone are always there, so that the other files can be
 * checked with them. After `closeAfter` days comments close, where an article says nothing else; null: never.
 */
export function readSettings(
  folder: string,
  report: Report,
): { settings: Settings | null; language: Language; timeZone: string; closeAfter: number | null } {
  const { fields, mistakes } = readFields(readSource(folder, file, report));
  for (const mistake of mistakes) report({ file, ...mistake });
  const settings = checkFields({ file, fields }, schema, report);
  const language = v.parse(v.fallback(languageField, "de"), fields?.data.language);
  const set = (words: string) => typeset(words, language);
  return {
    settings: settings && {
      ...settings,
      title: set(settings.title),
      description: set(settings.description),
      services: settings.services.map(({ title, url }) => ({ title: set(title), url })),
      comments: settings.comments ? { service: settings.comments.service } : null,
    },
    language,
    timeZone: v.parse(v.fallback(timeZone, "UTC"), fields?.data.timeZone),
    closeAfter: settings?.comments?.close ?? null,
  };
}
