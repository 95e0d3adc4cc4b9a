import { join } from "node:path";
import type { Filling, Server } from "./servers.ts";
import { SECRET } from "./servers.ts";
import { SITE } from "./loads.ts";
import { bundleForWorker } from "./worker-bundle.ts";

const ENTRY = join(import.meta.dirname, "../../comments-service/bench/worker.ts");

/**
 * The service bundled as a worker, in workerd, with a D1 that keeps its files in a folder.
 * @throws where workerd does not start.
 */
export async function startWorker(folder: string, fillings: readonly Filling[]): Promise<Server> {
  // Imported here, since it throws where there is no workerd for the system.
  const { Miniflare, convertV4MiniflareOptions } = await import("miniflare");
  const workerd = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundleForWorker({ entryPoints: [ENTRY] }),
      compatibilityDate: "2026-10-01",
      compatibilityFlags: ["nodejs_compat"],
      d1Databases: { DB: "comments" },
      d1Persist: folder,
      bindings: {
        FILLINGS: JSON.stringify(fillings),
        SERVICE_URL: "http://localhost",
        SITE_URL: SITE,
        SECRET,
      },
      // It would fetch a description of the visitor from the network.
      cf: false,
    }),
  );
  const url = await workerd.ready;
  return { origin: url.origin, stop: () => workerd.dispose() };
}
