import { expect, test } from "vitest";
import { html } from "./reading.ts";

test("a table scrolls in a named region that the keyboard reaches; alignment is a class", () => {
  expect(html(`| "A" | B | C | D |\n|:--|:-:|--:|---|\n| 1 - 2 | 2 | \`x\\|y\` |  |\n`)).toBe(
    `<section class="table" tabindex="0" aria-label="Tabelle 1">
<table>
<thead>
<tr>
<th scope="col" class="left">„A“</th>
<th scope="col" class="center">B</th>
<th scope="col" class="right">C</th>
<th scope="col">D</th>
</tr>
</thead>
<tbody>
<tr>
<td class="left">1 – 2</td>
<td class="center">2</td>
<td class="right"><code>x|y</code></td>
<td></td>
</tr>
</tbody>
</table>
</section>
`,
  );
});

test("a head cell without words heads nothing", () => {
  expect(html("|   | B |\n|:--|---|\n| a | b |")).toContain(
    `<tr>\n<td class="left"></td>\n<th scope="col">B</th>\n</tr>`,
  );
});

test("tables are counted over the whole text, so that each name is there once", () => {
  const table = "| a |\n|---|\n| b |\n\n";
  const source = `${table}${table}<!-- pagebreak -->\n\n${table}Wort[^1]\n\n[^1]: Note\n\n    | a |\n    |---|\n    | b |\n`;
  const names = (page: string) =>
    [...page.matchAll(/aria-label="Tabelle (\d)"/g)].map(([, number]) => Number(number));
  expect(names(html(source))).toEqual([1, 2, 3, 4]);
  expect(names(html(source, { part: 1 }))).toEqual([1, 2]);
  expect(names(html(source, { part: 2 }))).toEqual([3, 4]);
});

test("nothing that a text may hold becomes a style attribute", () => {
  expect(
    html("| a |\n|:-:|\n| b |\n\n3. drei\n4. vier\n\n~~weg~~ **fett**\n\n---\n"),
  ).not.toContain("style");
});
