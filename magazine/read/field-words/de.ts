import type { FieldWords } from "../described.ts";

export const de: FieldWords = {
  magazine: {
    title: ["Titel", "Wie das Magazin heißt."],
    url: ["Adresse", "Wo das Magazin stehen wird, etwa `https://die-spalte.example`."],
    language: [
      "Sprache",
      "Nach ihr richten sich die Wörter der Seiten, die Typografie und Wörter in Adressen (`/autoren/` oder `/authors/`).",
    ],
    locale: [
      "Schreibweise von Daten",
      "`de-DE`, `de-AT`, `en-GB` oder `en-US`, passend zur Sprache. Fehlt das Feld, `de-DE` oder `en-GB`.",
    ],
    timeZone: ["Zeitzone", "Nach ihr werden Daten gelesen, etwa `Europe/Berlin`."],
    description: ["Beschreibung", "Wovon das Magazin handelt, in ein oder zwei Sätzen."],
    perPage: ["Artikel je Seite", "Wie viele Artikel auf einer Seite einer Liste stehen."],
    comments: ["Kommentare", "Fehlt das Feld, hat das Magazin keine Kommentare."],
    "comments.service": ["Dienst", "Die Adresse des Kommentardienstes."],
    "comments.close": [
      "Tage bis zum Schluss",
      "So viele Tage nach seinem `date` schließen die Kommentare eines Artikels, zur selben Uhrzeit; fehlt das Feld, nie.",
    ],
    share: [
      "Teilen",
      "In der Reihenfolge der Links unter dem Text: drei sofort, die anderen hinter „mehr …“.",
    ],
    services: ["Services & Shop", "Die Links in diesem Kasten."],
    "services.title": ["Wörter", "Was der Link sagt."],
    "services.url": ["Adresse", "Wohin er führt."],
    publisher: ["Verlag", "Wer für das Magazin einsteht; für Feeds und Suchmaschinen."],
    "publisher.name": ["Name", "Eines Hauses oder einer Person."],
    "publisher.address": ["Anschrift", "Wo Briefe ankommen; auch über mehrere Zeilen."],
    "publisher.responsible": ["Verantwortlich", "Wer für den Inhalt verantwortlich ist."],
    "publisher.email": ["E-Mail", "Wo die Redaktion zu erreichen ist."],
  },
  article: {
    title: ["Überschrift", "In einer Zeile."],
    date: ["Datum", "`2026-10-19` oder `2026-10-19 09:00`, nach der Uhr des Magazins."],
    column: ["Kolumne", "Der Name der Datei der Kolumne, in der der Artikel steht, ohne `.md`."],
    author: [
      "Autor",
      "Der Name der Datei des Autors, ohne `.md`. Nötig ist dieses Feld oder `authors`.",
    ],
    authors: ["Autoren", "Die Namen mehrerer Dateien, in der Reihenfolge der Nennung."],
    standfirst: ["Vorspann", "Ein oder zwei Sätze unter der Überschrift."],
    topics: [
      "Themen",
      "Stichwörter; jedes bekommt eine eigene Seite unter `/themen/` (`/topics/`).",
    ],
    series: [
      "Serie",
      "Der Name einer Serie. Ihre Artikel führen in der Reihenfolge ihres Datums zueinander, und sie bekommt eine eigene Seite unter `/serien/` (`/series/`).",
    ],
    image: ["Bild", "Ein Bild über dem Text und in Listen: eine Datei, die neben ihm liegt."],
    imageAlt: ["Was es zeigt", "Für alle, die das Bild nicht sehen; gehört zu jedem `image`."],
    imageCaption: ["Bildunterschrift", "Eine Zeile zum Bild, unter ihm."],
    imageCredit: ["Bildnachweis", "Von wem das Bild ist."],
    imageFocus: [
      "Mittelpunkt",
      "Was zu sehen bleibt, wo das Bild beschnitten wird, in Prozent von links und von oben, etwa `60% 30%`. Ohne Angabe die Mitte.",
    ],
    updated: [
      "Aktualisiert",
      "Wann der Text nach seinem Erscheinen geändert wurde; steht über und unter ihm, liegt nicht vor `date` und nicht in der Zukunft.",
    ],
    corrections: [
      "Korrekturen",
      "Stehen unter dem Text und werden darüber genannt, jede mit `date` (wie bei `updated`) und `text`.",
    ],
    "corrections.date": ["Datum", "Wann korrigiert wurde."],
    "corrections.text": ["Text", "Was falsch war und was richtig ist."],
    aliases: ["Frühere Adressen", "Jede beginnt mit einem Schrägstrich."],
    comments: [
      "Kommentare",
      "`open`, `closed`, `off`, oder der Tag (und die Uhrzeit), von dem an sie geschlossen sind, etwa `2026-12-24`. Fehlt das Feld, gilt, was `magazine.yaml` für alle sagt; `open` bleibt offen.",
    ],
    featured: [
      "Empfohlen",
      "`true`: Die Redaktion empfiehlt den Artikel; die drei neuesten empfohlenen stehen oben auf der Startseite.",
    ],
    draft: ["Entwurf", "`true`: wird nicht gedruckt."],
    expires: ["Läuft ab", "Der Tag (und die Uhrzeit), von dem an der Artikel nicht gedruckt wird."],
    id: [
      "Kennung",
      "Des Artikels und seiner Kommentare, wenn die Datei einen anderen Namen bekam.",
    ],
  },
  author: {
    name: ["Name", "Wie Leser ihn kennen."],
    sortName: [
      "Eingeordnet unter",
      "Etwa `Lützow, Clemens von`, wo der Nachname sich aus dem Namen nicht ergibt.",
    ],
    tagline: ["Beiname", "Unter dem Namen im Kasten der Kolumnisten, etwa „Der Markenguru“."],
    role: ["Rolle", "Was der Autor tut: auf seiner Seite und für Suchmaschinen."],
    badge: [
      "Kennzeichen",
      "Ein Wort von höchstens 30 Zeichen neben den Kommentaren des Autors, etwa `Autorin`. Fehlt das Feld: „Autor“.",
    ],
    links: ["Links", "Zu eigenen Seiten des Autors."],
    "links.title": ["Wörter", "Was der Link sagt."],
    "links.url": ["Adresse", "Wohin er führt."],
    portrait: ["Porträt", "Ein Bild, das neben der Datei liegt; es wird rund gezeigt."],
    portraitFocus: [
      "Mittelpunkt des Porträts",
      "Was zu sehen bleibt, wo es quadratisch beschnitten wird, in Prozent von links und von oben, etwa `50% 30%`. Ohne Angabe die Mitte.",
    ],
    columnist: ["Im Kasten", "`false`: steht nicht im Kasten der Kolumnisten."],
  },
  column: {
    name: ["Name", "Wie Leser ihn kennen."],
    description: ["Beschreibung", "Wovon die Kolumne handelt."],
    aliases: [
      "Frühere Adressen",
      "Wo die Kolumne stand, bevor ihre Datei einen anderen Namen bekam.",
    ],
  },
  page: {
    title: ["Titel", "In einer Zeile."],
    description: ["Beschreibung", "Ein Satz für Suchmaschinen."],
  },
};
