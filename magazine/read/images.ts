import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

import { imageSize } from "image-size";

import { nearest } from "../guess.ts";
import type { Image, Language } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import { dangerIn } from "./svg.ts";
import { addressWords } from "../words/address-words.ts";

/** What an image's bytes are called by image-size, by the ending of its name. */
const formats = new Map([
  ["svg", ["svg"]],
  ["jpg", ["jpg"]],
  ["jpeg", ["jpg"]],
  ["png", ["png"]],
  ["webp", ["webp"]],
  ["avif", ["avif", "heif"]],
  ["gif", ["gif"]],
]);
const endings = "svg, jpg, png, webp, avif or gif";

export interface WrongImage {
  readonly what: string;
  readonly expected: string;
  readonly guess?: string;
}

/** Finds the image that `src` means in the document `file`. */
export type FindImage = (file: string, src: string) => Image | WrongImage;

export function isImage(found: Image | WrongImage): found is Image {
  return "address" in found;
}

/**
 * Images stand beside the text that shows them, and are named relative to it. Each file is read once.
 *
 * @param files every file of the content folder: names count letter by letter, also where the disk would not mind.
 */
export function imagesIn(folder: string, files: readonly string[], language: Language): FindImage {
  const known = new Set(files);
  const read = new Map<string, Image | WrongImage>();
  return (document, src) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src)) {
      return {
        what: `the image "${src}" is not a file of the magazine`,
        expected: "a file beside the text",
      };
    }
    const file = posix.join(posix.dirname(document), src);
    if (file === ".." || file.startsWith("../")) {
      return {
        what: `the image "${src}" is outside the content folder`,
        expected: "a file beside the text",
      };
    }
    const ending = endingOf(file);
    if (!formats.has(ending)) {
      return { what: `the image "${src}" has no format that is printed`, expected: endings };
    }
    if (!known.has(file)) return missing(document, src, file, files);
    const image = read.get(file) ?? readImage(folder, file, ending, language);
    read.set(file, image);
    return image;
  };
}

function missing(
  document: string,
  src: string,
  file: string,
  files: readonly string[],
): WrongImage {
  const guess = nearest(
    file,
    files.filter((other) => formats.has(endingOf(other))),
  );
  return {
    what: `the image "${src}" does not exist`,
    expected: `a file content/${file}`,
    ...(guess !== undefined && { guess: posix.relative(posix.dirname(document), guess) }),
  };
}

function readImage(
  folder: string,
  file: string,
  ending: string,
  language: Language,
): Image | WrongImage {
  const bytes = readFileSync(join(folder, file));
  const size = sizeOf(bytes);
  if (size === null || !formats.get(ending)?.includes(size.type)) {
    return {
      what: `the file ${file} ${size === null ? "cannot be read as an image" : `holds ${size.type}`}`,
      expected:
        ending === "svg"
          ? "an SVG with width and height, or a viewBox"
          : `an image in the format ${ending}`,
    };
  }
  const danger = ending === "svg" ? dangerIn(bytes) : null;
  if (danger !== null) {
    return { what: `the file ${file} holds ${danger}`, expected: "an SVG that only draws" };
  }
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const name = slugOf(posix.basename(file).slice(0, -ending.length - 1), language) || "image";
  const { width, height } = size;
  return {
    file,
    address: `/${addressWords[language].images}/${name}.${hash}.${ending}`,
    width,
    height,
  };
}

/** As it is shown, in pixels: a photograph may lie on its side and say so in its EXIF data. Null when the bytes are no image. */
function sizeOf(bytes: Uint8Array): { type: string; width: number; height: number } | null {
  try {
    // A copy with memory of its own: image-size reads on past the end of a part of a larger buffer.
    const { type = "", width, height, orientation = 1 } = imageSize(new Uint8Array(bytes));
    if (!(width > 0 && height > 0)) return null;
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    // image-size throws on bytes that it does not know or that end too early.
    return null;
  }
}

function endingOf(file: string): string {
  return posix.extname(file).slice(1).toLowerCase();
}
