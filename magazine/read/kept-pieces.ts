import type { Author, Image, PlainPage, Text } from "../model.ts";
import { readAuthor } from "./author.ts";
import type { Document, Listed } from "./documents.ts";
import { bare, conditionsOf, documentOf, stands, withRendered } from "./kept-articles.ts";
import type { KeptPiece, Memory } from "./memory.ts";
import type { Mistake } from "./mistakes.ts";
import { readPlainPage } from "./plain-page.ts";
import type { Reading } from "./reading.ts";

/** What files are read with, or taken from what was kept of them. */
export interface KeptReading {
  readonly folder: string;
  readonly memory: Memory;
  readonly mistakes: readonly Mistake[];
  readonly read: (file: string) => Document;
  readonly reading: Reading;
  /** Whether a file names a picture that is not there. */
  readonly lacks: (file: string) => boolean;
}

/** What was read of a file; null where nothing could be made of it. */
export interface ReadThing<Thing> {
  readonly document: Listed;
  readonly thing: Thing | null;
}

/** Reads authors and plain pages, or takes them from what was kept of them: few builds show their texts, which are long to parse. */
export function pieceReader({ folder, memory, mistakes, read, reading, lacks }: KeptReading) {
  const conditions = conditionsOf(reading);
  const recall = (file: string): KeptPiece | null => {
    const kept = memory.recall(file);
    if (kept === undefined || !("piece" in kept) || kept.conditions !== conditions) return null;
    return kept.pictures.every(([src, image]) => stands(file, src, image, reading)) ? kept : null;
  };
  const readAnew = <Thing>(
    file: string,
    make: (document: Document, reading: Reading) => Thing | null,
    apart: (thing: Thing, document: Document) => Omit<KeptPiece, "conditions">,
  ): ReadThing<Thing> => {
    const before = mistakes.length;
    const document = read(file);
    const thing = make(document, reading);
    if (thing !== null && mistakes.length === before && !lacks(file))
      memory.keep(file, { conditions, ...apart(thing, document) });
    return { document, thing };
  };
  return {
    author(file: string): ReadThing<Author> {
      const kept = recall(file);
      if (kept === null)
        return readAnew(file, readAuthor, ({ bio, ...piece }, { fields }) => {
          const src = fields?.data["portrait"];
          return { piece, text: bare(bio), pictures: picturesOf(bio, src, piece.portrait) };
        });
      const author = { ...kept.piece, bio: withRendered(kept.text, file, reading) } as Author;
      return { document: documentOf(file, author.slug, {}, folder), thing: author };
    },
    page(file: string): ReadThing<PlainPage> {
      const kept = recall(file);
      if (kept === null)
        return readAnew(file, readPlainPage, ({ text, ...piece }) => {
          return { piece, text: bare(text), pictures: picturesOf(text) };
        });
      const page = { ...kept.piece, text: withRendered(kept.text, file, reading) } as PlainPage;
      return { document: documentOf(file, page.slug, {}, folder), thing: page };
    },
  };
}

/** Each by the `src` that names it. */
function picturesOf(
  { images }: Text,
  src?: unknown,
  image: Image | null = null,
): KeptPiece["pictures"] {
  const inText = Object.entries(images);
  return typeof src === "string" && image !== null ? [...inText, [src, image]] : inText;
}
