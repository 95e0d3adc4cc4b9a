import { readFileSync } from "node:fs";

const text = readFileSync(
  new URL("../../../comments-service/wrangler.jsonc", import.meta.url),
  "utf8",
);

/** What is read of `wrangler.jsonc`. Its comments have lines of their own, and its lists end with commas. */
export const wranglerConfig = JSON.parse(
  text.replaceAll(/^\s*\/\/.*$/gmu, "").replaceAll(/,(\s*[\]}])/gu, "$1"),
) as {
  main: string;
  define: { LANGUAGE: string };
  assets: { directory: string };
  compatibility_date: string;
  compatibility_flags: string[];
  routes: { pattern: string }[];
  vars: Record<string, string>;
  secrets: { required: string[] };
  triggers: { crons: string[] };
};
