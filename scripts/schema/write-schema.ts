import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readOutline } from "../../magazine/read/outline.ts";
import { readSettings } from "../../magazine/read/settings.ts";
import { readLine, UsageError } from "../command.ts";
import { cmsConfig, cmsPage } from "./cms.ts";
import { schemaFiles } from "./files.ts";

/** Writes what tells editors and their programs of the fields: tables in docs, JSON Schemas, snippets; or, asked for `cms`, the page of a CMS for a magazine. */
export function writeSchema(args?: readonly string[]): void {
  const known = { repository: "OWNER/NAME", backend: "NAME", content: "DIR", out: "DIR" } as const;
  const { options, words } = readLine(known, ["cms"], args);
  if (words[0] === "cms") return writeCms(options);
  if (words[0] !== undefined) throw new UsageError(`"${words[0]}": expected cms, or nothing`);
  for (const { path, text } of schemaFiles((path) => readFileSync(path, "utf8")))
    writeFileSync(path, text);
}

interface Options {
  readonly repository?: string;
  readonly backend?: string;
  readonly content?: string;
  readonly out?: string;
}

function writeCms({
  repository,
  backend = "github",
  content = "content",
  out = ".kolumne/cms",
}: Options) {
  if (repository === undefined || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository))
    throw new UsageError("say which repository: --repository OWNER/NAME");
  if (backend !== "github" && backend !== "gitlab" && backend !== "gitea")
    throw new UsageError(`--backend ${backend}: expected github, gitlab or gitea`);
  const { language, hasYears } = readOutline(content);
  const { settings } = readSettings(content, () => undefined);
  if (settings === null)
    throw new UsageError(`${content}/magazine.yaml has mistakes, which npm run check names`);
  const { title, url } = settings;
  const desk = { language, hasYears, title, url, content, backend, repository } as const;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "config.json"), `${JSON.stringify(cmsConfig(desk), null, 2)}\n`);
  writeFileSync(join(out, "index.html"), cmsPage(desk));
  console.log(`${out}: index.html and config.json. docs/cms.md says how to open it.`);
}
