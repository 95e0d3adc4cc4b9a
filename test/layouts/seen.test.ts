import { beforeAll, expect, test } from "vitest";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";
import { between, linksOf, wordsOf } from "./seen.ts";

let site: Site;
beforeAll(async () => {
  site = await printSite(sample);
});

const pageAt = (path: string) => site.printed.get(path) ?? "";
const mainOf = (path: string) => between(pageAt(path), "<main", "</main>");

test("where an article ends stand what was corrected, how to cite it, its pages, and what else there is", () => {
  const main = mainOf("/vertrieb/achtzig-prozent/2/");
  expect(wordsOf(between(main, '<p class="note', '<nav class="share'))).toBe(
    "Aktualisiert am 03.11.2026 Korrekturen 3. November 2026: In der ersten Fassung war von 221 Angeboten die Rede. Es waren 212. " +
      "Ein Leser aus Uelzen hat die Tabelle addiert, die Autorin beim ersten Mal offenbar nicht. " +
      "Leyla Erkan · Zu achtzig Prozent sicher · Die Spalte, 14.09.2026 · Seite 2 von 2 " +
      "Der ganze Artikel: https://die-spalte.example/vertrieb/achtzig-prozent/alles/ " +
      "← Zurück zu Seite 1 von 2 Seite 1Seite 2 Alles zeigen",
  );
  expect(linksOf(between(main, '<p class="tags', '<section class="comments'))).toEqual([
    "Zahlen /themen/zahlen/",
    "Außendienst /themen/aussendienst/",
    "Leyla Erkan /autoren/leyla-erkan/",
    "Alle Kolumnen von Leyla Erkan /autoren/leyla-erkan/",
    "Fußnoten https://leyla-erkan.example",
    "Fehler der Woche https://leyla-erkan.example/fehler",
    "← Davor in VertriebBestimmungsbuch für Besprechungskekse /vertrieb/kekse/",
    "Danach in Vertrieb →Warum zwei Abteilungen ein Büro brauchen /vertrieb/zwei-abteilungen-ein-buero/",
    "Vertrieb /vertrieb/",
    "Elf Türen /vertrieb/elf-tueren/",
    "Henrike Vollmer /autoren/henrike-vollmer/",
    "Marken /marken/",
    "Der Vierzehnte /marken/der-vierzehnte/",
    "Leyla Erkan /autoren/leyla-erkan/",
    "Alltag /alltag/",
    "Besucher Nummer siebzehn /alltag/besucher-nummer-siebzehn/",
    "Clemens von Lützow /autoren/clemens-von-luetzow/",
  ]);
  expect(wordsOf(between(main, '<p class="tags', '<section class="writer'))).toBe(
    "Themen: Zahlen Außendienst",
  );
  expect(wordsOf(between(main, '<section class="more', "<ul>"))).toBe("Das könnte dazu passen");
});

test("the whole article is cited by its address alone, and one on a single page has no pages to turn", () => {
  expect(
    wordsOf(between(mainOf("/vertrieb/achtzig-prozent/alles/"), '<p class="printed', "</p>")),
  ).toBe(
    "Leyla Erkan · Zu achtzig Prozent sicher · Die Spalte, 14.09.2026 https://die-spalte.example/vertrieb/achtzig-prozent/alles/",
  );
  const single = mainOf("/vertrieb/elf-tueren/");
  expect(wordsOf(between(single, '<p class="printed', "</p>"))).toMatch(
    /^Henrike Vollmer · Elf Türen · Die Spalte, [\d.]+ https:\/\/die-spalte\.example\/vertrieb\/elf-tueren\/$/u,
  );
  expect(single).not.toContain('class="turn');
  // The newest and the oldest of a column have a neighbour at one side.
  expect(
    linksOf(between(single, '<nav class="near', "</nav>")).map((one) => one.slice(0, 6)),
  ).toEqual(["Danach"]);
});

test("the conversation is told what it is about", () => {
  const [element = ""] = /<comment-thread[^>]*>/u.exec(pageAt("/vertrieb/achtzig-prozent/")) ?? [];
  expect(element).toBe(
    '<comment-thread lang="de-DE" service="https://kommentare.die-spalte.example" thread="achtzig-prozent" ' +
      'time-zone="Europe/Berlin" year="2026" rules="/kommentarregeln/" privacy="/datenschutz/">',
  );
  expect(
    wordsOf(between(mainOf("/vertrieb/elf-tueren/"), '<section class="comments', "</section>")),
  ).toMatch(/^Kommentare Die Kommentare lädt ein kleines Skript\./u);
});

