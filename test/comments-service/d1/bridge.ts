import { inject } from "vitest";
import type {
  D1Answer,
  D1Binding,
  D1Statement,
} from "../../../comments-service/store/d1/binding.ts";
import "./whole-run.ts";

/** What D1 counts, summed over all batches since the database was opened. */
export interface Counted {
  batches: number;
  rowsRead: number;
  rowsWritten: number;
}

/** What is sent over the bridge of a statement. */
interface BridgedStatement extends D1Statement {
  sql: string;
  values: readonly unknown[];
}

let bridge: Promise<string> | undefined;

/** A new, empty D1 database in a real workerd, bound here as it is to a worker. */
export async function newD1(): Promise<{ binding: D1Binding; counted: Counted }> {
  const url = await (bridge ??= told(inject("d1")));
  const database = await told(url);
  const counted: Counted = { batches: 0, rowsRead: 0, rowsWritten: 0 };

  async function run(batch: readonly unknown[]): Promise<readonly D1Answer[]> {
    const answer = await fetch(url, { method: "POST", body: JSON.stringify({ database, batch }) });
    if (!answer.ok) throw new Error(await answer.text());
    const answers = (await answer.json()) as (D1Answer & { meta: Record<string, number> })[];
    counted.batches += 1;
    for (const { meta } of answers) {
      counted.rowsRead += meta["rows_read"] ?? 0;
      counted.rowsWritten += meta["rows_written"] ?? 0;
    }
    return answers;
  }

  const statement = (sql: string, values: readonly unknown[]): BridgedStatement => ({
    sql,
    values,
    bind: (...bound) => statement(sql, bound),
  });
  return { binding: { prepare: (sql) => statement(sql, []), batch: run }, counted };
}

async function told(url: string): Promise<string> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`workerd does not start: ${text}`);
  return text;
}
