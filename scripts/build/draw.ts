import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { OverlayOptions, Sharp } from "sharp";
import { recipe } from "../../magazine/pictures.ts";
import type { Crop, Rendition } from "../../magazine/pictures.ts";

// Whoever draws decides how many at once; each keeps to one core, and nothing is kept in memory behind it.
sharp.concurrency(1);
sharp.cache(false);

/**
 * A rendition's bytes: upright, cut, made smaller, in sRGB, and without what the file said beside the picture (EXIF with its places and
 * cameras, profiles, thumbnails). The same bytes for the same file and recipe.
 *
 * @param folder the content folder
 * @throws Error of sharp when the file is no picture to its end
 */
export async function draw(rendition: Rendition, folder: string): Promise<Buffer> {
  const { file, crop, width, height } = rendition;
  const picture = sharp(await readFile(join(folder, file)), { failOn: "error" })
    .autoOrient()
    .extract({ ...crop })
    .resize(width, height, { fit: "fill" });
  return inFormat(picture, rendition).toBuffer();
}

function inFormat(picture: Sharp, { format, isDrawing }: Rendition): Sharp {
  if (format === "avif") return picture.avif(recipe.avif);
  if (format === "webp") return picture.webp(isDrawing ? recipe.drawing.webp : recipe.webp);
  if (format === "jpg") return picture.jpeg(recipe.jpg);
  return picture.png(isDrawing ? recipe.drawing.png : recipe.png);
}

/** A part of a picture in this size for a larger drawing, round if wanted; an SVG or GIF is cut about its middle. */
export async function pieceOf(
  file: string,
  crop: Crop,
  { width, height, isRound }: { width: number; height: number; isRound: boolean },
): Promise<Buffer> {
  const isCut = !/\.(?:svg|gif)$/iu.test(file);
  const picture = sharp(await readFile(file), { failOn: "error", density: 300 }).autoOrient();
  const piece = (isCut ? picture.extract({ ...crop }) : picture).resize(width, height, {
    fit: "cover",
  });
  if (!isRound) return piece.png().toBuffer();
  const circle = `<svg width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 2}" r="${width / 2}"/></svg>`;
  return piece
    .ensureAlpha()
    .composite([{ input: Buffer.from(circle), blend: "dest-in" }])
    .png()
    .toBuffer();
}

/** The picture for sharing: an SVG with the pieces on it. */
export function drawShare(svg: string, pieces: OverlayOptions[]): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .composite(pieces)
    .flatten({ background: "#fff" })
    .jpeg({ quality: 84, chromaSubsampling: "4:4:4", mozjpeg: true })
    .toBuffer();
}
