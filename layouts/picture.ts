import type { ArticleImage, Image } from "../magazine/model.ts";
import { shownIn } from "../magazine/pictures.ts";
import type { Format, Slot } from "../magazine/pictures.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";

interface Options {
  readonly alt: string;
  /** The first of its page, which is fetched before the others; they wait until they come near. */
  readonly eager?: boolean;
  /** How wide it stands, in CSS pixels, where its place does not say it. */
  readonly size?: number;
  readonly class?: string;
}

const types: Readonly<Record<Format, string>> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
};

/** A picture in the formats and widths of its place; the browser takes what it knows and needs. Width and height keep its room free. */
export function picture(image: Image, slot: Slot, options: Options): Html {
  const { alt, eager = false, size } = options;
  const { address, width, height, sources, sizes } = shownIn(slot, image);
  const wide = size === undefined ? sizes : `${size}px`;
  const best = sources.slice(0, -1);
  const plain = sources.at(-1);
  const img = html`<img${options.class !== undefined && html` class="${options.class}"`} src="${address}"${plain !== undefined && choice(plain.srcset, wide)} alt="${alt}" width="${size ?? width}" height="${size ?? height}"${eager ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`}>`;
  if (best.length === 0) return img;
  return html`<picture>${best.map(({ format, srcset }) => html`<source type="${types[format]}"${choice(srcset, wide)}>`)}${img}</picture>`;
}

function choice(srcset: string, sizes: string | null): Content {
  return html` srcset="${srcset}"${sizes !== null && html` sizes="${sizes}"`}`;
}

/** What stands below an article's picture, and whose it is. */
export function caption({ caption, credit }: ArticleImage): Content {
  if (caption === null && credit === null) return null;
  const gap = caption !== null && credit !== null && " ";
  return html`<figcaption class="ui">${caption}${gap}${credit !== null && html`<small>${credit}</small>`}</figcaption>`;
}

/** A picture where it is read elsewhere, as in a feed: one file, at an absolute address. */
export function plainPicture(image: Image, slot: Slot, site: string, alt: string): Html {
  const { address, width, height } = shownIn(slot, image);
  return html`<img src="${site}${address}" alt="${alt}" width="${width}" height="${height}">`;
}
