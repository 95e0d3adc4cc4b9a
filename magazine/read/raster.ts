import { imageSize } from "image-size";

import type { Image } from "../model.ts";
import { kindOf } from "./kind.ts";
import { isWhole } from "./whole.ts";

/** What an image's bytes are called by image-size, by the ending of its name. */
const types: Readonly<Record<string, readonly string[]>> = {
  jpg: ["jpg"],
  jpeg: ["jpg"],
  png: ["png"],
  webp: ["webp"],
  avif: ["avif", "heif"],
  gif: ["gif"],
};

/** The longest side that a JPEG or GIF can say; browsers draw none that is longer. */
const longest = 65_535;
/** Each costs whoever draws it anew four bytes of memory; a page shows a twentieth of them. */
const mostPixels = 40_000_000;

type Wrong = { readonly what: string; readonly expected: string };

/**
 * The size of a picture made of pixels, as it is shown, and its kind: a photograph may lie on its side and say so in its EXIF data.
 *
 * @param ending of the file's name, in lower case
 * @returns what is wrong, as the end of a sentence that begins with the file, when the bytes are no such picture, when they end too
 * early, or when the picture is larger than a page can show.
 */
export function readRaster(
  bytes: Uint8Array,
  ending: string,
): Pick<Image, "width" | "height" | "kind"> | Wrong {
  const expected = `an image in the format ${ending}`;
  const size = sizeOf(bytes);
  if (size === null) return { what: "cannot be read as an image", expected };
  const { type, width, height } = size;
  if (!types[ending]?.includes(type)) return { what: `holds ${type}`, expected };
  if (
    !(width > 0 && height > 0 && Math.max(width, height) <= longest && width * height <= mostPixels)
  ) {
    return {
      what: `says that it is ${width} × ${height} pixels large`,
      expected: `sides from 1 to ${longest} pixels, and no more than ${mostPixels / 1_000_000} megapixels`,
    };
  }
  if (!isWhole(bytes, type)) return { what: "ends too early", expected: "the whole file" };
  return { width, height, kind: kindOf(bytes, type, width * height) };
}

/** Null when the bytes are no image that is known. */
function sizeOf(bytes: Uint8Array): { type: string; width: number; height: number } | null {
  try {
    // A copy with memory of its own: image-size reads on past the end of a part of a larger buffer.
    const { type = "", width, height, orientation = 1 } = imageSize(new Uint8Array(bytes));
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    // image-size throws on bytes that it does not know or that end too early.
    return null;
  }
}
