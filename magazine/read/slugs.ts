import type { Language } from "../model.ts";
import { addressWords } from "../words/address-words.ts";

/** Names of the files and folders at the site's root. */
const reservedEverywhere = new Set([
  "assets",
  "feed",
  "index",
  "sitemap",
  "news-sitemap",
  "threads",
  "schedule",
  "robots",
]);

export const slugForm = "lower-case letters a to z, digits and single hyphens between them";

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isSlug(text: string): boolean {
  return slugPattern.test(text);
}

/** The words that stand in the magazine's own addresses, and so cannot name a file. */
export function isReserved(slug: string, language: Language): boolean {
  return (
    /^\d+$/.test(slug) ||
    reservedEverywhere.has(slug) ||
    Object.values<string>(addressWords[language]).includes(slug)
  );
}
