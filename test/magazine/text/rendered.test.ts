import { expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";

test("what a text is rendered to is plain data, which can be kept and read again", () => {
  const source =
    "Ein [Wort](/a/), *zwei*.[^1]\n\n![Bild](b.jpg)\n\n## Teil\n\n<!-- pagebreak: Zwei -->\n\n[hin](#teil)[^1]\n\n| a |\n|---|\n| b |\n\n[^1]: Note.";
  const text = parseText(source, "de");
  const kept = JSON.parse(JSON.stringify(text)) as typeof text;
  expect(kept).toEqual(text);
  for (const part of [1, 2, "all"] as const)
    expect(renderText(kept, { part })).toBe(renderText(text, { part }));
});

test("no text can write a gap of its own", () => {
  const gap = '\0["lead","alone"]\0';
  const forged = [
    `Vor ${gap} nach.`,
    `&#0;["lead","alone"]&#0;`,
    `[a](/b/${gap})`,
    `[a](#${gap})`,
    `![${gap}](b.jpg "${gap}")`,
    `## ${gap}`,
    `    ${gap}`,
    `a[^${gap}]\n\n[^${gap}]: b`,
    `<b title="${gap}">`,
    `<!-- pagebreak: ${gap} -->\n\nx`,
    `> [!INFO] ${gap}\n> b`,
  ];
  for (const source of forged) {
    const html = renderText(parseText(`Wort.\n\n${source}`, "de"), {
      part: "all",
      lead: "LEAD",
      inset: "INSET",
    });
    expect([source, html.match(/LEAD/g)?.length]).toEqual([source, 1]);
    expect(html).not.toContain("\0");
  }
});

test("the inset of a part stands in that part, and the one of the full view in the first that is long enough", () => {
  const source = "Eins.\n\n<!-- pagebreak -->\n\nZwei.\n\nDrei.\n\nVier.";
  const text = parseText(source, "de");
  const shown = (part: 1 | 2 | "all") => renderText(text, { part, inset: "<hr>\n" });
  expect(shown(1)).toBe("<p>Eins.</p>\n<hr>\n");
  expect(shown(2)).toBe("<p>Zwei.</p>\n<p>Drei.</p>\n<hr>\n<p>Vier.</p>\n");
  expect(shown("all")).toBe("<p>Eins.</p>\n<p>Zwei.</p>\n<hr>\n<p>Drei.</p>\n<p>Vier.</p>\n");
});

test("a part that is not there is a mistake of the caller", () => {
  const text = parseText("a\n\n<!-- pagebreak -->\n\nb", "de");
  for (const part of [0, 3, -1]) expect(() => renderText(text, { part })).toThrow(RangeError);
});
