import { expect, test } from "vitest";
import { html } from "./reading.ts";

test.for([
  ["Leser*innen und Kolleg*innen", "Leser*innen und Kolleg*innen"],
  ["2*3*4, 5*3 und 5 * 3 * 2", "2*3*4, 5*3 und 5 * 3 * 2"],
  ["jede*r Student*in, ein*e gute*r", "jede*r Student*in, ein*e gute*r"],
  ["Ärzt*innen, A\u0308rzt*innen, die*der", "Ärzt*innen, A\u0308rzt*innen, die*der"],
  ["trans* Personen, inter* Personen", "trans* Personen, inter* Personen"],
  ["Freund**innen und Kolleg**innen", "Freund**innen und Kolleg**innen"],
  ["a*b*c*d und x**2 + y**2", "a*b*c*d und x**2 + y**2"],
  ["*alle Leser*innen*", "<em>alle Leser*innen</em>"],
  [
    "**Leser*innen**, *Kolleg*innen* und mehr",
    "<strong>Leser*innen</strong>, <em>Kolleg*innen</em> und mehr",
  ],
  ["***Leser*innen***", "<em><strong>Leser*innen</strong></em>"],
  ["Wort*teil* und *Wort*teil", "Wort*teil* und *Wort*teil"],
] as const)("a star between two letters or digits is a sign: %s", ([source, expected]) => {
  expect(html(source)).toBe(`<p>${expected}</p>\n`);
});

test("a star within a word is a sign at the beginning of an entry and in a heading, too", () => {
  expect(html("* Leser*innen und Kolleg*innen")).toBe(
    "<ul>\n<li>Leser*innen und Kolleg*innen</li>\n</ul>\n",
  );
  expect(html("## Leser*innen und Kolleg*innen")).toBe(
    `<h2 id="leser-innen-und-kolleg-innen">Leser*innen und Kolleg*innen</h2>\n`,
  );
});

test.for([
  ["*Wort*, (*so*), „*so*“", "<em>Wort</em>, (<em>so</em>), „<em>so</em>“"],
  ["Ein-*Mann*-Betrieb und *Wort*: nein", "Ein-<em>Mann</em>-Betrieb und <em>Wort</em>: nein"],
  [
    "**Hinweis:** *Wie?* ***Beides.***",
    "<strong>Hinweis:</strong> <em>Wie?</em> <em><strong>Beides.</strong></em>",
  ],
  ["*eins **zwei** drei*", "<em>eins <strong>zwei</strong> drei</em>"],
  ["un~~sinn~~ig, _so_ und __so__", "un<s>sinn</s>ig, <em>so</em> und <strong>so</strong>"],
  ["\\*so\\* und `a*b*c`", "*so* und <code>a*b*c</code>"],
] as const)("emphasis around words stays: %s", ([source, expected]) => {
  expect(html(source)).toBe(`<p>${expected}</p>\n`);
});
