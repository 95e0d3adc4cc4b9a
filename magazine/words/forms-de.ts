import type { Form } from "./forms.ts";

export const de: readonly Form[] = [
  {
    title: "Absatz",
    markdown: `Ein Absatz endet, wo eine leere Zeile steht. Er kann etwas *betonen* oder **hervorheben**,
"Anführungen" setzen, auf [eine andere Seite](https://www.example.org/) verweisen und \`Code\` zeigen -- so,
wie man es tippt.`,
  },
  {
    title: "Zwischentitel",
    markdown: `## Was ein Flur kostet

Zwölf Schritte liegen zwischen den Türen.

### Nachgerechnet

Hin und zurück sind es vierundzwanzig.`,
  },
  {
    title: "Listen",
    markdown: `- ein Stuhl
- ein Tisch
- eine Pflanze

1. Aufstehen
2. Hinübergehen`,
  },
  {
    title: "Zitat",
    markdown: `> Wie ich Ihnen bereits schrieb, verweise ich auf mein Schreiben.`,
  },
  {
    title: "Herausgehobener Satz",
    markdown: `> [!QUOTE] Henrike Vollmer
> Ein Argument, das nie im Regen stand, ist ein Entwurf.`,
  },
  {
    title: "Kasten",
    markdown: `> [!INFO] Was die Zwei bedeutet
> Die Windwiderstandsklasse sagt, welchen Wind eine ausgefahrene Markise aushält:
>
> - Klasse 1: mäßige Brise, bis 28 km/h
> - Klasse 2: frische Brise, bis 38 km/h`,
  },
  {
    title: "Interview",
    markdown: `**Herr Dorn, woran erkennt man ein gutes Regal?**

Daran, dass niemand danach fragt.

**Und ein schlechtes?**

An der Wand dahinter.`,
  },
  {
    title: "Tabelle",
    markdown: `| Strecke         | Schritte | Minuten |
| --------------- | -------: | ------: |
| zum Drucker     |       31 |       1 |
| zum Marketing   |       24 |     1,5 |
| zur Kaffeeküche |       12 |       9 |`,
  },
  {
    title: "Bild",
    markdown: `![Was auf dem Bild zu sehen ist](bild.jpg "Was man dazu wissen sollte. | Foto: Anna Kern")`,
    picture: "bild.jpg",
  },
  {
    title: "Fußnote",
    markdown: `Gezählt wurde an einem Dienstag.[^schritte]

[^schritte]: Von Schwelle zu Schwelle, in Straßenschuhen.`,
  },
  {
    title: "Video oder Beitrag",
    markdown: `[Ein Rundgang durch das Bürodorf](https://www.youtube.com/watch?v=buerodorf)

[Mara Öhring über Besprechungskekse](https://norden.example/@mara/112233445566778899)`,
  },
];
