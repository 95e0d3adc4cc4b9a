import type { Clock } from "../domain/ids.ts";
import { faultOf } from "../domain/log.ts";
import type { Log } from "../domain/log.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../domain/times.ts";
import { NOBODY } from "../store/port/letters.ts";
import type { Store } from "../store/port/store.ts";
import type { WaitingLetter } from "../store/port/letters.ts";
import type { Delivery, Letter, Mail } from "./mail.ts";
import { patiently } from "./patiently.ts";

const LETTERS_AT_ONCE = 5;
// Letters that take longer than the patience go on beside the next ones: one server that drips does not stop those to others.
const MOST_UNDER_WAY = 20;
const PATIENCE = 5 * SECOND;
// Longer than a mail server may take for one letter (see smtp.ts), so that no other process sends it meanwhile.
const CLAIM = 5 * MINUTE;
const TRIED_FOR = 3 * DAY;
// That the server refuses all is said once, and not again so soon when it takes one here and there.
const SAID_FOR = HOUR;

/** The pause after the nth failed attempt: a minute, then twice as long each time, at most two hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(MINUTE * 2 ** Math.min(attempts - 1, 10), 2 * HOUR);
}

/** Whether a letter has been tried for three days, however long it had waited for its turn before. */
function isTriedEnough(attempts: number): boolean {
  let tried = 0;
  for (let attempt = 1; attempt <= attempts; attempt += 1) tried += pauseAfter(attempt);
  return tried > TRIED_FOR;
}

/** What one who sends again and again keeps in mind. */
export interface Sending {
  underWay: Set<Promise<void>>;
  /** Since when the mail server refuses all letters, as far as it was said. */
  refused: { isNow: boolean; saidAt: number };
}

export function newSending(): Sending {
  return { underWay: new Set(), refused: { isNow: false, saidAt: -Infinity } };
}

/** Opens and prints a letter; null when it was closed with another secret, `over` when nothing of what it was about is left to tell. */
export type Open = (waiting: WaitingLetter) => Promise<Letter | "over" | null>;

/**
 * Sends the letters that are due. Called again and again: by a loop on Node, by a scheduled event elsewhere.
 * @param sending what it keeps from call to call. At the end, letters in it may still be under way.
 * @returns how many it took; zero when none is due.
 */
export async function sendDueLetters(options: {
  store: Store;
  mail: Mail;
  open: Open;
  clock: Clock;
  log: Log;
  sending?: Sending;
  /** How long it waits for slow ones, in milliseconds. */
  patience?: number;
}): Promise<number> {
  const { store, mail, open, clock, log, sending = newSending(), patience = PATIENCE } = options;
  const { underWay, refused } = sending;
  const now = clock();
  const most = Math.min(LETTERS_AT_ONCE, MOST_UNDER_WAY - underWay.size);
  const letters = most > 0 ? await store.claimLetters(most, now, now + CLAIM) : [];
  const taken = letters.map((letter) => started(letter));
  await patiently(most > 0 ? Promise.all(taken) : Promise.race(underWay), patience);
  return letters.length;

  function started(waiting: WaitingLetter): Promise<void> {
    const delivery = deliver(waiting)
      // Its claim runs out, and it is tried again.
      .catch((error: unknown) =>
        log("a letter stays under way", { level: "error", letter: waiting.id, ...faultOf(error) }),
      )
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
    return delivery;
  }

  async function deliver(waiting: WaitingLetter): Promise<void> {
    const { id, attempts } = waiting;
    // It was written so that the work, and the rows, tell nobody that it goes to nobody.
    if (waiting.expires === NOBODY) return store.letterSent(id, clock());
    const letter = await open(waiting);
    if (letter === "over") return store.letterFailed(id, null, clock());
    const delivery = await send(waiting, letter);
    const time = clock();
    if (delivery.state === "sent") {
      tellOfServer(null, time);
      return store.letterSent(id, time);
    }
    const isOver = delivery.state === "never" || isTriedEnough(attempts);
    await store.letterFailed(id, isOver ? null : time + pauseAfter(attempts), time);
    const isOfAll = delivery.state === "later" && delivery.of === "all";
    if (isOfAll) tellOfServer(delivery.reason, time);
    if (isOver || !isOfAll)
      log(isOver ? "a letter is given up" : "a letter is tried again", {
        letter: id,
        reason: delivery.reason,
        attempt: attempts,
      });
  }

  async function send({ id, created }: WaitingLetter, letter: Letter | null): Promise<Delivery> {
    if (letter === null) return { state: "never", reason: "closed with another SECRET" };
    if (letter.expires !== null && letter.expires <= clock())
      return { state: "never", reason: "expired while it waited" };
    return mail.send({ ...letter, id, created });
  }

  /** @param reason why the server takes nothing; null when it has taken something. */
  function tellOfServer(reason: string | null, time: number): void {
    if (reason === null && refused.isNow) {
      refused.isNow = false;
      log("the mail server takes letters again", { level: "info" });
    } else if (reason !== null && !refused.isNow && time >= refused.saidAt + SAID_FOR) {
      Object.assign(refused, { isNow: true, saidAt: time });
      log("the mail server refuses letters", {
        level: "error",
        reason,
        advice: "they wait, and each is tried for three days",
      });
    }
  }
}
