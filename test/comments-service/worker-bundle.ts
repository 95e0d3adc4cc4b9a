import type { BuildOptions } from "esbuild";
import { bundleForWorker } from "../../scripts/bench/worker-bundle.ts";

const ofNode = ["process", "Buffer", "setImmediate", "global", "require", "module", "__dirname"];

/** The bundle of a worker in which every global of Node's has the mark `NODES_`, and functions keep their names. */
export function markedBundle(from: BuildOptions): Promise<string> {
  const define = Object.fromEntries(ofNode.map((name) => [name, `NODES_${name}`]));
  return bundleForWorker({ ...from, keepNames: true, define: { ...from.define, ...define } });
}
