import { mkdirSync, writeFileSync } from "node:fs";
import { codeLength } from "../domain/difficulty.ts";
import { drawCode, newCode } from "../domain/image-code/picture.ts";
import { pngOf } from "../domain/image-code/png.ts";
import { seeded } from "../domain/image-code/random.ts";

// npm run code-pictures: ten pictures from fixed seeds, and what they say, to be looked at after the drawing was changed.
const folder = new URL("../../.kolumne/", import.meta.url);
const page = new URL("code-pictures.html", folder);
const rows = [];
for (let seed = 1; seed <= 10; seed += 1) {
  const random = seeded(seed);
  const code = newCode(random, codeLength(seed / 11));
  const png = Buffer.from(await pngOf(drawCode(code, random))).toString("base64");
  rows.push(
    `<figure><img src="data:image/png;base64,${png}" alt=""><figcaption>${code}</figcaption></figure>`,
  );
}
mkdirSync(folder, { recursive: true });
writeFileSync(
  page,
  `<!doctype html><meta charset="utf-8"><title>Codes</title>\n${rows.join("\n")}\n`,
);
console.log(`ten pictures in ${page.pathname}`);
