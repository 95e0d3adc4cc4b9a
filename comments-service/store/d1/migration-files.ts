import { versionTable } from "../migrations/migration.ts";
import { migrations } from "../migrations/migrations.ts";
import { schemaWords } from "../sqlite/schema-words.ts";

/** A migration as Cloudflare's `wrangler d1 migrations apply` takes it. */
export interface MigrationFile {
  name: string;
  text: string;
}

/**
 * The steps of the schema as files, one each. They keep the same account of what was done as a service does that makes the steps at its
 * start, so it finds nothing left to do.
 */
export function migrationFiles(): MigrationFile[] {
  return migrations.map((step, index) => {
    const version = index + 1;
    const claim = `INSERT INTO schema_version (version, name, migrated_at) VALUES (${version}, '${step.name}', unixepoch() * 1000)`;
    const all = [versionTable(schemaWords), claim, ...step.statements(schemaWords)];
    const slug = step.name.replaceAll(/[^a-z0-9]+/gu, "-");
    return {
      name: `${String(version).padStart(4, "0")}-${slug}.sql`,
      text: `-- Printed by \`npm run migrations\` from store/migrations. Do not edit.\n\n${all.map(flush).join("\n\n")}\n`,
    };
  });
}

/** A statement with its end, and without the indentation that it has in the code. */
function flush(statement: string): string {
  const lines = statement.split("\n");
  const depths = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return `${[lines[0] ?? "", ...lines.slice(1).map((line) => line.slice(depth))].join("\n")};`;
}
