import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";

/** Stands in the way of every act, as one that takes long, until it is released. */
export async function holdLock(address: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: address });
  client.on("error", () => {});
  await client.connect();
  await client.query("BEGIN");
  await client.query("UPDATE write_lock SET taken = taken + 1 WHERE id = 1");
  return {
    async release() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

/** Waits until so many connections wait for a lock. @returns their processes. */
export async function waitersFor(address: string, count: number): Promise<number[]> {
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (;;) {
    const rows = await askServer<{ pid: number }>(address, waiting);
    if (rows.length >= count) return rows.map(({ pid }) => pid);
    await setTimeout(10);
  }
}
