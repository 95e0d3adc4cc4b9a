import { writeFileSync } from "node:fs";
import { calls } from "./calls.ts";
import { openApiDocument } from "./document.ts";

// npm run openapi: writes the description that the service serves. A test says when it is out of date.
const path = new URL("../public/openapi.json", import.meta.url);
writeFileSync(path, `${JSON.stringify(openApiDocument(calls), null, 2)}\n`);
