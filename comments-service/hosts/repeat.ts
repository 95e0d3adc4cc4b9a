import { faultOf } from "../domain/log.ts";
import type { Log } from "../domain/log.ts";
import { MINUTE } from "../domain/times.ts";

/**
 * Does a job again and again until it is stopped; when it fails, a minute later.
 * @param job answers how long to pause, in milliseconds.
 * @returns stops it, and waits for a run that is under way.
 */
export function repeat(name: string, log: Log, job: () => Promise<number>): () => Promise<void> {
  let isStopped = false;
  let running = Promise.resolve();
  // Whoever begins it goes on first.
  let timer = setTimeout(start);

  function start(): void {
    running = run();
  }

  async function run(): Promise<void> {
    const pause = await job().catch((error: unknown) => {
      log(`${name} failed`, { level: "error", ...faultOf(error) });
      return MINUTE;
    });
    if (isStopped) return;
    timer = setTimeout(start, pause);
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
    return running;
  };
}
