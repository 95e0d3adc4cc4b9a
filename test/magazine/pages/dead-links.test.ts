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

test.each(["/", "/marken/", "/marken/drei-fragen/2/#kommentare", "/autoren/?a=b", "/feed.atom"])(
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

/** `drei-fragen` with these headings in its parts, a plain page and an author with one, and a link to them from another article. */
function withHeadings(href: string) {
  const linked = withLink(href);
  const articles = linked.articles.map((article) => {
    if (article.slug !== "drei-fragen") return article;
    const headings = [
      ["anfang", 1],
      ["mitte", 2],
      ["kommentare-2", 3],
    ] as const;
    return {
      ...article,
      aliases: [{ path: "/alt/drei/", line: 1, column: 1 }],
      text: { ...article.text, headings },
    };
  });
  const one = [["anschrift", 1]] as const;
  const pages = linked.pages.map((page) =>
    page.slug === "impressum" ? { ...page, text: { ...page.text, headings: one } } : page,
  );
  const authors = linked.authors.map((author) =>
    author.slug === "bert-zander" ? { ...author, bio: { ...author.bio, headings: one } } : author,
  );
  return () => refuseDeadLinks({ ...linked, articles, pages, authors });
}

test.each([
  "/marken/drei-fragen/#anfang",
  "/marken/drei-fragen/2/#mitte",
  "/marken/drei-fragen/alles/#mitte",
  "/marken/drei-fragen/?a=b#anfang",
  "/marken/drei-fragen/#",
  "/marken/drei-fragen/#kommentare",
  "/marken/drei-fragen/#kommentar-3",
  "/marken/drei-fragen/#fn-2",
  "/marken/drei-fragen/3/#kommentare-2",
  "/marken/drei-fragen/#:~:text=niemand",
  "/#kolumnisten",
  "/impressum/#anschrift",
  "/autoren/bert-zander/#anschrift",
  "/alt/drei/#anfang",
])("a link to %s leads to a place on its page", (href) => {
  expect(withHeadings(href)).not.toThrow();
});

test.each([
  ["/marken/drei-fragen/#nix", "nix", ""],
  ["/marken/drei-fragen/#mitte", "mitte", ""],
  ["/marken/drei-fragen/2/#anfang", "anfang", ""],
  ["/marken/drei-fragen/#anfnag", "anfnag", '; did you mean "/marken/drei-fragen/#anfang"?'],
  ["/marken/#anfang", "anfang", ""],
  ["/impressum/#nix", "nix", ""],
  ["/marken/drei-fragen/#%C3%BCber", "über", ""],
  ["/feed.atom#nix", "nix", ""],
  ["/alt/drei/#nix", "nix", ""],
])("a link to %s, where no such heading is, is a mistake", (href, id, guess) => {
  expect(withHeadings(href)).toThrow(
    `:9:4 a link to "${href}": the page has no heading "${id}"; expected the id of a heading there: its words in lower case with hyphens${guess}\n`,
  );
});

test("the headings of a page are those of its text", () => {
  const article = magazine.articles.find(({ slug }) => slug === "zwei-abteilungen");
  expect(article?.text.headings).toEqual([["die-pflanze", 1]]);
});
