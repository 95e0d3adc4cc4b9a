import { Client, Pool } from "pg";
import type { ClientBase, ClientConfig } from "pg";
import { MINUTE, SECOND } from "../../domain/times.ts";
import { valueTypes } from "./values.ts";

const CONNECTING_SECONDS = 5;
const CONNECTIONS = 10;

/** How long anybody waits: for a row that others hold; for one statement; and at last for a server that is silent. */
const SHORT_WORK = {
  lock_timeout: 5 * SECOND,
  statement_timeout: 10 * SECOND,
  idle_in_transaction_session_timeout: 15 * SECOND,
  query_timeout: 15 * SECOND,
};

const LONG_WORK = {
  lock_timeout: MINUTE,
  statement_timeout: 0,
  idle_in_transaction_session_timeout: 0,
};

/**
 * Lets a connection work for long: only a lock that others hold is waited for no longer than a minute. It is said in SQL, since pg sends no
 * timeout of 0, and a role or a database may have its own.
 * @param scope `LOCAL` is until the end of the transaction, and leaves nothing behind in a pooler.
 */
export async function workLong(client: ClientBase, scope: "LOCAL" | "SESSION"): Promise<void> {
  const settings = Object.entries(LONG_WORK);
  await Promise.all(
    settings.map(([name, value]) => client.query(`SET ${scope} ${name} = ${value}`)),
  );
}

/** The connections to a server. */
export interface Connections {
  pool: Pool;
  /** One more, beside the pool, for long work (`workLong`). The caller ends it. */
  connect: () => Promise<Client>;
}

/**
 * Gets ready to connect. Nothing is asked for yet.
 * @param address `postgres://…`; what stands in its query counts before what is said here, but for long work; `max` says how many connections there are
 * at most, and `connect_timeout`, as libpq has it, for how many seconds one is waited for.
 */
export function connectionsTo(address: string): Connections {
  const url = new URL(address);
  const max = taken(url, "max") ?? CONNECTIONS;
  const connecting = taken(url, "connect_timeout") ?? CONNECTING_SECONDS;
  const config: ClientConfig = {
    connectionString: url.href,
    application_name: "kolumne",
    connectionTimeoutMillis: connecting * SECOND,
    keepAlive: true,
    types: valueTypes,
    // What is asked goes out at once, without waiting for the answers to what was asked before.
    pipeline: true,
  };
  const pool = new Pool({ ...config, ...SHORT_WORK, max });
  for (const name of Object.keys(SHORT_WORK)) url.searchParams.delete(name);
  const long = { ...config, connectionString: url.href };
  // A connection that ends would end the process, also one that is in use; whoever asks next notices.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return {
    pool,
    async connect() {
      const client = new Client(long);
      client.on("error", ignore);
      await client.connect();
      return client;
    },
  };
}

/** What an address says that pg does not read in it; taken out of it. */
function taken(url: URL, name: string): number | null {
  const value = url.searchParams.get(name);
  url.searchParams.delete(name);
  return value === null ? null : Number(value);
}

function ignore(): void {}
