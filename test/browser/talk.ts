/** Thirteen comments as a thread has them, with long names and words: who, what, and which one it answers. */
export const talk: readonly (readonly [string, string, number?])[] = [
  ["Petra Lang", "Vierundzwanzig Schritte sind wenigstens Bewegung."],
  [
    "Jens Eilers",
    "Also ganz ehrlich: Bei uns hat man den Flur abgeschafft und dafür einen Kanal eingerichtet.\n\n> Zwölf Schritte\n\nSeitdem redet niemand mehr, außer dem Kanal. https://magazin.example/flur",
  ],
  ["Wiebke Tornsand", "Genau das meine ich. Schöner hätte ich es nicht sagen können.", 2],
  ["Otto Kern", "Das war bei uns 2009, und es ist nicht besser geworden.", 2],
  ["Karla", "Bei uns auch.", 2],
  ["Hans-Joachim Freiherr von und zu Langenfeld-Hohenstein", "Wir haben noch einen Flur.", 2],
  [
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Abteilungsübergreifendes Verständigungsproblem.",
    2,
  ],
  ["Ida", "Und wer bezahlt die Stühle?", 6],
  ["Paul", "Der Vertrieb natürlich."],
  ["Rolf", "Das hier ist grob.", 9],
  ["Mia", "Ich habe gelacht, und dann habe ich nachgezählt: Es sind bei uns einunddreißig.", 9],
  ["Renate", "Mein Kollege hat diesen Text ausgedruckt und an die Tür gehängt. Von innen."],
  ["Gustav", "Sie sind ein Wicht."],
];
