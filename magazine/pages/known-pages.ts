import type { Context } from "./context.ts";

/** The plain pages that others link to by what they are for; a magazine that has none of a kind has no such link. */
const slugs = {
  de: { rules: ["kommentarregeln"], privacy: ["datenschutz"], imprint: ["impressum"] },
  en: { rules: ["comment-rules"], privacy: ["privacy"], imprint: ["contact", "imprint"] },
} as const;

/** The path of the magazine's page for this; null where it has none. */
export function knownPage(
  { magazine, index, addresses }: Context,
  what: keyof (typeof slugs)["de"],
): string | null {
  const names: readonly string[] = slugs[magazine.language][what];
  const page = names.map((name) => index.pages.get(name)).find((one) => one !== undefined);
  return page === undefined ? null : addresses.plain(page);
}
