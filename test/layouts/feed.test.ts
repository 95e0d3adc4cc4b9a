import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { article, magazineWith } from "../magazine/read/broken.ts";

const body = `Ein [Artikel](/marken/drei-fragen/), einer [von früher](/2012/10/zwei-abteilungen.html), der
[Abschnitt](#die-pflanze), [ein Buch](https://buch.example/?a=b&c=d) und [wir](mailto:a@b.example).[^1]

## Die Pflanze

![Ein Grundriss](grundriss.svg)

<!-- pagebreak -->

Zurück zur [Pflanze](#die-pflanze).[^1]

[^1]: Eine Note mit einem [Verweis](/marken/).
`;

test("every address in a feed's texts is absolute", async () => {
  const magazine = magazineWith({
    "articles/2012/probe.md": article({}, body),
  });
  const feed = pagesOf(magazine).find(({ layout }) => layout === "feed");
  const { assets } = await buildAssets("de");
  const entries = (feed === undefined ? "" : printPage(feed, assets)).split("<entry>");
  const entry = entries.find((one) => one.includes("<title>Probe</title>")) ?? "";
  const addresses = [...entry.matchAll(/(?:href|src)=&quot;(.*?)&quot;/g)].map(([, to]) => to);
  const site = "https://pruefblatt.example";
  const page = `${site}/marken/probe/alles/`;
  expect(addresses).toEqual([
    `${site}/marken/drei-fragen/`,
    `${site}/alltag/zwei-abteilungen/`,
    `${page}#die-pflanze`,
    "https://buch.example/?a=b&amp;amp;c=d",
    "mailto:a@b.example",
    `${page}#fn-1`,
    expect.stringMatching(/^https:\/\/pruefblatt\.example\/bilder\/grundriss\.[0-9a-f]{8}\.svg$/),
    `${page}#die-pflanze`,
    `${page}#fn-1`,
    `${site}/marken/`,
    `${page}#fnref-1`,
    `${page}#fnref-1-2`,
  ]);
  expect(entries.join("")).not.toMatch(/(?:href|src)=(?:&quot;|")[/#]/);
});
