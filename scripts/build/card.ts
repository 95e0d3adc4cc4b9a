import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Font } from "satori";
import { cardSize } from "../../magazine/pages/cards.ts";
import type { Card } from "../../magazine/pages/cards.ts";
import type { Image } from "../../magazine/model.ts";
import { cropTo } from "../../magazine/pictures.ts";
import { drawShare, pieceOf } from "./draw.ts";

/** Always light: a picture does not know who looks at it. */
const colours = { paper: "#fcfbf8", ink: "#1d1b18", soft: "#5f594f", accent: "#9d2b1e" };
/** The room of the words, and what stands right of it, in pixels. */
const say = { left: 60, width: 596 };
const side = { left: 700, width: 500, height: cardSize.height };
const face = { left: say.left, top: 394, width: 92, height: 92 };
/** The headline's sizes: the first at which it takes four lines at most, and no word is cut. */
const sizes = [66, 58, 50, 44, 38];
const lineHeight = 1.08;
const mostLines = 4;
const mostHeight = 262;

interface Box {
  readonly type: "div";
  readonly props: { readonly style: object; readonly children?: string | readonly Box[] };
}

function box(style: object, children: string | readonly Box[] = []): Box {
  return { type: "div", props: { style: { display: "flex", ...style }, children } };
}

/**
 * The picture for sharing an article, as a JPEG of 1200 × 630: words left, right the article's picture, or the author's portrait. The same
 * bytes for the same card.
 *
 * @param folder the content folder
 */
export async function drawCard(card: Card, folder: string): Promise<Buffer> {
  const large = card.image ?? card.portrait;
  const small = card.image === null ? null : card.portrait;
  const room = large === null ? cardSize.width - 2 * say.left : say.width;
  const words = await svgOf(box(page, await linesOf(card, room, small !== null)), cardSize);
  const pieces = await Promise.all([
    ...(large === null ? [] : [piece(large, folder, side)]),
    ...(small === null ? [] : [piece(small, folder, face, true)]),
  ]);
  return drawShare(words, pieces);
}

const page = { width: cardSize.width, height: cardSize.height, background: colours.paper };

async function linesOf(card: Card, width: number, hasFace: boolean): Promise<Box[]> {
  const { column, title, authors, tagline, magazine, date } = card;
  const at = (top: number, style: object, children: string | readonly Box[]) =>
    box({ position: "absolute", left: say.left, top, width, ...style }, children);
  const sans = { fontFamily: "sans", fontSize: 26, color: colours.soft };
  const left = hasFace ? face.left + face.width + 22 : say.left;
  return [
    at(52, { ...sans, fontWeight: 600, color: colours.accent }, column),
    at(104, await headlineStyle(title, width), title),
    at(
      face.top,
      { ...sans, left, height: face.height, flexDirection: "column", justifyContent: "center" },
      [
        box({ fontWeight: 600, color: colours.ink }, authors),
        ...(tagline === null ? [] : [box({}, tagline)]),
      ],
    ),
    at(516, { height: 6, background: colours.ink }, []),
    at(540, { alignItems: "baseline", justifyContent: "space-between" }, [
      box(
        {
          fontFamily: "serif",
          fontSize: 44,
          fontWeight: 700,
          letterSpacing: -0.9,
          color: colours.ink,
        },
        magazine,
      ),
      box({ ...sans, fontSize: 22 }, date),
    ]),
  ];
}

async function headlineStyle(title: string, width: number): Promise<object> {
  const styleOf = (fontSize: number) => ({
    fontFamily: "serif",
    fontSize,
    fontWeight: 700,
    lineHeight,
    letterSpacing: fontSize * -0.022,
    color: colours.ink,
  });
  const words = title.split(/[\s-]+/u);
  for (const fontSize of sizes) {
    const style = styleOf(fontSize);
    const widest = await sizeOf(
      box(
        { ...style, flexDirection: "column" },
        words.map((one) => box({}, one)),
      ),
      { height: 4000 },
    );
    const whole = await sizeOf(box({ ...style, width }, title), { width });
    const isLow = whole.height <= Math.min(mostHeight, mostLines * fontSize * lineHeight + 1);
    if (widest.width <= width && isLow) return style;
  }
  return {
    ...styleOf(sizes.at(-1) ?? 38),
    wordBreak: "break-word",
    maxHeight: mostHeight,
    overflow: "hidden",
  };
}

async function sizeOf(what: Box, room: { width: number } | { height: number }) {
  const svg = await svgOf(what, room);
  const [, width = "0", height = "0"] = /width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

async function svgOf(
  what: Box,
  room: { width: number; height: number } | { width: number } | { height: number },
): Promise<string> {
  // As a module: what `require` gives, which the bundled program calls, has another form.
  const { default: satori } = await import("satori");
  return satori(what, { ...room, fonts });
}

const resolve = createRequire(import.meta.url).resolve;

/** Of a font, the letters of western and of central Europe; loaded for drawing alone, no page has them. */
function font(name: string, family: string, weight: 400 | 600 | 700): Font[] {
  const files = join(resolve(`@fontsource/${family}/package.json`), "../files");
  return ["latin", "latin-ext"].map((letters) => ({
    name,
    weight,
    style: "normal",
    data: readFileSync(join(files, `${family}-${letters}-${weight}-normal.woff`)),
  }));
}

const fonts = [
  ...font("serif", "noto-serif", 700),
  ...font("sans", "noto-sans", 400),
  ...font("sans", "noto-sans", 600),
];

interface Place {
  readonly left: number;
  readonly top?: number;
  readonly width: number;
  readonly height: number;
}

async function piece(image: Image, folder: string, place: Place, isRound = false) {
  const { left, top = 0, width, height } = place;
  const crop = cropTo(image, width / height);
  return {
    left,
    top,
    input: await pieceOf(join(folder, image.file), crop, { width, height, isRound }),
  };
}
