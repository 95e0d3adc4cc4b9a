import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startBareLike } from "./bare.ts";
import type { Bare } from "./bare.ts";
import { engines, matchesOf } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { CONNECTIONS } from "./load.ts";
import { bodiesWith } from "./loads.ts";
import { ROUNDS, play } from "./match.ts";
import type { Match } from "./match.ts";
import { solvedBy } from "./servers.ts";
import type { Server } from "./servers.ts";
import { matchesOfSqlite, POSTED, startServices } from "./sqlite.ts";
import { table } from "./table.ts";
import type { Row } from "./table.ts";

/**
 * Measures the comments service against a bare `node:http` server that sends the same bytes, in turns, and prints a table. Everything it
 * needs lies in a temporary folder, which it removes.
 */
export async function benchService(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-bench-"));
  // Root lets PostgreSQL run as somebody else.
  chmodSync(folder, 0o755);
  const stops: (() => Promise<void>)[] = [];
  const keep = <Started extends Pick<Server, "stop">>(started: Started): Started => {
    stops.push(started.stop);
    return started;
  };
  try {
    const services = await startServices(folder, keep);
    const challenges = await solvedBy(services.small, POSTED + 1);
    const next = bodiesWith(challenges);
    const { bare } = keep(await startBareLike(services.small, next()));
    const rows = await playAll(await matchesOfSqlite(services, bare, next));
    for (const engine of engines)
      rows.push(...(await rowsOf(engine, { folder, bare, challenges })));
    console.log(table(rows));
    console.log(
      `${ROUNDS} rounds in turns, ${CONNECTIONS} connections; ratios are medians, with the lowest and the highest. Load at the end: ${loadavg()[0]?.toFixed(1)}.`,
    );
  } finally {
    await Promise.all(stops.map((stop) => stop()));
    rmSync(folder, { recursive: true });
  }
}

/** An engine that does not run on this system has a row that says so. */
async function rowsOf(
  engine: Engine,
  { folder, bare, challenges }: { folder: string; bare: Bare; challenges: readonly string[] },
): Promise<Row[]> {
  let service: Server;
  try {
    service = await engine.start(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ name: engine.name, trouble: `does not start: ${why}` }];
  }
  try {
    return await playAll(await matchesOf(engine, service, bare, challenges));
  } finally {
    await service.stop();
  }
}

/** One after another. Whoever waits sees on stderr how far it is. */
async function playAll(matches: readonly Match[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const match of matches) {
    const row = await play(match);
    rows.push(row);
    console.error(table([row]).split("\n").at(-1));
  }
  return rows;
}
