import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { printPage } from "../../../layouts/print.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { compose } from "../../../scripts/build/composed.ts";
import { printedImages } from "../../../scripts/build/images.ts";
import { buildMagazine } from "../../../scripts/build/magazine.ts";
import type { BuildOptions } from "../../../scripts/build/magazine.ts";
import { fileOf } from "../../../scripts/build/sheets.ts";
import { temporaryFolder } from "../run.ts";
import { writeDraft } from "./edits.ts";
import type { Draft } from "./edits.ts";

const { assets, files } = await buildAssets("de");

/** Every printed file below a folder, with its bytes. */
export function bytesIn(folder: string): Record<string, string> {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    all
      .filter((file) => !file.startsWith(".") && statSync(join(folder, file)).isFile())
      .toSorted()
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
}

/** A magazine in a folder of its own, which is built again and again. */
export function newsroom() {
  const folder = temporaryFolder();
  const [content, out, cache] = ["content", "dist", "cache"].map((name) => join(folder, name));
  if (content === undefined || out === undefined || cache === undefined) throw new Error();
  const options = ({ day }: Draft): BuildOptions => ({
    content,
    out,
    cache,
    now: `2026-11-0${day + 1}T12:00:00Z`,
    preview: false,
    pictures: join(folder, "pictures.json"),
  });
  return {
    content,
    out,
    cache,
    options,
    build: (draft: Draft, more: Partial<BuildOptions> = {}) => {
      writeDraft(content, draft);
      return buildMagazine({ ...options(draft), ...more });
    },
    /** What is to stand in the output folder: read, planned and printed in memory, with nothing kept. */
    wanted: (draft: Draft, more: Partial<BuildOptions> = {}): Record<string, string> => {
      const { pages, edition } = compose({ ...options(draft), ...more });
      const images = edition === null ? [] : printedImages(edition);
      return Object.fromEntries(
        [
          ...pages.map((page) => [fileOf(page.path), printPage(page, assets)] as const),
          ...files.map(({ path, bytes }) => [fileOf(path), Buffer.from(bytes).toString()] as const),
          ...images.map(
            ([address, file]) =>
              [fileOf(address), readFileSync(join(content, file), "utf8")] as const,
          ),
        ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
    },
  };
}
