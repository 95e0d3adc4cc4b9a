/** A place in a picture; within a glyph from 0 to 1, to the right and down. */
export type Point = readonly [x: number, y: number];
/** A line through its points. */
export type Stroke = readonly Point[];

/** Part of an ellipse as a stroke; angles in degrees, clockwise from the right. */
function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Point[] {
  return Array.from({ length: 13 }, (_, index) => {
    const angle = ((from + ((to - from) * index) / 12) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}

/** A line as SVG's `polyline` names its points: `x,y x,y`. */
function line(points: string): Point[] {
  return points.split(" ").map((point) => {
    const [x = 0, y = 0] = point.split(",").map(Number);
    return [x, y] as const;
  });
}

const bowl: Stroke = [...line("0,0 0.5,0"), ...arc(0.5, 0.28, 0.42, 0.28, -90, 90), [0, 0.56]];

/** The letters of a code, in strokes. Left out are those that bent ones are mistaken for: B D F G H I J M N O Q S V W Z and nearly all digits. */
export const glyphs: Readonly<Record<string, readonly Stroke[]>> = {
  A: [line("0,1 0.5,0 1,1"), line("0.2,0.64 0.8,0.64")],
  C: [arc(0.55, 0.5, 0.55, 0.5, -50, -310)],
  E: [line("0.9,0 0,0 0,1 0.9,1"), line("0,0.48 0.75,0.48")],
  K: [line("0,0 0,1"), line("0.95,0 0,0.58"), line("0.3,0.42 1,1")],
  L: [line("0,0 0,1 0.85,1")],
  P: [line("0,0 0,1"), bowl],
  R: [line("0,0 0,1"), bowl, line("0.4,0.56 0.95,1")],
  T: [line("0,0 1,0"), line("0.5,0 0.5,1")],
  U: [[[0, 0], ...arc(0.5, 0.6, 0.5, 0.4, 180, 0), [1, 0]]],
  X: [line("0,0 1,1"), line("1,0 0,1")],
  Y: [line("0,0 0.5,0.5 1,0"), line("0.5,0.5 0.5,1")],
  3: [[...arc(0.4, 0.27, 0.48, 0.27, -150, 90), ...arc(0.4, 0.76, 0.54, 0.24, -90, 150)]],
};

/** The letters that a code is made of. */
export const letters = Object.keys(glyphs).toSorted().join("");
