import { join } from "node:path";
import type { Assets } from "../../layouts/assets.ts";
import type { Language } from "../../magazine/model.ts";
import type { AssetFile } from "./assets.ts";
import { readSealed, writeSealed } from "./plan/sealed.ts";

interface Made {
  readonly assets: Assets;
  readonly files: readonly AssetFile[];
}

/**
 * Scripts and styles: those of the last build, as long as the code is the same, else made anew.
 *
 * @param place where they are kept, and the code that they are made of as `codeNow` tells it
 */
export async function keptAssets(
  language: Language,
  { cache, code }: { readonly cache: string; readonly code: string },
): Promise<Made> {
  const file = join(cache, "assets", `${language}.json`);
  const kept = readSealed(file, code) as { assets: Assets; files: [string, string][] } | null;
  if (kept !== null) {
    const files = kept.files.map(([path, bytes]) => ({
      path,
      bytes: Buffer.from(bytes, "base64"),
    }));
    return { assets: kept.assets, files };
  }
  // It brings a bundler along, which a build that only prints pages does without.
  const made = await (await import("./assets.ts")).buildAssets(language);
  const files = made.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]);
  writeSealed(file, code, { assets: made.assets, files });
  return made;
}
