import { keptTables } from "../../../comments-service/store/sql/kept-tables.ts";

// Whatever is made, changed or granted in a database writes rows in one of these, each with the number of its transaction.
const catalogs = [
  "pg_attrdef",
  "pg_attribute",
  "pg_class",
  "pg_constraint",
  "pg_index",
  "pg_namespace",
  "pg_proc",
  "pg_trigger",
].map((name) => `(SELECT concat(count(*), ' ', max(xmin::text::bigint)) FROM ${name})`);
const settings =
  "(SELECT count(*) FROM pg_db_role_setting JOIN pg_database ON oid = setdatabase WHERE datname = current_database())";
const versions = "(SELECT string_agg(version || name, ' ' ORDER BY version) FROM schema_version)";

/** One row with one text, which is another one as soon as the schema or a setting of the database has changed. */
export const schema = `SELECT concat_ws(', ', ${[...catalogs, settings, versions].join(", ")}) AS schema`;

/** Ends what else is connected to a database, and takes all rows out of it, those too that no service may delete. */
export const clearing = [
  `DO $$ BEGIN PERFORM pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid(); END $$`,
  "SET session_replication_role = replica",
  ...Object.keys(keptTables)
    .filter((table) => table !== "schema_version")
    .map((table) => `DELETE FROM ${table}`),
].join(";\n");
