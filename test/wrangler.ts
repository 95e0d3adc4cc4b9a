import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const bin = join(import.meta.dirname, "../node_modules/wrangler/bin/wrangler.js");

/** What wrangler needs to work as in CI and without a network. */
function environment(home: string): NodeJS.ProcessEnv {
  const PATH = process.env["PATH"] ?? "";
  return { PATH, HOME: home, CI: "1", NO_COLOR: "1", CLOUDFLARE_CF_FETCH_ENABLED: "false" };
}

/**
 * Runs wrangler to its end.
 *
 * @param cwd where `wrangler.jsonc` lies
 * @param home a folder that goes again, for what wrangler writes for itself
 */
export function wrangler(cwd: string, home: string, args: readonly string[]) {
  return promisify(execFile)(process.execPath, [bin, ...args], { cwd, env: environment(home) });
}

/** Runs `wrangler dev` until the test ends; it answers when this returns. */
export async function startWrangler(
  cwd: string,
  home: string,
  args: readonly string[],
): Promise<void> {
  const dev = spawn(process.execPath, [bin, "dev", ...args], {
    cwd,
    env: environment(home),
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(async () => {
    dev.kill("SIGTERM");
    if (dev.exitCode === null) await once(dev, "exit");
  });
  for await (const line of createInterface(dev.stdout)) if (line.includes("Ready on")) return;
  throw new Error("wrangler ended before it answered");
}
