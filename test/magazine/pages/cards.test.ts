import { expect, test } from "vitest";
import type { Article, Author } from "../../../magazine/model.ts";
import { cardAddress, cardOf } from "../../../magazine/pages/cards.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { fixture } from "../read/broken.ts";

const magazine = readMagazine(fixture);
const [anna, bert, clemens] = ["anna-oestreich", "bert-zander", "clemens-von-luetzow"].map((slug) =>
  magazine.authors.find((author) => author.slug === slug),
) as [Author, Author, Author];
const article = magazine.articles.find(({ id }) => id === "zwei-abteilungen") as Article;
const cardBy = (authors: readonly Author[], language: "de" | "en" = "de") =>
  cardOf({ ...magazine, language }, { ...article, authors });

test("a card names who wrote it, and shows tagline and portrait of one author alone", () => {
  expect(cardBy([anna])).toEqual({
    column: "Alltag",
    title: "Zwei Abteilungen, ein Büro",
    authors: "Anna Östreich",
    tagline: "Die Markenkennerin",
    portrait: anna.portrait,
    magazine: "Das Prüfblatt",
    date: "19.10.2012",
    image: article.image,
  });
  expect(cardBy([anna, bert])).toMatchObject({
    authors: "Anna Östreich und Bert Zander",
    tagline: null,
    portrait: null,
  });
  expect(cardBy([anna, bert, clemens], "en").authors).toBe(
    "Anna Östreich, Bert Zander and Clemens von Lützow",
  );
  expect(cardBy([bert])).toMatchObject({ tagline: null, portrait: null });
});

test("a card's address is another when what stands on it is, be it the point that stays in sight", () => {
  const card = cardBy([anna]);
  const address = cardAddress(card, "a", "/bilder/");
  expect(address).toMatch(/^\/bilder\/a-share\.[0-9a-f]{8}\.jpg$/u);
  const { image } = article;
  if (image === null || anna.portrait === null) throw new Error("both have a picture");
  const others = [
    { ...card, title: "Anders" },
    { ...card, image: null },
    { ...card, image: { ...image, hash: "00" } },
    { ...card, image: { ...image, focus: { x: 1, y: 2 } } },
    { ...card, portrait: { ...anna.portrait, hash: "00" } },
  ].map((other) => cardAddress(other, "a", "/bilder/"));
  expect(new Set([address, ...others]).size).toBe(6);
  expect(cardAddress({ ...card, image: { ...image, name: "/bilder/x" } }, "a", "/bilder/")).toBe(
    address,
  );
});
