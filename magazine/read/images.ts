import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

import { guesser } from "../guess.ts";
import type { Guess } from "../guess.ts";
import type { Focus, Image, Language } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import type { Memory } from "./memory.ts";
import type { Place } from "./mistakes.ts";
import { byName } from "./nfc.ts";
import { readRaster } from "./raster.ts";
import { readSvg } from "./svg/svg.ts";
import { addressWords } from "../words/address-words.ts";

const formats = new Set(["svg", "jpg", "jpeg", "png", "webp", "avif", "gif"]);
const middle: Focus = { x: 50, y: 50 };
const endings = "svg, jpg, png, webp, avif or gif";

/** What is wrong with an image; without a place of its own it stands where the image is named. */
export interface WrongImage extends Partial<Place> {
  readonly what: string;
  readonly expected: string;
  readonly guess?: string;
}

/** Finds the image that `src` means in the document `file`. */
export type FindImage = (file: string, src: string) => Image | readonly WrongImage[];

export function isImage(found: Image | readonly WrongImage[]): found is Image {
  return "hash" in found;
}

interface ImageReading {
  readonly folder: string;
  /** Every file of the content folder: names count letter by letter, also where the disk would not mind, but for how a letter is put together (NFC, NFD). */
  readonly files: readonly string[];
  readonly language: Language;
  /** Files that could not be drawn, and why. */
  readonly undrawn: ReadonlyMap<string, string>;
  readonly memory: Memory;
}

/**
 * Images stand beside the text that shows them, and are named relative to it. Each file is read once, and what is wrong inside it is
 * told once.
 */
export function imagesIn({ folder, files, language, undrawn, memory }: ImageReading): FindImage {
  const known = byName(files);
  const guess = guesser(imagesAmong(known.keys()));
  const read = new Map<string, Image | readonly WrongImage[]>();
  return (document, src) => {
    const named = posix.join(posix.dirname(document), src).normalize("NFC");
    const wrong = wrongName(src, named);
    if (wrong !== null) return [wrong];
    const file = known.get(named);
    if (file === undefined) return [missing(document, src, named, guess)];
    const why = undrawn.get(file);
    if (why !== undefined) return [cannotBeDrawn(file, why)];
    const kept = read.has(file) ? undefined : memory.recall(file);
    const image =
      read.get(file) ??
      (kept !== undefined && "hash" in kept
        ? { ...kept, name: nameOf(file, language) }
        : readImage(folder, file, language));
    if (isImage(image)) memory.keep(file, image);
    read.set(file, isImage(image) ? image : image.filter((wrong) => wrong.file === undefined));
    return image;
  };
}

/** Nobody looks for them before one is missing. */
function* imagesAmong(names: Iterable<string>): Iterable<string> {
  for (const name of names) if (formats.has(endingOf(name))) yield name;
}

function wrongName(src: string, file: string): WrongImage | null {
  const expected = "a file beside the text";
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src)) {
    return { what: `the image "${src}" is not a file of the magazine`, expected };
  }
  if (file === ".." || file.startsWith("../")) {
    return { what: `the image "${src}" is outside the content folder`, expected };
  }
  if (formats.has(endingOf(file))) return null;
  return { what: `the image "${src}" has no format that is printed`, expected: endings };
}

function missing(document: string, src: string, file: string, guessFile: Guess): WrongImage {
  const guess = guessFile(file);
  return {
    what: `the image "${src}" does not exist`,
    expected: `a file content/${file}`,
    ...(guess !== undefined && {
      guess: posix.relative(posix.dirname(document).normalize("NFC"), guess),
    }),
  };
}

function cannotBeDrawn(file: string, why: string): WrongImage {
  const expected = `an image in the format ${endingOf(file)}`;
  return { what: `the file ${file} cannot be drawn (${why})`, expected };
}

function readImage(
  folder: string,
  file: string,
  language: Language,
): Image | readonly WrongImage[] {
  const bytes = readFileSync(join(folder, file));
  const ending = endingOf(file);
  const read = ending === "svg" ? asSvg(bytes, file) : asRaster(bytes, file, ending);
  if (!("width" in read)) return read;
  const { width, height, kind } = read;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { file, name: nameOf(file, language), hash, width, height, kind, focus: middle };
}

/** What the addresses begin with that an image is printed at. */
function nameOf(file: string, language: Language): string {
  const name = posix.basename(file, posix.extname(file));
  return `/${addressWords[language].images}/${slugOf(name, language) || "image"}`;
}

function asSvg(bytes: Uint8Array, file: string) {
  const read = readSvg(bytes);
  return "width" in read
    ? { ...read, kind: "asItIs" as const }
    : read.map(({ line, column, what, expected }) => ({ file, line, column, what, expected }));
}

function asRaster(bytes: Uint8Array, file: string, ending: string) {
  const read = readRaster(bytes, ending);
  if ("width" in read) return read;
  return [{ what: `the file ${file} ${read.what}`, expected: read.expected }];
}

function endingOf(file: string): string {
  return posix.extname(file).slice(1).toLowerCase();
}
