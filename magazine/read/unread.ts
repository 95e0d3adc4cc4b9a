import { folders } from "./documents.ts";
import type { Folder, Listed } from "./documents.ts";

/** A file of which nothing could be made: it has mistakes, or what it names has. */
export interface Unread {
  readonly folder: Folder;
  readonly file: string;
  readonly slug: string;
  /** The column that an article names, whether there is one or not. */
  readonly column: string | null;
  /** The files that it names: their mistakes are why it could not be read, where it has none itself. */
  readonly needs: readonly string[];
}

/** The documents of which there is nothing among what was read. */
export function unreadAmong(
  documents: Readonly<Record<Folder, readonly Listed[]>>,
  things: readonly { readonly file: string }[],
): readonly Unread[] {
  const read = new Set(things.map(({ file }) => file));
  return folders.flatMap((folder) =>
    documents[folder]
      .filter(({ file }) => !read.has(file))
      .map((document) => unreadIn(folder, document)),
  );
}

function unreadIn(folder: Folder, { file, slug, fields }: Listed): Unread {
  const { column, author, authors } = fields?.data ?? {};
  const texts = (value: unknown) => [value].flat().filter((one) => typeof one === "string");
  const named = folder === "articles" ? [...texts(author), ...texts(authors)] : [];
  const [inColumn] = folder === "articles" ? texts(column) : [];
  const needs = [
    ...(inColumn === undefined ? [] : [`columns/${inColumn}.md`]),
    ...named.map((author) => `authors/${author}.md`),
  ];
  return { folder, file, slug, column: inColumn ?? null, needs };
}
