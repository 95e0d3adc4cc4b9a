import type { Language } from "../model.ts";
import { units } from "./spaces.ts";

/** What is written before a range, `S. 12-15`; of the Bible its books. */
const announcing: Readonly<Record<Language, string>> = {
  de:
    "von vom zwischen ca. circa zirka etwa rund ungefähr knapp jeweils je alle " +
    "S. Seite Seiten Nr. Nrn. Nummern Kapitel Kapiteln Kap. Band Bände Bänden Bd. Bde. Abbildung Abbildungen Abb. Tabelle Tabellen Tab. " +
    "Artikel Artikeln Art. Absatz Absätze Absätzen Abs. Ziffer Ziffern Ziff. Jg. Anm. Anmerkungen Fn. Fußnoten " +
    "Zeile Zeilen Z. Vers Verse Versen V. Strophe Strophen Folge Folgen Teil Teile Teilen Punkt Punkte Punkten Schritt Schritte Schritten " +
    "Platz Plätze Plätzen Rang Ränge Klasse Klassen Stufe Stufen Alter Woche Wochen KW Tag Tage Tagen Monate Monaten " +
    "Rn. Rdnr. Heft Hefte Heften Lektion Lektionen Lied Lieder Szene Szenen Aufgabe Aufgaben Fragen Thesen Sure Suren Psalm Psalmen " +
    "Gen Ex Lev Num Dtn Jos Ri Rut Sam Kön Chr Esr Neh Tob Jdt Est Makk Ijob Hiob Ps Spr Koh Hld Weish Sir Jes Jer Klgl Bar Ez Hes Dan Hos " +
    "Joël Am Obd Jona Mi Nah Hab Zef Hag Sach Mal Mt Mk Lk Joh Apg Röm Kor Gal Eph Phil Kol Thess Tim Tit Phlm Hebr Jak Petr Jud Offb " +
    "Mose Genesis Exodus Jesaja Jeremia Matthäus Markus Lukas Johannes Römer Korinther",
  en:
    "from between about around roughly some ca. c. " +
    "p. pp. page pages no. nos. No. Nos. chapter chapters ch. chs. vol. vols. volume volumes fig. figs. figure figures table tables " +
    "section sections sec. secs. art. arts. article articles line lines ll. verse verses v. vv. part parts point points step steps " +
    "place places grade grades class classes age ages aged week weeks day days episodes questions note notes n. nn. " +
    "Pages Chapter Chapters Figures Tables Sections Lines Verses Parts Steps Ages Weeks Days Episodes Questions Psalm Psalms " +
    "January February March April May June July August September October November December " +
    "Gen Exod Lev Num Deut Josh Judg Ruth Sam Kgs Chr Neh Esth Job Ps Prov Eccl Isa Jer Lam Ezek Dan Hos Joel Mic Zech Mal Matt Mark " +
    "Luke John Acts Rom Cor Gal Eph Phil Col Thess Tim Heb Jas Pet Rev Genesis Exodus Isaiah Matthew Romans Corinthians",
};

/** What years are written behind. */
const yearly =
  "Jahr Jahre Jahren Jahrgang Jahrgänge Jahrgängen Saison Spielzeit Schuljahr Semester Wintersemester Winter Haushalt Amtszeit " +
  "year years Years season Season winter term";

/** What is counted or measured, behind a range: `3-4 Wochen`. */
const measures: Readonly<Record<Language, string>> = {
  de:
    "Euro Cent Franken Dollar Pfund Mark Prozent Prozentpunkte Prozentpunkten Grad Jahr Jahre Jahren Monat Monate Monaten Woche Wochen Tag Tage Tagen Nacht " +
    "Nächte Nächten Stunde Stunden Minute Minuten Sekunde Sekunden Meter Metern Kilometer Kilometern Zentimeter Zentimetern Millimeter Millimetern " +
    "Kilo Kilogramm Gramm Tonnen Liter Litern Watt Kilowatt Volt Millionen Milliarden Tausend tausend Hundert hundert Mal mal x × Personen " +
    "Menschen Leute Leuten Kinder Kindern Frauen Männer Männern Mann Seiten Zeilen Zeichen Wörter Wörtern Punkte Punkten Stück Teile Teilen",
  en:
    "euro euros cent cents dollars pounds francs percent degrees year years month months week weeks day days night nights hour hours " +
    "minute minutes second seconds metres meters kilometres kilometers miles feet inches yards kilos kilograms grams tons tonnes litres " +
    "liters watts volts million billion thousand hundred times x × people persons children women men pages lines words points pieces " +
    "January February March April May June July August September October November December",
};

const small =
  "weitere weiteren andere anderen verschiedene verschiedenen volle vollen ganze ganzen gute guten große großen kleine kleinen neue neuen";

/** Words that are written large at the beginning of a sentence only, and name nothing. */
const openers = new Set(
  (
    "etwa rund circa ca zirka von vom zwischen nach in im für über nur noch mit bei um ab am an seit alle die den der das dem nun und aber auch fast gut " +
    "knapp maximal mindestens höchstens jeweils täglich pro je schon erst wenn es er sie wir ich ihr hier dort dann also dabei davon darunter " +
    "insgesamt ungefähr bis ein eine oder ob so zu zum wie als"
  ).split(" "),
);

function anyOf(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
    .join("|");
}

function perLanguage(make: (language: Language) => RegExp): Readonly<Record<Language, RegExp>> {
  return { de: make("de"), en: make("en") };
}

const gap = String.raw`[ \u00A0\n]`;
/** `S. 3, 5-7 und` before `12-15`. */
const others = String.raw`(?:\d+(?:[–-]\d+)?(?:,| und| sowie| oder| bis| and| or)${gap})*`;

const announced = perLanguage(
  (language) =>
    new RegExp(
      String.raw`(?:(?<![\p{L}\p{N}])(?:${anyOf(`${announcing[language]} ${yearly}`)}):?${gap}|§${gap}?)${others}$`,
      "u",
    ),
);
const years = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyOf(yearly)}):?${gap}$`, "u");
const measured = perLanguage(
  (language) =>
    new RegExp(
      String.raw`^(?:${gap}?[%‰°€$£¥]|${gap}(?:${units.join("|")}|${anyOf(measures[language])})(?![\p{L}\p{N}]))`,
      "u",
    ),
);
const counted = new RegExp(String.raw`^${gap}(?:(?:${anyOf(small)})${gap})?\p{Lu}\p{Ll}`, "u");

/** Whether the words before two numbers say that a range follows. */
export function isAnnounced(before: string, language: Language): boolean {
  return announced[language].test(before);
}

/** Whether the word before is one that years are written behind. */
export function isYearly(before: string): boolean {
  return years.test(before);
}

/** Whether a unit or a measure follows. */
export function isUnit(after: string, language: Language): boolean {
  return measured[language].test(after);
}

/** Whether a noun follows, which only German tells: `2-3 Freunde`. */
export function isCounted(after: string, language: Language): boolean {
  return language === "de" && counted.test(after);
}

/** Whether the word before is a name, whose number may follow: `Boeing 737-800`, `FAR 1.102-3`. */
export function isLabel(before: string): boolean {
  const word = /(?:^|[^\p{L}\p{N}.])(\p{Lu}[\p{L}\p{N}]*)\.?[ \u00A0\n]$/u.exec(before)?.[1];
  return word !== undefined && !openers.has(word.toLowerCase());
}