test("an article of a series says so above and below its text", () => {
  const main = mainOf("/alltag/besucher-nummer-siebzehn/");
  expect(wordsOf(between(main, '<p class="kick', "</p>"))).toBe(
    "Alltag · Serie: Nach dem Abschied, Teil 2 von 2",
  );
  const nav = between(main, '<nav class="series', "</nav>");
  expect(wordsOf(nav)).toBe(
    "Serie: Nach dem Abschied Teil 2 von 2 An meinen Nachfolger, die Schlüssel betreffendBesucher Nummer siebzehn",
  );
  expect(linksOf(nav)).toEqual([
    "Serie: Nach dem Abschied /serien/nach-dem-abschied/",
    "An meinen Nachfolger, die Schlüssel betreffend /alltag/die-schluessel-betreffend/",
  ]);
  expect(nav).toContain('<li aria-current="page" dir="auto">Besucher');
  expect(wordsOf(between(mainOf("/vertrieb/elf-tueren/"), '<p class="kick', "</p>"))).toBe(
    "Vertrieb",
  );
  expect(mainOf("/vertrieb/elf-tueren/")).not.toContain('class="series');
});

test("an author's page says who it is and what they wrote", () => {
  const main = mainOf("/autoren/leyla-erkan/");
  expect(wordsOf(main)).toMatch(
    /^Leyla Erkan Die Zahlenflüsterin · Marktforscherin Statistikerin\. .* Fußnoten Fehler der Woche Artikel von Leyla Erkan Vertrieb Zu achtzig Prozent sicher .* Marken Der Vierzehnte /u,
  );
  expect(main).toMatch(/<img class="face"[^>]* width="96" height="96"/u);
  expect(linksOf(main).slice(0, 3)).toEqual([
    "Fußnoten https://leyla-erkan.example",
    "Fehler der Woche https://leyla-erkan.example/fehler",
    "Vertrieb /vertrieb/",
  ]);
  expect(main).toContain('<h3 dir="auto"><a href="/vertrieb/achtzig-prozent/">');
});

test("a column says what it is about; a topic and a month what they stand under", () => {
  expect(wordsOf(mainOf("/marken/"))).toMatch(/^Marken Was Namen und Versprechen aushalten, /u);
  expect(wordsOf(mainOf("/themen/zahlen/"))).toMatch(/^Themen Zahlen Vertrieb Zu achtzig /u);
  expect(linksOf(mainOf("/themen/zahlen/")).slice(0, 3)).toEqual([
    "Themen /themen/",
    "Vertrieb /vertrieb/",
    "Zu achtzig Prozent sicher /vertrieb/achtzig-prozent/",
  ]);
});

test("topics, series and months stand with the number of their articles", () => {
  expect(wordsOf(mainOf("/themen/"))).toMatch(
    /^Themen Abschied 2Außendienst 3Besprechungen 1Büro 5/u,
  );
  expect(linksOf(mainOf("/themen/")).slice(0, 2)).toEqual([
    "Abschied /themen/abschied/",
    "Außendienst /themen/aussendienst/",
  ]);
  expect(wordsOf(mainOf("/serien/"))).toBe("Serien Nach dem Abschied 2");
  expect(wordsOf(mainOf("/archiv/"))).toBe(
    "Archiv 2026 November 1Oktober 1September 1Mai 1Januar 1 2025 Oktober 1Juli 1März 1 2024 November 1Juni 1Februar 1 2012 Oktober 1",
  );
  expect(linksOf(mainOf("/archiv/"))[0]).toBe("November /archiv/2026/11/");
});

