import { UsageError } from "../command.ts";
import type { SiteFile } from "./printed-site.ts";

/** What Cloudflare takes as static assets of one version of a Worker (Workers platform limits, November 2026). */
const limits = { bytes: 25 * 1024 * 1024, files: 100_000, filesFree: 20_000 };

/**
 * Refuses what Cloudflare would refuse after the upload has begun.
 *
 * @returns a word of warning where only the free plan would refuse it, else null
 * @throws UsageError that names what is too large or too many
 */
export function checkLimits(files: readonly SiteFile[]): string | null {
  const [large, ...others] = files.filter(({ size }) => size > limits.bytes);
  if (large !== undefined) {
    const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
    throw new UsageError(
      `${large.path} has ${(large.size / 1024 / 1024).toFixed(1)} MiB${more}: Cloudflare takes files up to 25 MiB; make it smaller`,
    );
  }
  const count = files.length.toLocaleString("en");
  if (files.length > limits.files)
    throw new UsageError(
      `${count} files: Cloudflare takes 100,000 at most; deploy with --target rsync, or with fewer lists (perPage in magazine.yaml)`,
    );
  return files.length > limits.filesFree
    ? `${count} files: Cloudflare's free plan takes 20,000, a paid one 100,000.`
    : null;
}
