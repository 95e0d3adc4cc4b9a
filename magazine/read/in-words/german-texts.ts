import type { fields } from "./german.ts";

const box = "> [!INFO] Titel, und > vor jeder Zeile";

/** Of texts, as `german.ts`. */
export const texts: typeof fields = [
  [
    'a link to "{}": the page has no heading "{}"',
    "ein Link auf „{1}“: Die Seite hat keine Überschrift „{2}“",
  ],
  [
    "the id of a heading there: its words in lower case with hyphens",
    "die Kennung einer Überschrift dort: ihre Wörter in Kleinbuchstaben mit Bindestrichen",
  ],
  [
    'a link to "{}", which is no page of the magazine',
    "ein Link auf „{1}“, und das ist keine Seite des Magazins",
  ],
  [
    "the address of a page, with a slash at its end",
    "die Adresse einer Seite, mit einem Schrägstrich am Ende",
  ],
  ['a link to "{}", which is no address', "ein Link auf „{1}“, und das ist keine Adresse"],
  [
    'a link to "{}", which holds a placeholder of a template (Jekyll, Hugo)',
    "ein Link auf „{1}“ mit einem Platzhalter einer Vorlage (Jekyll, Hugo)",
  ],
  [
    'the picture "{}", which holds a placeholder of a template (Jekyll, Hugo)',
    "das Bild „{1}“ mit einem Platzhalter einer Vorlage (Jekyll, Hugo)",
  ],
  ["the address that it stands for", "die Adresse, für die er steht"],
  [
    'a link to "#{}", which is no heading here',
    "ein Link auf „#{1}“, und das ist keine Überschrift hier",
  ],
  ['a link to "{}"', "ein Link auf „{1}“"],
  [
    "the id of a heading: its words in lower case with hyphens",
    "die Kennung einer Überschrift: ihre Wörter in Kleinbuchstaben mit Bindestrichen",
  ],
  [
    "an address of the magazine such as {}, #heading, or one that begins with https://, http:// or mailto:",
    "eine Adresse des Magazins wie {1}, #ueberschrift, oder eine, die mit https://, http:// oder mailto: beginnt",
  ],
  [
    "[words](address), or [words][name] and a line [name]: address; no space in an address, no footnote in the words; or \\] to print the bracket",
    "[Wörter](Adresse), oder [Wörter][Name] und eine Zeile [Name]: Adresse; kein Leerzeichen in einer Adresse, keine Fußnote in den Wörtern; oder \\], um die Klammer zu drucken",
  ],
  ["a link that cannot be read", "ein Link, der sich nicht lesen lässt"],
  ["a link without words", "ein Link ohne Wörter"],
  ["words between the brackets, {}", "Wörter zwischen den Klammern, [Wörter](Adresse)"],
  ["a link without an address", "ein Link ohne Adresse"],
  ["the name of a host behind the //, such as {}", "der Name eines Hosts hinter //, etwa {1}"],
  [
    "no name and no @ before the host: whoever follows the link does not see where it leads",
    "kein Name und kein @ vor dem Host: Wer dem Link folgt, sieht nicht, wohin er führt",
  ],
  [
    "a port from 1 to 65535 behind the host, or none",
    "ein Port von 1 bis 65535 hinter dem Host, oder keiner",
  ],
  ["a mailbox behind mailto:, such as {}", "ein Postfach hinter mailto:, etwa {1}"],
  ["there is no footnote {}", "es gibt keine Fußnote {1}"],
  [
    "its words on a line of their own, {}: …; or {} to print it so",
    "ihre Wörter in einer eigenen Zeile, {1}: …; oder {2}, um sie so zu drucken",
  ],
  ["a footnote in a picture's description", "eine Fußnote in der Beschreibung eines Bildes"],
  ["footnotes in the text", "Fußnoten im Text"],
  ["a footnote inside a footnote", "eine Fußnote in einer Fußnote"],
  ["all in one footnote", "alles in einer Fußnote"],
  ["{} cannot name a footnote", "{1} kann keine Fußnote benennen"],
  ["a name without spaces, such as [^1]", "ein Name ohne Leerzeichen, etwa [^1]"],
  ["the footnote {} stands inside another block", "die Fußnote {1} steht in einem anderen Block"],
  ["footnotes between paragraphs", "Fußnoten zwischen Absätzen"],
  ["a second footnote {}", "eine zweite Fußnote {1}"],
  ["each name once", "jeder Name einmal"],
  ["the footnote {} is empty", "die Fußnote {1} ist leer"],
  ["its words behind the colon", "ihre Wörter hinter dem Doppelpunkt"],
  ["the footnote {} is not cited", "auf die Fußnote {1} verweist nichts"],
  ["{} somewhere in the text", "{1} irgendwo im Text"],
  ["a heading inside another block", "eine Überschrift in einem anderen Block"],
  ["headings between paragraphs", "Überschriften zwischen Absätzen"],
  [
    "{} before the words, or an empty line before a ruled line",
    "{1} vor den Wörtern, oder eine Leerzeile vor einer Trennlinie",
  ],
  ["a heading made by underlining", "eine unterstrichene Überschrift"],
  ["a heading without words", "eine Überschrift ohne Wörter"],
  ["words behind the #", "Wörter hinter dem #"],
  [
    "## or more: the title is the page's one heading above",
    "## oder mehr: Der Titel ist die eine Überschrift darüber",
  ],
  ["a heading with one #", "eine Überschrift mit einem #"],
  ["at most {} here", "hier höchstens {1}"],
  ["a heading with {} skips a level", "eine Überschrift mit {1} überspringt eine Stufe"],
  [
    "<!-- pagebreak --> or <!-- pagebreak: Title -->, not indented, on a line of its own between paragraphs",
    "<!-- pagebreak --> oder <!-- pagebreak: Titel -->, nicht eingerückt, in einer eigenen Zeile zwischen Absätzen",
  ],
  [
    "a page break that is indented, and so would be printed as code",
    "ein eingerückter Seitenwechsel, der als Code gedruckt würde",
  ],
  ["a page break inside a paragraph", "ein Seitenwechsel in einem Absatz"],
  ["a page break inside a list", "ein Seitenwechsel in einer Liste"],
  ["a page break inside a quotation", "ein Seitenwechsel in einem Zitat"],
  ["a page break inside a box", "ein Seitenwechsel in einem Kasten"],
  ["a page break inside a footnote", "ein Seitenwechsel in einer Fußnote"],
  ["a page break inside another block", "ein Seitenwechsel in einem anderen Block"],
  ['"{}" is no page break', "„{1}“ ist kein Seitenwechsel"],
  ['the HTML "{}"', "das HTML „{1}“"],
  ["Markdown; HTML may stand in code only", "Markdown; HTML darf nur in Code stehen"],
  ['the comment "{}"', "die Anmerkung „{1}“"],
  [
    "no comments in a text; the only one known is <!-- pagebreak -->",
    "keine Anmerkungen im Text; bekannt ist nur <!-- pagebreak -->",
  ],
  ["text before and behind each page break", "Text vor und hinter jedem Seitenwechsel"],
  ["a page break before the first words", "ein Seitenwechsel vor den ersten Wörtern"],
  ["a page break behind the last words", "ein Seitenwechsel hinter den letzten Wörtern"],
  ["two page breaks in a row", "zwei Seitenwechsel hintereinander"],
  ["a box without words", "ein Kasten ohne Wörter"],
  [
    "its words on lines behind the first, each with > before it",
    "seine Wörter in Zeilen hinter der ersten, jede mit > davor",
  ],
  ["a picture inside another's description", "ein Bild in der Beschreibung eines anderen"],
  ["words that describe the picture", "Wörter, die das Bild beschreiben"],
  ["a picture without a file", "ein Bild ohne Datei"],
  ["![what it shows](file.jpg)", "![was es zeigt](datei.jpg)"],
  [
    "a file beside the text: nothing is loaded from others",
    "eine Datei neben dem Text: Von anderen wird nichts geladen",
  ],
  ['a picture from elsewhere, "{}"', "ein Bild von anderswo, „{1}“"],
  [
    "what it shows, between the brackets: ![…](file.jpg)",
    "was es zeigt, zwischen den Klammern: ![…](datei.jpg)",
  ],
  ["a picture without a description", "ein Bild ohne Beschreibung"],
  ["an empty line before and behind it", "eine Leerzeile davor und dahinter"],
  [
    "a picture with a caption inside a paragraph",
    "ein Bild mit Unterschrift mitten in einem Absatz",
  ],
  ["a shortcode of Hugo", "ein Shortcode von Hugo"],
  ["a shortcode of WordPress", "ein Shortcode von WordPress"],
  [
    "in Markdown what it stands for, such as {} or {}, and ``` around code; or {} to print it",
    "in Markdown, wofür es steht, etwa ![was es zeigt](bild.jpg) oder [Wörter](/adresse/), und ``` um Code; oder {3}, um es zu drucken",
  ],
  [
    "in Markdown what it stands for, such as {} or {}; or {} to print it",
    "in Markdown, wofür es steht, etwa ![was es zeigt](bild.jpg) oder [Wörter](/adresse/); oder {3}, um es zu drucken",
  ],
  [
    "in Markdown what it stands for, such as {}; or a backslash before it to print it",
    "in Markdown, wofür es steht, etwa ![was es zeigt](bild.jpg); oder ein umgekehrter Schrägstrich davor, um es zu drucken",
  ],
  ["a tag of a template ({})", "eine Anweisung einer Vorlage ({1})"],
  [
    "a placeholder of a template (Jekyll, Hugo, a wiki)",
    "ein Platzhalter einer Vorlage (Jekyll, Hugo, ein Wiki)",
  ],
  ["a comment of a template ({})", "eine Anmerkung einer Vorlage ({1})"],
  [
    "the words alone: how they look is the layout's; or {} to print it",
    "nur die Wörter: Wie sie aussehen, ist Sache der Gestaltung; oder {1}, um es zu drucken",
  ],
  ["a mark of kramdown (Jekyll)", "eine Auszeichnung von kramdown (Jekyll)"],
  [
    "the words alone: a heading has its id by itself, and how things look is the layout's; or {} to print it",
    "nur die Wörter: Eine Überschrift hat ihre Kennung von selbst, und wie etwas aussieht, ist Sache der Gestaltung; oder {1}, um es zu drucken",
  ],
  [
    "an attribute of Pandoc, kramdown or Markdown Extra",
    "ein Attribut von Pandoc, kramdown oder Markdown Extra",
  ],
  [
    "Markdown: **bold**, *italics*, > before a quotation, [words](/address/); or {} to print it",
    "Markdown: **fett**, *kursiv*, > vor einem Zitat, [Wörter](/adresse/); oder {1}, um es zu drucken",
  ],
  ["a tag of BBCode, as forums have it", "ein Tag von BBCode, wie Foren es haben"],
  [
    "nothing: headings are read as they stand; or {} to print it",
    "nichts: Überschriften werden gelesen, wie sie dastehen; oder {1}, um es zu drucken",
  ],
  ["a table of contents of another system", "ein Inhaltsverzeichnis eines anderen Systems"],
  [
    "a link, {}, or a picture, {}; or {} to print it",
    "ein Link, [Wörter](/adresse/), oder ein Bild, ![was es zeigt](bild.jpg); oder {3}, um es zu drucken",
  ],
  ["a link of a wiki or of Obsidian", "ein Link eines Wikis oder von Obsidian"],
  [
    "> [!INFO] or > [!QUOTE] at the beginning of a quotation between paragraphs, or a quotation without it; or {} to print it",
    "> [!INFO] oder > [!QUOTE] am Anfang eines Zitats zwischen Absätzen, oder ein Zitat ohne das; oder {1}, um es zu drucken",
  ],
  [
    "the kind of a call-out of GitHub or Obsidian",
    "die Art eines Hinweises von GitHub oder Obsidian",
  ],
  [
    "a heading without a space, which older Markdown took",
    "eine Überschrift ohne Leerzeichen, wie älteres Markdown sie nahm",
  ],
  [
    "a space behind the #; or {} to print it",
    "ein Leerzeichen hinter dem #; oder {1}, um es zu drucken",
  ],
  [
    "a box to tick, as GitHub and Obsidian have them",
    "ein Kästchen zum Ankreuzen, wie GitHub und Obsidian es haben",
  ],
  ["the words alone; or {} to print it", "nur die Wörter; oder {1}, um es zu drucken"],
  ["a box of {} or VuePress", "ein Kasten von {1} oder VuePress"],
  [
    "> [!INFO] Title and > before each line; or a backslash before it to print it",
    `${box}; oder ein umgekehrter Schrägstrich davor, um es zu drucken`,
  ],
  [
    "> [!INFO] Title and > before each line; or {} to print it",
    `${box}; oder {1}, um es zu drucken`,
  ],
  ["a box of MkDocs", "ein Kasten von MkDocs"],
  ['"{}" is {~}', "„{1}“ ist {2}"],
  ["a directive of reStructuredText", "eine Anweisung von reStructuredText"],
];
