import { isRefusedOnce } from "./errors.ts";

/** Runs what the server may refuse though nothing is wrong with it. */
export type Retrying = <Value>(run: () => Promise<Value>) => Promise<Value>;

// 10 ms, then twice as long each time: 2.5 s in all.
const PAUSES = [10, 20, 40, 80, 160, 320, 640, 1280];

/**
 * Runs it again, after growing pauses, when a serialisation was refused or a deadlock was broken.
 * @param pause waits so many milliseconds.
 * @returns what throws the last refusal when they do not end.
 */
export function retryingWith(pause: (ms: number) => Promise<void>): Retrying {
  return async (run) => {
    for (const ms of PAUSES) {
      try {
        return await run();
      } catch (error) {
        if (!isRefusedOnce(error)) throw error;
        await pause(ms);
      }
    }
    return run();
  };
}
