/**
 * Ids that a page has of its own, so that no heading may take them; `*` stands for numbers: `kommentar-3`, `fnref-1-2`.
 * Whoever gives a page a new id enters it here.
 */
export const reservedIds: readonly string[] = [
  "text",
  "kommentare",
  "kommentare-titel",
  "kommentar-*",
  "kommentar-abgeben",
  "comment-name",
  "comment-name-note",
  "comment-email",
  "comment-email-note",
  "comment-text",
  "comment-text-note",
  "kolumnisten",
  "autoren",
  "korrekturen",
  "services",
  "fn-*",
  "fnref-*",
];

const names = new Set(reservedIds.filter((id) => !id.endsWith("*")));
const prefixes = reservedIds.filter((id) => id.endsWith("*")).map((id) => id.slice(0, -1));

/** Whether an id is one of `reservedIds`. */
export function isReservedId(id: string): boolean {
  return (
    names.has(id) ||
    prefixes.some((prefix) => id.startsWith(prefix) && /^[\d-]+$/.test(id.slice(prefix.length)))
  );
}
