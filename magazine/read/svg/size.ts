export interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels, by CSS Values; of the units that depend on a font, its usual size. */
const pixels: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/**
 * The size in whole pixels that `<svg>` asks for: by width and height, by one of them and the proportions of the viewBox, or by the
 * viewBox alone. Null when it says none; 0 and less are as written.
 */
export function sizeOf(attributes: Readonly<Record<string, string>>): Size | null {
  const width = lengthOf(attributes["width"]);
  const height = lengthOf(attributes["height"]);
  const [, , boxWidth = NaN, boxHeight = NaN] = (attributes["viewBox"] ?? "")
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  if (width !== null && height !== null) return whole(width, height);
  if (Number.isNaN(boxWidth + boxHeight)) return null;
  if (width !== null) return whole(width, (width * boxHeight) / boxWidth);
  if (height !== null) return whole((height * boxWidth) / boxHeight, height);
  return whole(boxWidth, boxHeight);
}

/** Null for none, and for one that depends on the page: a percentage, `auto`. */
function lengthOf(written: string | undefined): number | null {
  const found = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(written ?? "");
  const unit = pixels[found?.[2]?.toLowerCase() ?? ""];
  return found === null || unit === undefined ? null : Number(found[1]) * unit;
}

/** A hair's breadth is a pixel: attributes of pages are whole numbers. */
function whole(width: number, height: number): Size {
  return { width: rounded(width), height: rounded(height) };
}

function rounded(length: number): number {
  return length > 0 ? Math.max(1, Math.round(length)) : length;
}
