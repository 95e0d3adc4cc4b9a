import type { Clock } from "../domain/ids.ts";
import { SECOND } from "../domain/times.ts";
import type { Store } from "../store/port/store.ts";
import { StoreUnavailable } from "../store/port/store-unavailable.ts";

// Whoever asks, however often: so seldom is something written for it, and a refusal asked for again.
const WRITE_PAUSE = 10 * SECOND;
const REFUSAL_PAUSE = SECOND;

/** Whether a write would stand now. */
export interface Readiness {
  isReady(): Promise<boolean>;
  /** A write has just failed: the next one who asks gets no old answer. */
  doubt(): void;
}

/**
 * Tells by trying: an act is begun for each answer, and something is really written every ten seconds at most. All who ask at once get one answer.
 */
export function createReadiness({ store, clock }: { store: Store; clock: Clock }): Readiness {
  let asking: Promise<boolean> | undefined;
  let wrote = -Infinity;
  let refused = -Infinity;

  async function ask(): Promise<boolean> {
    const now = clock();
    if (isWithin(REFUSAL_PAUSE, refused, now)) return false;
    try {
      if (isWithin(WRITE_PAUSE, wrote, now)) await store.tryBeginning();
      else {
        await store.tryWriting(now);
        wrote = now;
      }
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      refused = now;
      wrote = -Infinity;
      return false;
    }
  }

  return {
    isReady: () =>
      (asking ??= ask().finally(() => {
        asking = undefined;
      })),
    doubt() {
      wrote = -Infinity;
    },
  };
}

/** A clock that was put back makes nothing last. */
function isWithin(pause: number, since: number, now: number): boolean {
  return now >= since && now < since + pause;
}
