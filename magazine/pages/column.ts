import type { Column } from "../model.ts";
import type { Context } from "./context.ts";
import { listPages } from "./lists.ts";
import { lazyPage } from "./page.ts";
import type { Page } from "./page.ts";

/** A column's articles. */
export function columnPages(context: Context, column: Column): Page[] {
  const { index, addresses } = context;
  const { name, description } = column;
  const list = {
    name,
    description,
    articles: index.byColumn.get(column) ?? [],
    address: (page: number) => addresses.column(column, page),
    hasFeeds: true,
  };
  return listPages(context, list).map(({ path, madeOf, view }) =>
    lazyPage({ path, layout: "column", source: column.file, madeOf }, () => ({
      ...view(),
      name,
      description,
    })),
  );
}
