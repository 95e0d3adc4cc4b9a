import * as fc from "fast-check";
import { expect, test } from "vitest";
import { spreadAbbreviations } from "../../../magazine/text/abbreviations.ts";
import { dashes } from "../../../magazine/text/dashes.ts";
import { ranges } from "../../../magazine/text/ranges.ts";
import { noBreakSpaces, rules } from "../../../magazine/text/spaces.ts";
import { parseText, renderText, typeset } from "../../../magazine/text/text.ts";

/** A no-break space that one can see. */
function shown(text: string): string {
  return text.replaceAll("\u00A0", "⍽");
}

test.for([
  // Quotes
  [`"Guten Tag", sagte er.`, `„Guten Tag“, sagte er.`],
  [`"Er sagte 'nein' und ging."`, `„Er sagte ‚nein‘ und ging.“`],
  [`("in Klammern")`, `(„in Klammern“)`],
  [`Das "Büro"-Projekt`, `Das „Büro“-Projekt`],
  [`"Und?", fragte ich. "Wie denn?"`, `„Und?“, fragte ich. „Wie denn?“`],
  [`„Schon gesetzt“ und ‚so‘`, `„Schon gesetzt“ und ‚so‘`],
  [`Er rief 'raus' und ging.`, `Er rief ‚raus‘ und ging.`],
  // Apostrophes
  [`Geht's? Gibt's!`, `Geht’s? Gibt’s!`],
  [`So ist 's eben, und 'n Kaffee dazu.`, `So ist ’s eben, und ’n Kaffee dazu.`],
  [`'s ist schön, 'ne Pause`, `’s ist schön, ’ne Pause`],
  [`Hans' Auto`, `Hans’ Auto`],
  [`Rock 'n' Roll`, `Rock ’n’ Roll`],
  [`die '68er, Herbst '89`, `die ’68er, Herbst ’89`],
  [`Er sagte: "So ist 's eben." Und 'dies' auch.`, `Er sagte: „So ist ’s eben.“ Und ‚dies‘ auch.`],
  [`Wie geht´s?`, `Wie geht’s?`],
  [`'Türlich nicht`, `’Türlich nicht`],
  // Abbreviations
  [`z. B. hier`, `z.⍽B. hier`],
  [`z.B. hier, d.h. dort`, `z.⍽B. hier, d.⍽h. dort`],
  [`Z. B. hier`, `Z.⍽B. hier`],
  [`Text, u. a. oder o. Ä. und u. Ä.`, `Text, u.⍽a. oder o.⍽Ä. und u.⍽Ä.`],
  [`i. d. R. und i.d.R.`, `i.⍽d.⍽R. und i.⍽d.⍽R.`],
  [`u.v.m. und e.V. u.a.`, `u.⍽v.⍽m. und e.⍽V. u.⍽a.`],
  [`44 v. Chr. und n.Chr.`, `44 v.⍽Chr. und n.⍽Chr.`],
  [`J. R. R. Tolkien`, `J.⍽R.⍽R. Tolkien`],
  [`usw. und bzw. bleiben`, `usw. und bzw. bleiben`],
  [`die Datei z.B.pdf`, `die Datei z.B.pdf`],
  // Numbers and what belongs to them
  [`5 % von 10 € sind 50 ct`, `5⍽% von 10⍽€ sind 50 ct`],
  [`5% und 5%ig bleiben`, `5% und 5%ig bleiben`],
  [`5 Mio. € und 3 km/h um 7.40 Uhr`, `5⍽Mio.⍽€ und 3⍽km/h um 7.40⍽Uhr`],
  [`3 Männer, 4 tolle Hunde`, `3 Männer, 4 tolle Hunde`],
  [`§ 5 DDG, § 18 Abs. 2 MStV`, `§⍽5 DDG, §⍽18 Abs.⍽2 MStV`],
  [`auf Seite 8, in Kapitel 3`, `auf Seite⍽8, in Kapitel⍽3`],
  [`S. 12, Nr. 3, Bd. 4, Kap. 5`, `S.⍽12, Nr.⍽3, Bd.⍽4, Kap.⍽5`],
  [`am 19. Oktober 2012, im 19. Jahrhundert`, `am 19.⍽Oktober 2012, im 19.⍽Jahrhundert`],
  [`im Jahr 2012. Oktober war es`, `im Jahr 2012. Oktober war es`],
  [`Dr. Müller, Prof. Dr. Ende, Dipl.-Ing. Ohm`, `Dr.⍽Müller, Prof.⍽Dr.⍽Ende, Dipl.-Ing.⍽Ohm`],
  // Ranges
  [`2010-2012, 5-10 %, S. 12-15`, `2010–2012, 5–10⍽%, S.⍽12–15`],
  [`1914-18`, `1914–18`],
  [`1.-3. Oktober`, `1.–3.⍽Oktober`],
  [`10.000-12.000 Euro, 1,5-2,5 km`, `10.000–12.000 Euro, 1,5–2,5⍽km`],
  [`2012-10-19 und 2012-10`, `2012-10-19 und 2012-10`],
  [`040-123456, Tel. 123-456, Tel.: 123-456`, `040-123456, Tel. 123-456, Tel.: 123-456`],
  [`(040) 123-456, +49 40 123-456, 040/123-456`, `(040) 123-456, +49 40 123-456, 040/123-456`],
  [`ISBN 978-3-16-148410-0, ISSN 1234-5678`, `ISBN 978-3-16-148410-0, ISSN 1234-5678`],
  [`A4-5, 3-1, B-52, 10-jährig, 24-7`, `A4-5, 3-1, B-52, 10-jährig, 24-7`],
  [`Mt 5,3-12; Mt 19,4-6`, `Mt 5,3–12; Mt 19,4–6`],
  [
    `Röm 8,31-39.41-43; 9,1-5; Joh 3,16-4,2; Mt 5-7`,
    `Röm 8,31–39.41–43; 9,1–5; Joh 3,16–4,2; Mt 5–7`,
  ],
  [`Endstand 1-0, 0-3 und 0-0`, `Endstand 1–0, 0–3 und 0–0`],
  [`9-11 Uhr, 22-6 Uhr, 9.30-11 Uhr, 9:30-11:00`, `9–11⍽Uhr, 22–6⍽Uhr, 9.30–11⍽Uhr, 9:30–11:00`],
  [`dauert 3-4 Wochen, mit 2-3 guten Freunden`, `dauert 3–4 Wochen, mit 2–3 guten Freunden`],
  [`S. 12-15, 20-25 und 30-32, §§ 5-7, Art. 1-20`, `S.⍽12–15, 20–25 und 30–32, §§⍽5–7, Art.⍽1–20`],
  [`500-400 v. Chr., 19.10.2012-3.11.2012`, `500–400 v.⍽Chr., 19.10.2012–3.11.2012`],
  [
    `Saison 2018-19, in den Jahren 2013-14, (1939-45)`,
    `Saison 2018–19, in den Jahren 2013–14, (1939–45)`,
  ],
  // What may be anything else
  [
    `Boeing 737-800, die 737-800 Maschine, MiG 21-93`,
    `Boeing 737-800, die 737-800 Maschine, MiG 21-93`,
  ],
  [`10-2012, am 9-11, FAR 1.102-3, 555-1234`, `10-2012, am 9-11, FAR 1.102-3, 555-1234`],
  [
    `Pressemitteilung 2018-51, Drucksache Nr. 2018-19`,
    `Pressemitteilung 2018-51, Drucksache Nr.⍽2018-19`,
  ],
  [
    `ISO 9000-9001, Az. 12-345, 5-4-3, 0-8-15, 08-15`,
    `ISO 9000-9001, Az. 12-345, 5-4-3, 0-8-15, 08-15`,
  ],
  [
    `Tel. 040 - 123 45 - 67, 040 - 123 45 - 67 - nein`,
    `Tel. 040 - 123 45 - 67, 040 - 123 45 - 67 – nein`,
  ],
  [
    `Fax: 12 34 - 56, Telefon 2010-2012, +49 40 - 12`,
    `Fax: 12 34 - 56, Telefon 2010-2012, +49 40 - 12`,
  ],
  [`0 30 / 123 45 - 67, (0 40) 12 - 34 56, 1-2 x`, `0 30 / 123 45 - 67, (0 40) 12 - 34 56, 1–2 x`],
  // Dashes and dots
  [`ging -- wie sonst --, oder`, `ging – wie sonst –, oder`],
  [`"Ich --", sagte er. "Ich --" (Ich --) Ich --`, `„Ich –“, sagte er. „Ich –“ (Ich –) Ich –`],
  [`Ich --. Ich --; Ich --: Ich --! Ich --? Ich ---,`, `Ich –. Ich –; Ich –: Ich –! Ich –? Ich —,`],
  [
    `Er kam - wie immer -, setzte sich - so -. Und -`,
    `Er kam – wie immer –, setzte sich – so –. Und –`,
  ],
  [`("Er kam - 2012 -") "Ich -", sagte er`, `(„Er kam – 2012 –“) „Ich –“, sagte er`],
  [`"-- Ja", (-- nein --)`, `„– Ja“, (– nein –)`],
  [
    `die Zeichen +, -, * und -. Plus und -, .5 -.5`,
    `die Zeichen +, -, * und -. Plus und -, .5 -.5`,
  ],
  [`(--help) "--help" git --amend, :-) ;-) 5,-`, `(--help) „--help“ git --amend, :-) ;-) 5,-`],
  [`Wort - Wort -- Wort – Wort`, `Wort – Wort – Wort – Wort`],
  [`Vor- und Nachteile, Ein-Mann-Betrieb`, `Vor- und Nachteile, Ein-Mann-Betrieb`],
  [`Wort--Wort, --dry-run, -----`, `Wort–Wort, --dry-run, -----`],
  [`Warte... [...] .... ..`, `Warte… […] .... ..`],
  // The machine does not know better
  [`Punkt (c), (r), (tm), +-, ????`, `Punkt (c), (r), (tm), +-, ????`],
  // Addresses
  [`www.a.de/2010-2012, "www.b.de".`, `www.a.de/2010-2012, „www.b.de“.`],
  [`https://a.de/x--y...z und o'neill@a.de`, `https://a.de/x--y...z und o'neill@a.de`],
  [`5 @ 3 - @Name`, `5 @ 3 – @Name`],
  ["", ""],
] as const)("in German, %s becomes %s", ([plain, expected]) => {
  expect(shown(typeset(plain, "de"))).toBe(expected);
});

