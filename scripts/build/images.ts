import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Image, Magazine, Text } from "../../magazine/model.ts";
import type { AssetFile } from "./assets.ts";

/** The pictures that the magazine shows, each once, with their bytes. */
export function imageFiles(magazine: Magazine, folder: string): AssetFile[] {
  const inText = (text: Text) => Object.values(text.images);
  const images: (Image | null)[] = [
    ...magazine.authors.flatMap(({ portrait, bio }) => [portrait, ...inText(bio)]),
    ...magazine.articles.flatMap(({ image, text }) => [image, ...inText(text)]),
    ...magazine.pages.flatMap(({ text }) => inText(text)),
  ];
  const files = new Map(
    images.filter((image) => image !== null).map(({ address, file }) => [address, file]),
  );
  return [...files].map(([path, file]) => ({ path, bytes: readFileSync(join(folder, file)) }));
}
