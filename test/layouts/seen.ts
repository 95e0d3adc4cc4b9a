/** The words of some HTML, as they are read. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>|<[^>]*>/gsu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** The links of some HTML: their words, and where they lead. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a(?: [^>]*?)? href="([^"]*)"[^>]*>(.*?)<\/a>/gsu)].map(
    ([, to = "", words = ""]) => `${wordsOf(words)} ${to}`,
  );
}

/** What stands in some HTML from a place on, as far as another. */
export function between(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  const end = html.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`there is no ${from} … ${to} in ${html}`);
  return html.slice(start, end);
}