test.for([
  [`"She said 'no'," he said.`, `“She said ‘no’,” he said.`],
  [`'Tis the '90s, rock 'n' roll, get 'em`, `’Tis the ’90s, rock ’n’ roll, get ’em`],
  [`word---word, word -- word - word`, `word—word, word – word - word`],
  [`October 19, 2012 or 19 October`, `October⍽19, 2012 or 19⍽October`],
  [`Mr Smith, Dr. Jones, p. 12, pp. 12-15, no. 3`, `Mr⍽Smith, Dr.⍽Jones, p.⍽12, pp.⍽12–15, no.⍽3`],
  [`e.g. z.B.`, `e.g. z.B.`],
  [`1,500-2,000 km`, `1,500–2,000⍽km`],
  [`Boeing 737-800, 9-11 attacks, FAR 1.102-3`, `Boeing 737-800, 9-11 attacks, FAR 1.102-3`],
  [`3-4 weeks, October 5-7, won 1-0`, `3–4 weeks, October⍽5–7, won 1–0`],
  [`Matthew 5:3-12; 19:4-6`, `Matthew 5:3–12; 19:4–6`],
  [`"I --" she said. "But --," he said --`, `“I –” she said. “But –,” he said –`],
  [`he came - as ever -, and sat`, `he came - as ever -, and sat`],
] as const)("in English, %s becomes %s", ([plain, expected]) => {
  expect(shown(typeset(plain, "en"))).toBe(expected);
});

