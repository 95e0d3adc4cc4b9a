import { quotationMarks } from "../quotation-marks.ts";

/** What stands beside a comment for whoever decides on it, and what the lists of the desk say. */
export const deciding = {
  /** Which comment a button means. */
  whose: (name: string, number: number | null) => {
    const by = name === "" ? "" : ` von ${name}`;
    return number === null ? `Kommentar${by}` : `[${number}]${by}`;
  },
  nameless: "ohne Namen",
  act: (act: string, whose: string) => `${act}: ${whose}`,
  actFor: (act: string, reason: string, whose: string) => `${act}, ${reason}: ${whose}`,
  to: "zu",
  answers: (number: number, name: string) => `Antwort auf [${number}]${name ? ` ${name}` : ""}:`,
  goneWords: "Der Text ist gelöscht.",
  quote: quotationMarks("de"),
  suspect: (count: number): string => (count === 1 ? "Verdächtiges Wort:" : "Verdächtige Wörter:"),
  reports: (count: number) => (count === 1 ? "1 Meldung" : `${count} Meldungen`),
  times: (count: number) => `${count} ×`,
  moreReports: (count: number) => `und ${count} weitere`,
  soFar: "Bisher:",
  soFarCounts: ({ published, held, removed }: Record<"published" | "held" | "removed", number>) =>
    [
      [published, "veröffentlicht"],
      [held, "angehalten"],
      [removed, "entfernt"],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(" · "),
  firstOne: "Erster Kommentar von dieser Adresse",
  inArticle: "Im Artikel ansehen",
};
