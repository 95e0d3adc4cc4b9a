import type { Order } from "./order.ts";
import { incoming, releaseCommand, typed, uploadCommand, wranglerCommand } from "./plan.ts";
import type { Release } from "./plan.ts";
import type { PrintedSite } from "./printed-site.ts";

/** What a deployment would do, for people to read: a line for what is deployed, and one for each step. */
export function stepsOf(order: Order, release: Release, { files }: PrintedSite): string[] {
  const { to, out } = order;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const upload =
    order.by === "rsync"
      ? typed(uploadCommand(out, to, release, "WAS"))
      : `copy ${out} to ${incoming(to, release)}; what is in the release before is linked to it`;
  const steps = [
    `${typed(releaseCommand(to, release, "release.sh"))}   # locks the place, and names the release that is online, WAS`,
    upload,
    `say "switch" to the first   # current leads to releases/${release.name}; older ones are removed`,
    ...(order.by === "wrangler"
      ? [typed(wranglerCommand(order, `${to.folder}/current`, false))]
      : []),
  ];
  return [
    `Would deploy ${out}: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
  ];
}
