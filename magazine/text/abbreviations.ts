/** A space at which no line breaks. */
export const noBreak = "\u00A0";
const space = "[ \\n]";

/** Longer ones before those they begin with. */
const abbreviations =
  "a.D. a.M. d.h. d.J. e.V. i.A. i.d.F. i.d.R. i.e.S. i.V. i.w.S. m.E. m.W. n.Chr. o.ä. o.Ä. o.g. o.J. s.o. s.u. u.a.m. u.a. u.ä. u.Ä. u.U. u.v.a. u.v.m. v.a. v.Chr. z.B. z.Hd. z.T. z.Zt.";

const abbreviation = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?:${abbreviations.split(" ").map(spellings).join("|")})(?!\p{L})`,
  "gu",
);

/** A pattern for `z.B.`, `z. B.` and, at the beginning of a sentence, `Z. B.` */
function spellings(closed: string): string {
  const [first = "", ...others] = closed.slice(0, -1).split(".");
  const parts = [`[${first}${first.toUpperCase()}]`, ...others];
  return parts.map((part) => `${part}\\.`).join(`${space}?`);
}

/** How all of them begin: one letter, a point, and another letter. */
const likeAbbreviation = /\.(?<=(?<![\p{L}\p{N}.])\p{L}\.)[ \n]?\p{L}/u;

/** `z.B.` and `z. B.` with spaces that no line breaks at; only German spreads them. */
export function spreadAbbreviations(text: string): string {
  if (!likeAbbreviation.test(text)) return text;
  return text.replace(abbreviation, (written) =>
    written.replace(/\.[ \n]?(?=\p{L})/gu, `.${noBreak}`),
  );
}
