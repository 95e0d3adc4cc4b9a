import type { fields } from "./german.ts";

/** Of pictures, as `german.ts`. */
export const pictures: typeof fields = [
  ['the image "{}" is not a file of the magazine', "das Bild „{1}“ ist keine Datei des Magazins"],
  ['the image "{}" is outside the content folder', "das Bild „{1}“ liegt nicht im Inhaltsordner"],
  [
    'the image "{}" has no format that is printed',
    "das Bild „{1}“ hat ein Format, das nicht gedruckt wird",
  ],
  ['the image "{}" does not exist', "das Bild „{1}“ gibt es nicht"],
  ["svg, jpg, png, webp, avif or gif", "svg, jpg, png, webp, avif oder gif"],
  ["a file content/{}", "eine Datei content/{1}"],
  ["the file {} cannot be read as an image", "die Datei {1} lässt sich nicht als Bild lesen"],
  [
    "the file {} says that it is {} pixels large",
    "die Datei {1} sagt von sich, sie sei {2} Pixel groß",
  ],
  ["the file {} ends too early", "die Datei {1} hört zu früh auf"],
  ["the file {} holds {}", "die Datei {1} enthält {2}"],
  ["an image in the format {}", "ein Bild im Format {1}"],
  [
    "sides from 1 to {} pixels, and no more than {} megapixels",
    "Seiten von 1 bis {1} Pixel, und höchstens {2} Megapixel",
  ],
  ["the whole file", "die ganze Datei"],
  [
    "the attribute {} has no place in a picture",
    "das Attribut {1} hat in einem Bild nichts zu suchen",
  ],
  ['the attribute {} would change "{}"', "das Attribut {1} würde „{2}“ ändern"],
  ['the attribute {} leads to "{}"', "das Attribut {1} führt zu „{2}“"],
  ["the attribute {} holds {~}", "das Attribut {1} enthält {2}"],
  ["{~} in <{w}>", "{1} in <{2}>"],
  ['the address "{}"', "die Adresse „{1}“"],
  ['"{}", which cannot be read', "„{1}“, und das lässt sich nicht lesen"],
  ["the rule @{}", "die Regel @{1}"],
  ["the function {}()", "die Funktion {1}()"],
  ["an address that cannot be read", "eine Adresse, die sich nicht lesen lässt"],
  ["attributes of SVG that only draw", "Attribute von SVG, die nur zeichnen"],
  ["the name of an attribute that draws", "der Name eines Attributs, das zeichnet"],
  [
    "#… with the id of something in the same picture",
    "#… mit der Kennung von etwas im selben Bild",
  ],
  [
    "https://, http://, mailto:, or # with an id",
    "https://, http://, mailto: oder # mit einer Kennung",
  ],
  ["a picture inside the file: {}", "ein Bild in der Datei selbst: {1}"],
  [
    "url(#…) with the id of something in the same picture, or a font inside the file",
    "url(#…) mit der Kennung von etwas im selben Bild, oder eine Schrift in der Datei selbst",
  ],
  ["a style that only draws, and loads nothing", "ein Stil, der nur zeichnet und nichts lädt"],
  [
    "elements of SVG that only draw (in Inkscape, save as plain SVG; elsewhere, export with text as paths)",
    "Elemente von SVG, die nur zeichnen (in Inkscape als „Normales SVG“ speichern; anderswo mit Text als Pfaden exportieren)",
  ],
  [
    "<{}> declares a prefix that XML keeps for itself",
    "<{1}> vergibt ein Präfix, das XML sich selbst vorbehält",
  ],
  [
    "the file begins with <{}>, which is no SVG",
    "die Datei beginnt mit <{1}>, und das ist kein SVG",
  ],
  ["<svg xmlns={}>", "<svg xmlns={1}>"],
  [
    "the element <{}> has no place in a picture",
    "das Element <{1}> hat in einem Bild nichts zu suchen",
  ],
  ["an encoding other than UTF-8", "eine andere Kodierung als UTF-8"],
  ["the encoding {}", "die Kodierung {1}"],
  ["an SVG with width and height, or a viewBox", "ein SVG mit width und height, oder mit viewBox"],
  ["the picture does not say how large it is", "das Bild sagt nicht, wie groß es ist"],
  ["the picture is {} pixels large", "das Bild ist {1} Pixel groß"],
  ["this is not well-formed XML ({})", "das ist kein wohlgeformtes XML ({1})"],
  ["an SVG as a drawing program writes it", "ein SVG, wie ein Zeichenprogramm es schreibt"],
  ["elements stand too deep in one another", "Elemente stehen zu tief ineinander"],
  ["groups in groups up to {} deep", "Gruppen in Gruppen, höchstens {1} tief"],
  ["declarations of entities", "Deklarationen von Entitäten"],
  [
    "none: in Illustrator, export the picture; in Inkscape, save as plain SVG",
    "keine: in Illustrator das Bild exportieren; in Inkscape als „Normales SVG“ speichern",
  ],
  ["the instruction <?{}?>", "die Anweisung <?{1}?>"],
  ["styles in the picture", "Stile im Bild selbst"],
  [
    "signs that a browser may take for the end of this",
    "Zeichen, die ein Browser für das Ende davon halten kann",
  ],
  ["&lt; and &gt; for < and >", "&lt; und &gt; für < und >"],
];
