import type { Article, ArticleImage, Author, Image, PlainPage, Text } from "../model.ts";
import type { Fields } from "./fields.ts";

/** What earlier readings have made of files that are still the same, and takes what this one makes. */
export interface Memory {
  readonly recall: (file: string) => Kept | undefined;
  /** @returns the same as it is kept: what it was made of is not held by it */
  readonly keep: <What extends Kept>(file: string, kept: What) => What;
  /** Takes the HTML of texts, where there is room for it. */
  readonly aside?: Aside | undefined;
  /** So much HTML is at hand besides, in UTF-16 units; left out: what `renderingsIn` finds enough. */
  readonly most?: number;
}

/** Where texts are put that are too many to hold, until they are asked for. */
export interface Aside {
  /** A key stands for one text: what is there already stays, and the text is not made again. */
  readonly put: (key: string, text: () => string) => void;
  /** Null where it was not put. */
  readonly get: (key: string) => string | null;
}

export const noMemory: Memory = { recall: () => undefined, keep: (_, kept) => kept };

/** What is kept of a file, as JSON. */
export type Kept = KeptArticle | KeptPiece | Image;

/** An author or a plain page, and its text without its HTML. */
export interface KeptPiece {
  /** What of magazine.yaml it was read with. */
  readonly conditions: string;
  readonly piece: Omit<Author, "bio"> | Omit<PlainPage, "text">;
  readonly text: Omit<Text, "rendered">;
  /** Those that it names, each by its `src`. */
  readonly pictures: readonly (readonly [src: string, image: Image])[];
}

/** An article without its HTML, and with names in place of what stands in other files. */
export interface KeptArticle {
  /** What of magazine.yaml it was read with. */
  readonly conditions: string;
  /** Its fields that are compared with those of other articles. */
  readonly fields: Fields["data"];
  /** As the field names it. */
  readonly imageSrc: string | null;
  readonly article: Omit<Article, "column" | "authors" | "text" | "image"> & {
    readonly column: string;
    readonly authors: readonly string[];
    readonly image: ArticleImage | null;
    readonly text: Omit<Text, "rendered">;
  };
}
