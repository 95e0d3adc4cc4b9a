import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Image } from "../../magazine/model.ts";
import { recipe, renditionsOf, shownIn } from "../../magazine/pictures.ts";
import type { Slot } from "../../magazine/pictures.ts";

const tor: Image = {
  file: "articles/tor.jpg",
  name: "/bilder/tor",
  hash: "0".repeat(64),
  width: 4000,
  height: 3000,
  kind: "photo",
  focus: { x: 50, y: 50 },
};

const sizes = (image: Image, slot: Slot) =>
  renditionsOf(image, slot)
    .filter(({ format }) => format === "webp")
    .map(({ width, height }) => `${width} × ${height}`);

test("a photograph is drawn in three formats, each in the widths of its place, the best first", () => {
  expect(renditionsOf(tor, "text").map(({ format, width }) => `${format} ${width}`)).toEqual(
    ["avif", "webp", "jpg"].flatMap((format) => [480, 800, 1280].map((w) => `${format} ${w}`)),
  );
});

test("in a text it is whole, at the top of an article and on teasers cut to a shape, as a portrait square", () => {
  expect(sizes(tor, "text")).toEqual(["480 × 360", "800 × 600", "1280 × 960"]);
  expect(sizes(tor, "lead")).toEqual(["480 × 240", "800 × 400", "1280 × 640"]);
  expect(sizes(tor, "teaser")).toEqual(["160 × 120", "320 × 240"]);
  expect(sizes(tor, "portrait")).toEqual(["96 × 96", "192 × 192", "384 × 384"]);
});

test("none is blown up", () => {
  expect(sizes({ ...tor, width: 800, height: 600 }, "text")).toEqual(["480 × 360", "800 × 600"]);
  expect(sizes({ ...tor, width: 600, height: 30 }, "text")).toEqual(["480 × 24", "600 × 30"]);
  expect(sizes({ ...tor, width: 3, height: 2000 }, "lead")).toEqual(["3 × 2"]);
});

test.for([
  [50, 50, 500, 0],
  [0, 50, 0, 0],
  [100, 50, 1000, 0],
  [40, 50, 300, 0],
  [10, 90, 0, 0],
] as const)("what is wide is cut about its focus at %i % %i %", ([x, y, left, top]) => {
  const [first] = renditionsOf({ ...tor, width: 2000, height: 1000, focus: { x, y } }, "portrait");
  expect(first?.crop).toEqual({ left, top, width: 1000, height: 1000 });
});

test("what is high is cut about its focus", () => {
  const [first] = renditionsOf(
    { ...tor, width: 1000, height: 2000, focus: { x: 0, y: 30 } },
    "lead",
  );
  expect(first?.crop).toEqual({ left: 0, top: 350, width: 1000, height: 500 });
});

test("see-through pictures have no JPEG, drawings only formats without loss", () => {
  const formats = (kind: Image["kind"]) =>
    shownIn("lead", { ...tor, kind }).sources.map(({ format }) => format);
  expect(formats("cutout")).toEqual(["avif", "webp", "png"]);
  expect(formats("drawing")).toEqual(["webp", "png"]);
});

test("what is no pixels, or moves, is printed as it is", () => {
  const gif: Image = { ...tor, file: "articles/Tor.GIF", kind: "asItIs" };
  expect(renditionsOf(gif, "lead")).toEqual([]);
  expect(shownIn("lead", gif)).toMatchObject({
    address: "/bilder/tor.00000000.gif",
    width: 4000,
    height: 3000,
    sources: [],
  });
});

test("an address changes with the bytes, the kind and the cut, and with nothing else", () => {
  const addresses = (image: Image, slot: Slot = "lead") =>
    renditionsOf(image, slot).map(({ address }) => address);
  expect(addresses(tor)).toEqual(addresses({ ...tor, file: "articles/2012/tor.jpg" }));
  expect(addresses(tor)[0]).toMatch(/^\/bilder\/tor\.[0-9a-f]{8}-480\.avif$/);
  const others = new Set(
    [
      addresses({ ...tor, hash: "1".repeat(64) }),
      addresses({ ...tor, kind: "cutout" }),
      addresses({ ...tor, focus: { x: 50, y: 0 } }),
      addresses(tor, "text"),
    ].flat(),
  );
  expect(addresses(tor).filter((one) => others.has(one))).toEqual([]);
  // In a text it is whole, wherever its focus is.
  expect(addresses({ ...tor, focus: { x: 50, y: 0 } }, "text")).toEqual(addresses(tor, "text"));
});

test("the recipe names the version that draws, and bounds AVIF's effort", () => {
  const { version } = JSON.parse(readFileSync("node_modules/sharp/package.json", "utf8")) as {
    version: string;
  };
  expect(recipe.sharp).toBe(version);
  expect(recipe.avif.effort).toBeLessThanOrEqual(4);
});

test("a page is told of every rendition, and of the largest that everything reads", () => {
  const { sources, ...rest } = shownIn("teaser", tor);
  const names = renditionsOf(tor, "teaser").map(({ address }) => address);
  expect(
    sources.flatMap(({ srcset }) => srcset.split(",")).map((one) => one.split(" ")[0]),
  ).toEqual(names);
  expect(sources[0]?.srcset).toBe(`${names[0]} 160w,${names[1]} 320w`);
  expect(rest).toEqual({
    address: names.at(-1),
    width: 320,
    height: 240,
    sizes: expect.stringContaining("160px"),
  });
});
