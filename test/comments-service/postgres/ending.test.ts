import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { nodeEntry, run } from "../process.ts";
import { secret } from "../service.ts";
import { temporaryDatabase } from "./shared.ts";

test("a start on a server that gives one connection, where making the schema takes two, says so and ends by itself", async () => {
  const role = `one_connection_${process.pid}`;
  onTestFinished(async () => void (await askServer(server, `DROP ROLE ${role}`)));
  const address = await temporaryDatabase("empty");
  const server = address.replace(/\/test_\w+/u, "/postgres");
  await askServer(address, `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 1`);
  await askServer(address, `GRANT ALL ON SCHEMA public TO ${role}`);
  const env = {
    PATH: process.env["PATH"] ?? "",
    SECRET: secret,
    DATABASE_URL: address.replace("//postgres@", `//${role}@`),
  };
  const start = run(nodeEntry, [], env, tmpdir());
  expect([await start.exit, start.err]).toEqual([2, "the store cannot answer now (53300)\n"]);
});

test("a moment that cannot be held leaves no connection behind", async () => {
  const address = await temporaryDatabase("empty");
  const database = openPostgres(address);
  await expect(database.snapshot()).rejects.toThrow('relation "schema_version" does not exist');
  await database.close();
  const others =
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  expect(await askServer(address, others)).toEqual([]);
});