test("who comes to an address that is not there, or searches without script, is shown the ways on", () => {
  const main = mainOf("/404.html");
  const ways = between(main, '<p class="ways', "</p>");
  const finding = ["Themen /themen/", "Serien /serien/", "Archiv /archiv/"];
  expect(linksOf(ways)).toEqual([
    "Zur Startseite /",
    "Alltag /alltag/",
    "Marken /marken/",
    "Vertrieb /vertrieb/",
    "Autoren /autoren/",
    ...finding,
  ]);
  expect(wordsOf(main)).toMatch(
    /^Diese Seite gibt es nicht Vielleicht ist sie umgezogen, .* Suche im Magazin Suchen Zur Startseite .* Archiv Neue Artikel Alltag Mahlzeit /u,
  );
  expect(main).toContain('<form class="seek" role="search" action="/suche/">');
  expect(main).toContain('<h3 dir="auto"><a href="/alltag/mahlzeit/">');
  const search = mainOf("/suche/");
  expect(wordsOf(between(search, "<noscript>", "</noscript>"))).toBe(
    "Die Suche braucht JavaScript. Ohne finden Sie alles hier: Themen · Serien · Archiv · Autoren",
  );
  expect(linksOf(between(search, "<noscript>", "</noscript>"))).toEqual([
    ...finding,
    "Autoren /autoren/",
  ]);
  expect(pageAt("/suche/")).toMatch(/<script type="module" src="\/assets\/search-/u);
  expect(pageAt("/")).not.toContain("/assets/search-");
});

test("beside and below every page stand columnists, services, and the ways to all there is", () => {
  const html = pageAt("/marken/");
  expect(wordsOf(between(html, "<aside>", "</aside>"))).toBe(
    "Kolumnen-Autoren Albrecht Dorn Der Markenschreiner Leyla Erkan Die Zahlenflüsterin Clemens von Lützow Der Flurfunker " +
      "Mara Öhring Die Feierabendrednerin Henrike Vollmer Die Türöffnerin " +
      "Services &amp; Shop Jahrbuch der Kolumnen → Stellenmarkt → Seminare im Herbst → Spaltenkalender für die Wand →",
  );
  expect(linksOf(between(html, "<aside>", "</aside>")).slice(4, 6)).toEqual([
    "Henrike Vollmer /autoren/henrike-vollmer/",
    "Jahrbuch der Kolumnen → https://shop.die-spalte.example/jahrbuch",
  ]);
  expect(linksOf(between(html, "<footer", "</footer>"))).toEqual([
    "Themen /themen/",
    "Serien /serien/",
    "Archiv /archiv/",
    "Suche /suche/",
    "Barrierefreiheit /barrierefreiheit/",
    "Datenschutz /datenschutz/",
    "Impressum /impressum/",
    "Kommentarregeln /kommentarregeln/",
    "Feed: Die Spalte /feed.atom",
    "Feed: Marken /marken/feed.atom",
  ]);
  expect(linksOf(between(html, '<header class="mast', "</header>"))).toEqual([
    "Die Spalte /",
    "Alltag /alltag/",
    "Marken /marken/",
    "Vertrieb /vertrieb/",
    "Autoren /autoren/",
    "Suche /suche/",
  ]);
});

test("a further page of the home page leads to the newer and the older articles", () => {
  const main = mainOf("/seite/2/");
  expect(wordsOf(main)).toMatch(/^Die Spalte – Seite 2 von 3 Ältere Artikel /u);
  const pager = between(main, '<nav class="pager', "</nav>");
  expect(wordsOf(pager)).toBe("← Neuere Artikel Seite 2 von 3 Ältere Artikel →");
  expect(linksOf(pager)).toEqual(["← Neuere Artikel /", "Ältere Artikel → /seite/3/"]);
  const last = between(mainOf("/seite/3/"), '<nav class="pager', "</nav>");
  expect(linksOf(last)).toEqual(["← Neuere Artikel /seite/2/"]);
  const first = between(mainOf("/"), '<nav class="pager', "</nav>");
  expect(linksOf(first)).toEqual(["Ältere Artikel → /seite/2/"]);
  expect(mainOf("/marken/")).not.toContain('class="pager');
});

test("what is sent with every file, with pictures and with assets", () => {
  expect(
    pageAt("/_headers")
      .split("\n")
      .map((line) => line.trim()),
  ).toEqual([
    "/*",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Content-Security-Policy: frame-ancestors 'none'",
    "Permissions-Policy: camera=(), geolocation=(), microphone=()",
    "",
    "/bilder/*",
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    "Cache-Control: public, max-age=31536000, immutable",
    "",
    "/assets/*",
    "Cache-Control: public, max-age=31536000, immutable",
    "",
  ]);
});
