import { Client, Pool } from "pg";
import type { ClientConfig } from "pg";
import { MINUTE, SECOND } from "../../domain/times.ts";
import { valueTypes } from "./values.ts";

// How long anybody waits: for a connection; for a row that others hold; for one statement; and at last for a server that is silent.
const CONNECTING = 5 * SECOND;
const LOCKED = 5 * SECOND;
const RUNNING = 10 * SECOND;
const SILENT = 15 * SECOND;
const CONNECTIONS = 10;

const patient: ClientConfig = {
  lock_timeout: MINUTE,
  statement_timeout: 0,
  idle_in_transaction_session_timeout: 0,
  query_timeout: 0,
};

/** The connections to a server. */
export interface Connections {
  pool: Pool;
  /** One more, beside the pool, for long work: only a lock that others hold is waited for no longer than a minute. The caller ends it. */
  connect: () => Promise<Client>;
}

/**
 * Gets ready to connect. Nothing is asked for yet.
 * @param address `postgres://…`; what stands in its query counts before what is said here, and `max` says how many connections there are at most.
 */
export function connectionsTo(address: string): Connections {
  const url = new URL(address);
  const max = Number(url.searchParams.get("max") ?? CONNECTIONS);
  url.searchParams.delete("max");
  const config: ClientConfig = {
    connectionString: url.href,
    application_name: "kolumne",
    connectionTimeoutMillis: CONNECTING,
    lock_timeout: LOCKED,
    statement_timeout: RUNNING,
    idle_in_transaction_session_timeout: SILENT,
    query_timeout: SILENT,
    keepAlive: true,
    types: valueTypes,
    // What is asked goes out at once, without waiting for the answers to what was asked before.
    pipeline: true,
  };
  const pool = new Pool({ ...config, max });
  // A connection that ends would end the process, also one that is in use; whoever asks next notices.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return {
    pool,
    async connect() {
      const client = new Client({ ...config, ...patient });
      client.on("error", ignore);
      await client.connect();
      return client;
    },
  };
}

function ignore(): void {}
