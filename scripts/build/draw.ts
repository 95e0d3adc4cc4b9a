import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { recipe } from "../../magazine/pictures.ts";
import type { Rendition } from "../../magazine/pictures.ts";

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
