import sharp from "sharp";
import type { Sharp } from "sharp";

/** A picture of four fields, red, green, blue and white from the top left, as wide and high as asked: drawn for tests, never kept. */
export function fields(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [right, low] = [x >= width / 2, y >= height / 2];
      const colour = low
        ? right
          ? [255, 255, 255]
          : [0, 0, 255]
        : right
          ? [0, 255, 0]
          : [255, 0, 0];
      data.set(colour, (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** The same as a JPEG that says where it was taken, by whom, and how it lies (EXIF, 1 to 8). */
export function photo(width: number, height: number, orientation = 1): Promise<Buffer> {
  return fields(width, height)
    .withExif({
      IFD0: { Artist: "Anna Kern", Copyright: "geheim" },
      IFD3: { GPSLatitude: "53/1 33/1 0/1", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}