function html(source: string): string {
  return shown(renderText(parseText(source, "de"), { part: "all" }));
}

test("a text has the same typography as a title", () => {
  expect(html(`"Ja", z. B. 2010-2012 - 's ist *"gut"* ...`)).toBe(
    "<p>„Ja“, z.⍽B. 2010–2012 – ’s ist <em>„gut“</em> …</p>\n",
  );
});

test("the end of a line in the source counts as a space", () => {
  expect(html(`am 19.\nOktober, z.\nB. 5\n%, Wort -\nWort, "so\nund so"`)).toBe(
    "<p>am 19.⍽Oktober, z.⍽B. 5⍽%, Wort –\nWort, „so\nund so“</p>\n",
  );
});

test("quotes reach over emphasis and links", () => {
  expect(html(`"*Ja*", "[nein](/x)", *"halb*"`)).toBe(
    `<p>„<em>Ja</em>“, „<a href="/x">nein</a>“, <em>&quot;halb</em>&quot;</p>\n`,
  );
});

test("code stays as it is", () => {
  const source =
    '`"a" -- z. B. 2010-2012...`\n\n```js\nlet a = \'b\' - 5 %;\n```\n\n    "x" ... 1-2\n';
  expect(html(source)).toBe(
    `<p><code>&quot;a&quot; -- z. B. 2010-2012...</code></p>\n` +
      `<pre><code class="language-js">let a = 'b' - 5 %;\n</code></pre>\n` +
      `<pre><code>&quot;x&quot; ... 1-2\n</code></pre>\n`,
  );
});

