/**
 * Pictures as pages show them. One made of pixels is printed in other sizes and formats, its renditions; what it is called and how large it
 * is follows from the picture and the recipe, so that pages can be printed, and content checked, before one is drawn.
 */
import { createHash } from "node:crypto";
import manifest from "../package.json" with { type: "json" };
import type { Focus, Image } from "./model.ts";

export type Format = "avif" | "webp" | "jpg" | "png";

/**
 * How renditions are drawn: what sharp is told, and its version. It goes into their names, so that whoever keeps one for ever keeps no old
 * one. AVIF's effort is bounded: 4 takes three times as long and saves a twentieth.
 */
export const recipe = {
  sharp: manifest.dependencies.sharp,
  avif: { quality: 52, effort: 3 },
  webp: { quality: 78 },
  jpg: { quality: 78, mozjpeg: true },
  png: { palette: true },
  /** Of a drawing not a pixel changes but by its size. */
  drawing: { webp: { lossless: true }, png: { compressionLevel: 9 } },
} as const;

/** By what a picture is made of: its formats, the best first; the last one everything reads that shows pictures. */
const formats: Readonly<Record<Image["kind"], readonly Format[]>> = {
  photo: ["avif", "webp", "jpg"],
  cutout: ["avif", "webp", "png"],
  drawing: ["webp", "png"],
  asItIs: [],
};

/** Where pages show a picture: cut to a shape or whole, in which widths, and how wide it stands there (`sizes` of HTML). */
const slots = {
  text: { ratio: null, widths: [480, 800, 1280], sizes: "(min-width:43rem) 40rem,92vw" },
  lead: {
    ratio: 2,
    widths: [480, 800, 1280],
    sizes: "(min-width:75rem) 60rem,(min-width:62rem) 48rem,100vw",
  },
  teaser: { ratio: 4 / 3, widths: [160, 320], sizes: "(min-width:46rem) 160px,22vw" },
  portrait: { ratio: 1, widths: [96, 192, 384], sizes: null },
} as const;

export type Slot = keyof typeof slots;

/** A part of a picture, in its pixels as they are shown. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in one size and format. */
export interface Rendition {
  /** Where it is printed; the name carries a hash of the picture's bytes and of how it is drawn. */
  readonly address: string;
  readonly format: Format;
  readonly width: number;
  readonly height: number;
  readonly crop: Crop;
  /** The file that it is drawn from, relative to the content folder. */
  readonly file: string;
  readonly isDrawing: boolean;
}

/** A picture as a page prints it. */
export interface Shown {
  /** Of the largest; of a picture that is printed as it is, of that. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
  /** The best format first; none for a picture that is printed as it is. */
  readonly sources: readonly { readonly format: Format; readonly srcset: string }[];
  /** How wide it stands in its place; null where that is told elsewhere. */
  readonly sizes: string | null;
}

/** Every rendition that pages may load where they show a picture in this place; none of one that is printed as it is. */
export function renditionsOf(image: Image, slot: Slot): Rendition[] {
  const { ratio, widths } = slots[slot];
  const crop = cropTo(image, ratio);
  const { file, kind } = image;
  const hash = hashOf([image.hash, recipe, kind, crop]);
  return formats[kind].flatMap((format) =>
    fitting(widths, crop.width).map((width) => ({
      address: `${image.name}.${hash}-${width}.${format}`,
      format,
      width,
      height: Math.max(1, Math.round((width * crop.height) / crop.width)),
      crop,
      file,
      isDrawing: kind === "drawing",
    })),
  );
}

/** What a page says of a picture that it shows in this place. */
export function shownIn(slot: Slot, image: Image): Shown {
  const renditions = renditionsOf(image, slot);
  const largest = renditions.at(-1);
  const { address, width, height } = largest ?? { ...image, address: originalAddress(image) };
  const sources = formats[image.kind].map((format) => ({
    format,
    srcset: renditions
      .filter((one) => one.format === format)
      .map((one) => `${one.address} ${one.width}w`)
      .join(","),
  }));
  return { address, width, height, sources, sizes: slots[slot].sizes };
}

/** Where a picture is printed as it is. */
export function originalAddress({ name, hash, file }: Image): string {
  return `${name}.${hash.slice(0, 8)}${/\.[^.]+$/.exec(file)?.[0].toLowerCase() ?? ""}`;
}

/** The largest part of this shape, its middle as near to the focus as the edges allow; without a shape the whole. */
export function cropTo({ width, height, focus }: Image, ratio: number | null): Crop {
  if (ratio === null) return { left: 0, top: 0, width, height };
  const part = {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  };
  return {
    left: startOf(focus.x, width, part.width),
    top: startOf(focus.y, height, part.height),
    ...part,
  };
}

function startOf(percent: Focus["x"], whole: number, part: number): number {
  const start = Math.round((whole * percent) / 100 - part / 2);
  return Math.max(0, Math.min(whole - part, start));
}

/** No picture is blown up: of a smaller one its own width is the last. */
function fitting(widths: readonly number[], own: number): number[] {
  const smaller = widths.filter((width) => width < own);
  return smaller.length === widths.length ? [...widths] : [...smaller, own];
}

function hashOf(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 8);
}
