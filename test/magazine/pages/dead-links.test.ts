import { expect, test } from "vitest";
import type { Article } from "../../../magazine/model.ts";
import { refuseDeadLinks } from "../../../magazine/pages/dead-links.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";

const magazine = readMagazine("test/fixtures/magazine");

function withLink(href: string) {
  const [first, ...others] = magazine.articles;
  const article = first as Article;
  const links = [{ href, line: 9, column: 4 }];
  return { ...magazine, articles: [{ ...article, text: { ...article.text, links } }, ...others] };
}

test.each(["/", "/marken/", "/marken/drei-fragen/2/#frage", "/autoren/?a=b", "/feed.atom"])(
  "a link to %s leads to a page",
  (href) => {
    expect(() => refuseDeadLinks(withLink(href))).not.toThrow();
  },
);

test("a link to an article that is not public yet does not stop the build", () => {
  const future = magazine.articles.find(({ slug }) => slug === "zukunft");
  expect(() => refuseDeadLinks(withLink(`/${future?.column.slug}/${future?.slug}/`))).not.toThrow();
});

test("a link that leads nowhere is a mistake with its place and a guess", () => {
  expect(() => refuseDeadLinks(withLink("/marken/drei-frage/"))).toThrow(
    `${magazine.articles[0]?.file}:9:4 a link to "/marken/drei-frage/", which is no page of the magazine; expected the address of a page, with a slash at its end; did you mean "/marken/drei-fragen/"?`,
  );
  expect(() => refuseDeadLinks(withLink("/marken"))).toThrow('did you mean "/marken/"?');
  expect(() => refuseDeadLinks(withLink("/%E0%A4%A/"))).toThrow("which is no page");
});
