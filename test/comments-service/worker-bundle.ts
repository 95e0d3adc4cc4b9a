import { build } from "esbuild";
import type { BuildOptions } from "esbuild";

const ofNode = ["process", "Buffer", "setImmediate", "global", "require", "module", "__dirname"];

/** Bundles as for a worker. What is of Node's own does not resolve, and a global of Node's is printed with the mark `NODES_`. */
export async function bundleForWorker(from: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...from,
    bundle: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser"],
    format: "esm",
    minify: true,
    keepNames: true,
    define: Object.fromEntries(ofNode.map((name) => [name, `NODES_${name}`])),
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
