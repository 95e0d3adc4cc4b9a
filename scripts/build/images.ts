import type { Image, Magazine, Text } from "../../magazine/model.ts";
import { cardAddress, cardOf } from "../../magazine/pages/cards.ts";
import { addressesIn } from "../../magazine/pages/addresses.ts";
import { originalAddress, renditionsOf } from "../../magazine/pictures.ts";
import type { Rendition, Slot } from "../../magazine/pictures.ts";
import type { PrintedCard } from "./pictures.ts";

/** The pictures that are printed as they are, each once: their addresses, and the files in the content folder. */
export function printedImages(magazine: Magazine): (readonly [address: string, file: string])[] {
  const files = new Map(
    shownIn(magazine)
      .filter(([{ kind }]) => kind === "asItIs")
      .map(([image]) => [originalAddress(image), image.file]),
  );
  return [...files];
}

/** What is drawn of the others, each once: all sizes and formats that the magazine's pages name. */
export function renditionsIn(magazine: Magazine): Rendition[] {
  const renditions = shownIn(magazine).flatMap(([image, slots]) =>
    slots.flatMap((slot) => renditionsOf(image, slot)),
  );
  return [...new Map(renditions.map((one) => [one.address, one])).values()];
}

/** The pictures for sharing, one of each article. */
export function cardsIn(magazine: Magazine): PrintedCard[] {
  const { images } = addressesIn(magazine.language);
  return magazine.articles.map((article) => {
    const card = cardOf(magazine, article);
    return { address: cardAddress(card, article.slug, images), file: article.file, card };
  });
}

/** Every picture of the magazine, with the places where pages show it. */
function shownIn({ authors, articles, pages }: Magazine): (readonly [Image, readonly Slot[]])[] {
  const inText = ({ images }: Text) =>
    Object.values(images).map((image) => [image, ["text"]] as const);
  const own = (image: Image | null, ...slots: Slot[]) =>
    image === null ? [] : [[image, slots] as const];
  return [
    ...authors.flatMap(({ portrait, bio }) => [...own(portrait, "portrait"), ...inText(bio)]),
    ...articles.flatMap(({ image, text }) => [...own(image, "lead", "teaser"), ...inText(text)]),
    ...pages.flatMap(({ text }) => inText(text)),
  ];
}
