import { cpSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { editionAt } from "../../magazine/edition.ts";
import { renditionsOf } from "../../magazine/pictures.ts";
import type { Slot } from "../../magazine/pictures.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { ContentMistakes } from "../../magazine/read/mistakes.ts";
import { cardsIn, renditionsIn } from "../../scripts/build/images.ts";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { drawPictures, forgetPictures } from "../../scripts/build/pictures.ts";
import { article, fixture } from "../magazine/read/broken.ts";
import { fields, photo } from "../photo.ts";
import { temporaryFolder } from "./run.ts";

/** The small magazine with an article of a picture, in a folder that also has room for what is printed and kept. */
function magazineOf(name: string, bytes: Uint8Array, more: Record<string, string> = {}) {
  const folder = temporaryFolder();
  const folders = {
    content: join(folder, "content"),
    out: join(folder, "out"),
    cache: join(folder, "cache"),
  };
  cpSync(fixture, folders.content, { recursive: true });
  writeFileSync(join(folders.content, "articles", name), bytes);
  writeFileSync(
    join(folders.content, "articles/probe.md"),
    article({ image: name, imageAlt: "Ein Tor", ...more }),
  );
  const probe = readMagazine(folders.content).articles.find(({ id }) => id === "probe");
  if (!probe?.image) throw new Error("the article has no picture");
  return { ...folders, image: probe.image };
}

async function drawn({ image, ...folders }: ReturnType<typeof magazineOf>, slot: Slot) {
  const renditions = renditionsOf(image, slot);
  const { undrawn } = await drawPictures(renditions, folders);
  expect([...undrawn]).toEqual([]);
  return renditions.map(({ address, format, width, height }) => ({
    format,
    width,
    height,
    bytes: readFileSync(join(folders.out, address)),
  }));
}

/** The colour in the middle of a picture's field, from the left and the top. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  const bits = [...data.subarray(at, at + 3)].map((value) => (value > 128 ? 1 : 0)).join("");
  const names: Readonly<Record<string, string>> = {
    100: "red",
    "010": "green",
    "001": "blue",
    111: "white",
  };
  return names[bits] ?? bits;
}

test("a photograph comes out in three formats, upright, in the sizes that pages name, without what the camera wrote", async () => {
  // It lies on its side: what is shown is 900 wide and 1200 high, blue at the top left.
  const made = magazineOf("tor.jpg", await photo(1200, 900, 6));
  expect(made.image).toMatchObject({ width: 900, height: 1200 });
  const all = await drawn(made, "text");
  expect(all.map(({ format, width }) => `${format} ${width}`)).toEqual(
    ["avif", "webp", "jpg"].flatMap((format) =>
      [480, 800, 900].map((width) => `${format} ${width}`),
    ),
  );
  for (const { bytes, format, width, height } of all) {
    const read = await sharp(bytes).metadata();
    expect(read).toMatchObject({
      format: { avif: "heif", webp: "webp", jpg: "jpeg" }[format as "jpg"],
      width,
      height,
    });
    expect([read.exif, read.icc, read.xmp, read.iptc, read.orientation ?? 1]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      1,
    ]);
    expect(bytes.includes("Anna Kern")).toBe(false);
    expect(await colourAt(bytes, 0.25, 0.25)).toBe("blue");
    expect(await colourAt(bytes, 0.75, 0.25)).toBe("red");
  }
});

test("it is cut about its focus", async () => {
  const left = magazineOf("tor.jpg", await photo(1200, 400), { imageFocus: "0% 50%" });
  const right = magazineOf("tor.jpg", await photo(1200, 400), { imageFocus: "100% 50%" });
  for (const { bytes } of await drawn(left, "teaser"))
    expect(await colourAt(bytes, 0.9, 0.25)).toBe("red");
  for (const { bytes } of await drawn(right, "teaser"))
    expect(await colourAt(bytes, 0.1, 0.25)).toBe("green");
});

test("a drawing keeps every colour, and what is see-through stays so", async () => {
  const drawing = await fields(1280, 640).png().toBuffer();
  for (const { bytes, width } of await drawn(magazineOf("plan.png", drawing), "lead")) {
    if (width < 1280) continue;
    expect(await sharp(bytes).removeAlpha().raw().toBuffer()).toEqual(
      await sharp(drawing).raw().toBuffer(),
    );
  }
  const hole = await fields(64, 48).ensureAlpha(0).png().toBuffer();
  for (const { bytes } of await drawn(magazineOf("loch.png", hole), "teaser"))
    expect((await sharp(bytes).stats()).channels[3]?.max).toBe(0);
});

test("the same picture gives the same bytes, and what is kept is not drawn again", async () => {
  const made = magazineOf("tor.jpg", await photo(640, 480));
  const renditions = renditionsOf(made.image, "lead");
  const elsewhere = { ...made, out: join(made.out, "2"), cache: join(made.cache, "2") };
  expect((await drawPictures(renditions, made)).drawn).toBe(renditions.length);
  expect((await drawPictures(renditions, made)).drawn).toBe(0);
  expect((await drawPictures(renditions, elsewhere)).drawn).toBe(renditions.length);
  for (const { address } of renditions) {
    const bytes = readFileSync(join(made.out, address));
    expect(readFileSync(join(elsewhere.out, address)).equals(bytes)).toBe(true);
    expect(readFileSync(join(made.cache, basename(address))).equals(bytes)).toBe(true);
  }
});

test("a build draws what its pages name, once, and prints no picture as the camera made it", async () => {
  const bytes = await photo(640, 480);
  const { content, out, cache } = magazineOf("tor.jpg", bytes);
  const options = { content, out, cache, now: "2026-11-20T12:00:00Z", preview: false };
  const first = await buildMagazine(options);
  const again = await buildMagazine(options);
  const edition = editionAt(readMagazine(content), new Date(options.now), false);
  const cards = cardsIn(edition);
  const addresses = [...renditionsIn(edition), ...cards].map(({ address }) => address);
  expect(first.drawn).toBe(new Set(addresses).size);
  expect(cards.filter(({ address }) => !existsSync(join(out, address)))).toEqual([]);
  expect(again).toMatchObject({ drawn: 0, printed: 0, deleted: 0 });
  const printed = readdirSync(join(out, "bilder"));
  expect(printed.filter((name) => name.startsWith("tor."))).toHaveLength(3 * (2 + 2));
  expect(printed.filter((name) => readFileSync(join(out, "bilder", name)).equals(bytes))).toEqual(
    [],
  );
  const page = readFileSync(join(out, "marken/probe/index.html"), "utf8");
  const named = [...page.matchAll(/\/(bilder\/[^" ,]+)/g)].map(([, path = ""]) => join(out, path));
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test("a picture of an article that is not printed is not printed either", async () => {
  const { content, out, cache } = magazineOf("tor.jpg", await photo(64, 48), { draft: "true" });
  await buildMagazine({ content, out, cache, preview: false });
  expect(readdirSync(join(out, "bilder")).filter((name) => name.startsWith("tor."))).toEqual([]);
});

test("a file that is whole by its head and cannot be drawn is a mistake where it is named", async () => {
  const bytes = await photo(640, 480);
  // A table of its code with more entries than there can be.
  const table = bytes.indexOf(Buffer.from([0xff, 0xc4])) + 5;
  const { content, out, cache } = magazineOf("tor.jpg", bytes.fill(0xff, table, table + 16));
  const build = buildMagazine({ content, out, cache, preview: false, now: "2026-11-20T12:00:00Z" });
  await expect(build).rejects.toThrow(ContentMistakes);
  await expect(build).rejects.toThrow(
    /^articles\/probe\.md:6:8 die Datei articles\/tor\.jpg lässt sich nicht zeichnen \(.+\); erwartet: ein Bild im Format jpg$/m,
  );
  expect(existsSync(out)).toBe(false);
});

test("what no build has used for a month is forgotten", () => {
  const cache = temporaryFolder();
  const now = new Date("2026-11-20T12:00:00Z");
  const used = (name: string, day: string) => {
    writeFileSync(join(cache, name), "");
    utimesSync(join(cache, name), new Date(day), new Date(day));
  };
  used("old.avif", "2026-10-20");
  used("new.avif", "2026-10-22");
  used("kept.avif", "2026-10-20");
  forgetPictures(cache, now, ["bilder/kept.avif"]);
  forgetPictures(join(cache, "none"), now, []);
  expect(readdirSync(cache).toSorted()).toEqual(["kept.avif", "new.avif"]);
});
