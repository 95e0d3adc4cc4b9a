/** What the names of checks mean, for moderators. */
export const de = {
  honeypot: "unsichtbares Feld ausgefüllt",
  "blocked-sender": "gesperrte Adresse oder Domain",
  "blocked-words": "gesperrtes Wort",
  "suspect-words": "verdächtiges Wort",
  links: "mehr als zwei Links",
  "too-quick": "schneller abgeschickt, als ein Mensch schreibt",
  "repeated-text": "derselbe Text wie in einem anderen Kommentar",
  flood: "viele Kommentare in kurzer Zeit",
  "first-comment": "erster Kommentar dieser Adresse",
  "all-held": "alle Kommentare werden erst geprüft",
} satisfies Record<string, string>;
