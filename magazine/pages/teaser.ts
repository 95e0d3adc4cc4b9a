import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import type { Teaser } from "./views.ts";

/** An article as lists show it. */
export function teaserOf({ magazine, addresses }: Context, article: Article): Teaser {
  return {
    title: article.title,
    href: addresses.article(article),
    column: { title: article.column.name, href: addresses.column(article.column) },
    standfirst: article.standfirst,
    authors: article.authors.map((author) => ({
      title: author.name,
      href: addresses.author(author),
    })),
    date: article.date,
    image: article.image,
    mark: article.mark,
    thread: magazine.comments === null || article.comments === "off" ? null : article.id,
  };
}
