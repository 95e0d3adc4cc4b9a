/**
 * The magazine as one typed, read-only model: what `readMagazine` returns and `pagesOf` turns into pages.
 * Plain data; references are resolved. Times are ISO 8601 with the offset of the magazine's time zone.
 */

export type Language = "de" | "en";

/** How dates are written: of a language, where it is spoken (BCP 47). The first of each language is meant where nothing is said. */
export const locales = {
  de: ["de-DE", "de-AT"],
  en: ["en-GB", "en-US"],
} as const satisfies Readonly<Record<Language, readonly string[]>>;
export type Locale = (typeof locales)[Language][number];

/** An instant as the magazine writes it: `2012-10-19T09:00:00+02:00`. */
export type Time = string;

export const shareTargets = [
  "x",
  "facebook",
  "linkedin",
  "xing",
  "whatsapp",
  "bluesky",
  "mastodon",
  "threads",
  "telegram",
  "reddit",
  "email",
] as const;
export type ShareTarget = (typeof shareTargets)[number];

export interface Magazine {
  readonly title: string;
  /** Scheme and host, without a slash at the end: every address in the magazine begins with a slash. */
  readonly url: string;
  readonly language: Language;
  readonly locale: Locale;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly description: string;
  /** How many articles a page of a list holds. */
  readonly perPage: number;
  /** The comments service, or null: a magazine without comments. */
  readonly comments: { readonly service: string } | null;
  readonly share: readonly ShareTarget[];
  readonly services: readonly Link[];
  readonly publisher: Publisher;
  /** Whether it shows what readers do not see yet: then no search engine shall keep it. */
  readonly preview: boolean;
  /** When the next edition is due, and why; set by `editionAt`, null as read. */
  readonly next: Occasions | null;
  /** By name, in the language's collation. */
  readonly columns: readonly Column[];
  /** By surname, in the language's collation. */
  readonly authors: readonly Author[];
  /** Newest first; of the same time, by id. */
  readonly articles: readonly Article[];
  /** By slug. */
  readonly pages: readonly PlainPage[];
}

export interface Link {
  readonly title: string;
  readonly url: string;
}

export interface Publisher {
  readonly name: string;
  readonly address: string;
  readonly responsible: string;
  readonly email: string;
}

export interface Column {
  /** The file it was read from, relative to the content folder. */
  readonly file: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Where it stood before, with all that stands below it. */
  readonly aliases: readonly Alias[];
}

export interface Author {
  /** The file it was read from, relative to the content folder. */
  readonly file: string;
  readonly slug: string;
  readonly name: string;
  /** What the author is ordered by: `Lützow, Clemens von`. */
  readonly sortName: string;
  readonly tagline: string | null;
  readonly role: string | null;
  /** What stands beside the author's comments instead of the language's word: `Autorin`. */
  readonly badge: string | null;
  readonly links: readonly Link[];
  readonly portrait: Image | null;
  /** Whether the author stands in the box of columnists. */
  readonly columnist: boolean;
  readonly bio: Text;
}

export interface Article {
  /** The file it was read from, relative to the content folder. */
  readonly file: string;
  /** Unique in the magazine, and the id of the article's thread: it stays when the article moves. */
  readonly id: string;
  /** The file's name: the last word of the address. */
  readonly slug: string;
  readonly column: Column;
  readonly authors: readonly Author[];
  readonly title: string;
  readonly standfirst: string | null;
  readonly topics: readonly string[];
  /** What it is one part of, with others, in the order of their dates. */
  readonly series: string | null;
  readonly date: Time;
  readonly updated: Time | null;
  readonly corrections: readonly { readonly date: Time; readonly text: string }[];
  /** When the text was changed, by `updated` and `corrections`. */
  readonly changes: readonly Change[];
  readonly aliases: readonly Alias[];
  readonly comments: "open" | "closed" | "off";
  /** When its comments close by themselves, by the article or by magazine.yaml; null: they stay as they are. */
  readonly commentsClose: Time | null;
  /** Whether the editors recommend it on the home page. */
  readonly featured: boolean;
  readonly draft: boolean;
  readonly expires: Time | null;
  readonly image: ArticleImage | null;
  readonly text: Text;
  /** Why readers do not see the article; set by `editionAt`, null as read. */
  readonly mark: ArticleMark | null;
  /** Whether it appeared in the last two days; set by `editionAt`, false as read. */
  readonly isNews: boolean;
}

/** Why an edition differs from the one before. */
export type Occasion = "publication" | "expiry" | "news" | "comments";

export interface Occasions {
  /** ISO 8601, in UTC. */
  readonly time: string;
  /** At least one. */
  readonly what: readonly Occasion[];
}

/** A change of a text after it appeared, and where it stands in the file. */
export interface Change {
  readonly field: string;
  /** As the editor wrote it. */
  readonly written: string;
  readonly time: Time;
  readonly line: number;
  readonly column: number;
}

/** A former address of an article or a column, and where it stands in the file. */
export interface Alias {
  /** Begins with a slash; decoded and in NFC. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export type ArticleMark = "draft" | "scheduled" | "expired";

export interface PlainPage {
  /** The file it was read from, relative to the content folder. */
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly text: Text;
}

/** A Markdown text: what must be known of it, and its HTML. */
export interface Text {
  /** At least one; the title of the first is null. */
  readonly parts: readonly { readonly title: string | null }[];
  readonly words: number;
  /** The ids of its headings, each with the part it stands in, from 1. */
  readonly headings: readonly (readonly [id: string, part: number])[];
  /** The pictures in it, by the `src` that stands in the source. */
  readonly images: Readonly<Record<string, Image>>;
  /** Links to pages of the magazine, and where they stand in the file. */
  readonly links: readonly {
    readonly href: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** SHA-256 of its source, in hexadecimal: says which text it is, without its HTML. */
  readonly key: string;
  /** For `renderText`. */
  readonly rendered: Rendered;
}

/** A text rendered once for all pages that show it: HTML with gaps, where they differ (`magazine/text/gaps.ts`). */
export interface Rendered {
  /** At least one: a part's body, and the notes cited in it. */
  readonly parts: readonly { readonly body: string; readonly notes: string }[];
  /** The notes of all parts on one page. */
  readonly notes: string;
  readonly contents: readonly ContentsEntry[];
}

/** A heading as a table of contents shows it. */
export interface ContentsEntry {
  readonly id: string;
  readonly words: string;
  /** 2 and more. */
  readonly level: number;
  /** From 1. */
  readonly part: number;
}

export interface Image {
  /** Where it is read from, relative to the content folder. */
  readonly file: string;
  /** What the addresses begin with that it is printed at: `/bilder/waage`. */
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  /** As it is shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What it is made of, which decides how it is printed: `cutout` is see-through in places, `asItIs` no pixels or moving ones. */
  readonly kind: "photo" | "cutout" | "drawing" | "asItIs";
  readonly focus: Focus;
}

/** The point of a picture that stays in sight where it is cut, in per cent from the left and from the top. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export interface ArticleImage extends Image {
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}
