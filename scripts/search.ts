import { tellWaiting } from "./build/turn.ts";
import { readOptions, runCommand } from "./command.ts";
import { indexSite } from "./search/index-site.ts";
import { endWithParent } from "./start/children.ts";

/** npm run search [-- --out DIR]: makes the index of the search from what npm run build has printed. */
endWithParent();
await runCommand(async () => {
  const { out = "dist" } = readOptions({ out: "DIR" });
  const started = performance.now();
  const { articles, changed, unchanged, removed } = await indexSite(out, () => tellWaiting(out));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${articles} articles can be searched in ${out}: ${changed} files new or changed, ${unchanged.size} as before, ${removed.length} removed (${seconds} s)`,
  );
});
