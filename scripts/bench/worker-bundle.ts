import { build } from "esbuild";
import type { BuildOptions } from "esbuild";

/** Bundles for a worker: what is of Node's own does not resolve, but for the two modules of #crypto that workerd has too. @returns the module's text. */
export async function bundleForWorker(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    platform: "neutral",
    external: ["node:crypto", "node:buffer"],
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    format: "esm",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