test("addresses stay as they are, in links and in words", () => {
  expect(
    html(`<https://a.de/1-2--3...> [x](/a--b...c-1-2 "Ein 'x' - 5 %") https://b.de/1-2.`),
  ).toBe(
    `<p><a href="https://a.de/1-2--3...">https://a.de/1-2--3...</a> ` +
      `<a href="/a--b...c-1-2" title="Ein ‚x‘ – 5⍽%">x</a> <a href="https://b.de/1-2">https://b.de/1-2</a>.</p>\n`,
  );
});

test("what is escaped with a backslash stays as it is", () => {
  expect(html(`2010\\-2012, \\"so\\", Wort \\- Wort, 5\\'`)).toBe(
    `<p>2010-2012, &quot;so&quot;, Wort - Wort, 5'</p>\n`,
  );
});

test("dashes look over emphasis, links and code", () => {
  expect(
    html("*Er* -- wie *immer* --, *so* - und *hier* -, [da](/x)-- der Schalter --`x` -`y`"),
  ).toBe(
    `<p><em>Er</em> – wie <em>immer</em> –, <em>so</em> – und <em>hier</em> –, <a href="/x">da</a>-- ` +
      `der Schalter --<code>x</code> -<code>y</code></p>\n`,
  );
  expect(html("Wort --\nWort -\nWort --")).toBe("<p>Wort –\nWort –\nWort –</p>\n");
});

test("in a title, too, a backslash keeps a sign as it is, and is not printed", () => {
  expect(typeset(`2010\\-2012, \\"so\\", Wort \\- Wort \\-- 5\\'`, "de")).toBe(
    `2010-2012, "so", Wort - Wort -- 5'`,
  );
  expect(typeset(`C:\\Daten, \\\\, a \\ b`, "de")).toBe(`C:\\Daten, \\, a \\ b`);
});

test("a backslash keeps a sign in a picture's description and in the title of a part", () => {
  const text = parseText(
    `![2010\\-2012 "a" \\\\ b](a.jpg)\n\n<!-- pagebreak: 2010\\-2012 -->\n\nZwei`,
    "de",
  );
  expect(renderText(text, { part: 1 })).toContain('alt="2010-2012 „a“ \\ b"');
  expect(text.parts[1]?.title).toBe("2010-2012");
});

test("typeset knows no Markdown and no HTML", () => {
  expect(typeset(`*a* <b> &amp; \\ [c](d) - "e"`, "de")).toBe(`*a* <b> &amp; \\ [c](d) – „e“`);
});

/** What the rules of dashes and ranges are about, and what is nearly that. */
const hyphens =
  "-| - |--| -- |---|----|a--b|+49 |9:30-11:00|9:30-11 Uhr|Mt 5,3-12|; 19,4-6|Joh 3,16-4,2|2009-2011|S. 5-7|1-2|12.5|,|:|\n| |Wort|(".split(
    "|",
  );

test("a quick look passes by nothing that the rules of dashes and ranges would change", () => {
  const text = fc.array(fc.constantFrom(...hyphens), { maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, (written) => {
      // What is put behind it makes them look closely.
      expect(dashes(`${written}\t----`, "en")).toBe(`${dashes(written, "en")}\t----`);
      expect(ranges(`${written}\tx1:1`, "de")).toBe(`${ranges(written, "de")}\tx1:1`);
    }),
    { seed: 20_261_201, numRuns: 2000 },
  );
});

/** What the rules of gaps are about, and what is nearly that. */
const pieces =
  "z. B.|d.h.|u. a. m.|Dr. Müller|Prof. X|Ing. Y|St. Z|Hr. A|Fr. B|J. R. R. T|5 Mio. €|Mrd. EUR|Tsd. $|§ 5|19. Oktober|S. 12|Seite 7 %|Mr Wu|Mrs. Li|p. 5 kg|May 5|5 May|Übung. So|hat. Zu|1|§|.|\n| |. ".split(
    "|",
  );

test("a look at spaces beside a sign finds every gap that the rules would find one after the other", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, fc.constantFrom("de", "en"), (written, language) => {
      let plain = language === "de" ? spreadAbbreviations(written) : written;
      for (const [before, after] of rules[language])
        plain = plain.replace(new RegExp(`(${before})[ \\n](?=${after})`, "gu"), "$1\u00A0");
      expect(shown(noBreakSpaces(written, language))).toBe(shown(plain));
    }),
    { seed: 20_261_201, numRuns: 2000 },
  );
});
