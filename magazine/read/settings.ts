import * as v from "valibot";

import { locales } from "../model.ts";
import type { Language, Magazine } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { checkFields } from "./check-fields.ts";
import { languageField, magazineSchema, timeZoneField } from "./content-schema.ts";
import { readSource } from "./documents.ts";
import { readFields } from "./fields.ts";
import type { Report } from "./mistakes.ts";
import { oneOf } from "./schema.ts";

/** What magazine.yaml says. */
export type Settings = Omit<
  Magazine,
  "columns" | "authors" | "articles" | "pages" | "preview" | "next"
>;

const file = "magazine.yaml";

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
  const settings = checkFields({ file, fields }, magazineSchema, report);
  const language = v.parse(v.fallback(languageField, "de"), fields?.data.language);
  const [usual, ...others] = locales[language];
  const locale = [usual, ...others].find((one) => one === settings?.locale);
  if (fields !== null && settings?.locale !== undefined && locale === undefined) {
    const what = `locale is "${settings.locale}"`;
    report({ file, ...fields.valueAt(["locale"]), what, expected: oneOf(locales[language]) });
  }
  const set = (words: string) => typeset(words, language);
  return {
    settings: settings && {
      ...settings,
      locale: locale ?? usual,
      title: set(settings.title),
      description: set(settings.description),
      services: settings.services.map(({ title, url }) => ({ title: set(title), url })),
      comments: settings.comments ? { service: settings.comments.service } : null,
    },
    language,
    timeZone: v.parse(v.fallback(timeZoneField, "UTC"), fields?.data.timeZone),
    closeAfter: settings?.comments?.close ?? null,
  };
}
