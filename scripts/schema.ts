import { runCommand } from "./command.ts";
import { writeSchema } from "./schema/write-schema.ts";

/**
 * npm run schema: writes the tables in docs, JSON Schemas and snippets. A test says when they are out of date.
 *
 * npm run schema -- cms --repository OWNER/NAME [--backend github|gitlab|gitea] [--content DIR] [--out DIR]: writes the page of a CMS for this magazine.
 */
await runCommand(() => writeSchema());
