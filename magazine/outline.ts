import type { Alias, Article, Author, Column, Magazine, Time } from "./model.ts";

/** What an index asks of an article; columns and authors by their slugs. */
export type OutlinedArticle = readonly [
  file: string,
  column: string,
  authors: readonly string[],
  topics: readonly string[],
  series: string | null,
  date: Time,
  aliases: readonly Alias[],
];

/** An edition's articles as far as its index knows them, in their order. */
export type Outline = readonly OutlinedArticle[];

export function outlineOf({ articles }: Magazine): Outline {
  return articles.map(({ file, column, authors, topics, series, date, aliases }) => [
    file,
    column.slug,
    authors.map(({ slug }) => slug),
    topics,
    series,
    date,
    aliases,
  ]);
}

/**
 * The same articles again, each of which is made whole when more is asked of it than its outline tells: so that a few pages of a large magazine can be made without
 * most of it.
 *
 * @param whole gives the article of a file, of the same outline
 * @returns null where a column or an author is not there any more
 */
export function outlinedArticles(
  outline: Outline,
  { columns, authors }: Pick<Magazine, "columns" | "authors">,
  whole: (file: string) => Article,
): readonly Article[] | null {
  const columnOf = new Map(columns.map((column) => [column.slug, column]));
  const authorOf = new Map(authors.map((author) => [author.slug, author]));
  const articles = outline.flatMap((one) => {
    const [, inColumn, by] = one;
    const column = columnOf.get(inColumn);
    const known = by.flatMap((slug) => authorOf.get(slug) ?? []);
    return column === undefined || known.length < by.length
      ? []
      : new LateArticle(one, column, known, whole);
  });
  return articles.length === outline.length ? articles : null;
}

/** Ten thousand of them are made for an edit, so they share what they can do. */
class LateArticle implements Article {
  readonly file: string;
  readonly column: Column;
  readonly authors: readonly Author[];
  readonly topics: readonly string[];
  readonly series: string | null;
  readonly date: Time;
  readonly aliases: readonly Alias[];
  readonly #read: (file: string) => Article;
  #known: Article | undefined;

  constructor(
    [file, , , topics, series, date, aliases]: OutlinedArticle,
    column: Column,
    authors: readonly Author[],
    read: (file: string) => Article,
  ) {
    this.file = file;
    this.column = column;
    this.authors = authors;
    this.topics = topics;
    this.series = series;
    this.date = date;
    this.aliases = aliases;
    this.#read = read;
  }

  get #whole(): Article {
    return (this.#known ??= this.#read(this.file));
  }

  get id() {
    return this.#whole.id;
  }
  get slug() {
    return this.#whole.slug;
  }
  get title() {
    return this.#whole.title;
  }
  get standfirst() {
    return this.#whole.standfirst;
  }
  get updated() {
    return this.#whole.updated;
  }
  get corrections() {
    return this.#whole.corrections;
  }
  get changes() {
    return this.#whole.changes;
  }
  get comments() {
    return this.#whole.comments;
  }
  get commentsClose() {
    return this.#whole.commentsClose;
  }
  get featured() {
    return this.#whole.featured;
  }
  get draft() {
    return this.#whole.draft;
  }
  get expires() {
    return this.#whole.expires;
  }
  get image() {
    return this.#whole.image;
  }
  get text() {
    return this.#whole.text;
  }
  get mark() {
    return this.#whole.mark;
  }
  get isNews() {
    return this.#whole.isNews;
  }
}
