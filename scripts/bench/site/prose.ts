import type { Random } from "../random.ts";

export function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const who = [
  "Die Abteilung",
  "Der neue Kollege",
  "Frau Ahlers",
  "Der Vertrieb",
  "Ein Kunde aus Uelzen",
  "Die Geschäftsführung",
  "Das Rundschreiben",
  "Herr Timm",
  "Der Wettbewerb",
  "Die Kaffeeküche",
] as const;
const does = [
  "fragte nach",
  "zählte",
  "verschob",
  "bewunderte",
  "vergaß",
  "verkaufte",
  "verglich",
  "lobte",
  "sortierte",
  "verteidigte",
] as const;
const what = [
  "die Angebote des letzten Jahres",
  "den Schrank im dritten Stock",
  "eine Liste mit 48 Namen",
  "das Muster auf der Verpackung",
  "die Zahlen vom Donnerstag",
  "den Entwurf für das Plakat",
  "einen Preis, den niemand kannte",
  "die Fußmatten am Eingang",
  "die Bestellung mit *allen* Anhängen",
  "das **eigentliche** Problem",
] as const;
const when = [
  "noch vor dem Frühstück",
  "am 14. März",
  "in den Jahren 2009-2011",
  "zum dritten Mal in dieser Woche",
  "ohne ein Wort zu sagen",
  "bei einem Rabatt von 12 %",
  "z. B. im Zug nach Kassel",
  "bis Dr. Kranz um 17 Uhr ging",
  "gegen jede Erwartung",
  "zwischen zwei Sitzungen",
] as const;
const then = [
  "und niemand widersprach",
  "was als Erfolg galt",
  "obwohl der Flur schon dunkel war",
  "denn so stand es im Protokoll",
  "weil es immer so gewesen war",
  "wie sich später zeigte",
] as const;

/** A sentence of twelve to twenty words, with what German texts have in them: quotations, dashes, numbers, abbreviations. */
export function sentence(random: Random): string {
  const said = `${pick(random, does)} ${pick(random, what)} ${pick(random, when)}`;
  const start = pick(random, who);
  const kind = random();
  if (kind < 0.15) return `"${start} ${said}", hieß es, ${pick(random, then)}.`;
  if (kind < 0.3) return `${start} ${said} - ${pick(random, then)}.`;
  return `${start} ${said}, ${pick(random, then)}.`;
}

export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

const nouns = ["Angebot", "Büro", "Flur", "Kunde", "Marke", "Preis", "Protokoll", "Tür"] as const;
const endings = ["am Abend", "im Regal", "ohne Deckel", "mit Folgen", "zu zweit"] as const;

/** Few words, as titles and headings have them. */
export function heading(random: Random): string {
  return `${pick(random, nouns)} und ${pick(random, nouns)} ${pick(random, endings)}`;
}
