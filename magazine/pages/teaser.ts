import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import type { Teaser } from "./views.ts";

/** So many are kept: those of a large magazine would be much to hold. */
const most = 30_000;

const teasers = new WeakMap<Context, Map<Article, Teaser>>();

/** An article as lists show it: made once, since it stands in some ten of them. */
export function teaserOf(context: Context, article: Article): Teaser {
  const made = teasers.get(context) ?? new Map<Article, Teaser>();
  teasers.set(context, made);
  const teaser = made.get(article) ?? makeTeaser(context, article);
  if (made.size < most) made.set(article, teaser);
  return teaser;
}

function makeTeaser({ magazine, addresses }: Context, article: Article): Teaser {
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
