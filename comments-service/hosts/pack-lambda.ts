import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { zipSync } from "fflate";

// `npm run comments:lambda [-- FILE]`: writes the zip that AWS Lambda takes, with the service as one file in it.
const out = process.argv[2] ?? "comments-service/lambda.zip";

const { outputFiles } = await build({
  entryPoints: [join(import.meta.dirname, "lambda.ts")],
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  minify: true,
  keepNames: true,
  // What was written for `require` finds it.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  // pg looks for its native client and for a socket of Cloudflare's, and goes on without.
  external: ["pg-native", "pg-cloudflare"],
  write: false,
});
const [bundle] = outputFiles;
if (bundle === undefined) throw new Error("esbuild has written nothing");
// The same code makes the same bytes: then a deployment sees that nothing has changed.
const zip = zipSync({ "index.mjs": bundle.contents }, { mtime: new Date(1980, 0, 1) });
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, zip);
console.log(`${out}: ${Math.ceil(zip.length / 1024)} KB; its handler is index.handler`);
