import { readFileSync, writeFileSync } from "node:fs";
import { schemaFiles } from "./schema/files.ts";

// npm run schema: writes what tells editors and their programs of the fields. A test says when it is out of date.
for (const { path, text } of schemaFiles((path) => readFileSync(path, "utf8")))
  writeFileSync(path, text);
