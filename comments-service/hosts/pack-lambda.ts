import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { bundleForNode } from "./bundle-for-node.ts";

// `npm run comments:lambda [-- FILE]`: writes the zip that AWS Lambda takes, with the service as one file in it.
const out = process.argv[2] ?? "comments-service/lambda.zip";

const { outputFiles } = await bundleForNode({
  entryPoints: [join(import.meta.dirname, "lambda.ts")],
  minify: true,
  keepNames: true,
});
const [bundle] = outputFiles;
if (bundle === undefined) throw new Error("esbuild has written nothing");
// The same code makes the same bytes: then a deployment sees that nothing has changed.
const zip = zipSync({ "index.mjs": bundle.contents }, { mtime: new Date(1980, 0, 1) });
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, zip);
console.log(`${out}: ${Math.ceil(zip.length / 1024)} KB; its handler is index.handler`);
