import type { Clock } from "../domain/ids.ts";
import { DAY, HOUR, MINUTE } from "../domain/times.ts";
import { NOBODY } from "../store/store.ts";
import type { Store, WaitingLetter } from "../store/store.ts";
import type { Delivery, Letter, Mail } from "./mail.ts";

const LETTERS_AT_ONCE = 5;
// Longer than a mail server may take for one letter (see smtp.ts), so that no other process sends it meanwhile.
const CLAIM = 5 * MINUTE;
const GIVE_UP_AFTER = 3 * DAY;

/** The pause after the nth failed attempt: a minute, then twice as long each time, at most two hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(MINUTE * 2 ** Math.min(attempts - 1, 10), 2 * HOUR);
}

/** Opens and prints a letter; null when it was closed with another secret, `over` when nothing of what it was about is left to tell. */
export type Open = (waiting: WaitingLetter) => Promise<Letter | "over" | null>;

/**
 * Sends the letters that are due. Called again and again: by a loop on Node, by a scheduled event elsewhere.
 * @returns how many it took; zero when none is due.
 */
export async function sendDueLetters(options: {
  store: Store;
  mail: Mail;
  open: Open;
  clock: Clock;
  log: (line: string) => void;
}): Promise<number> {
  const { store, mail, open, clock, log } = options;
  const now = clock();
  const letters = await store.claimLetters(LETTERS_AT_ONCE, now, now + CLAIM);
  await Promise.all(letters.map((letter) => deliver(letter)));
  return letters.length;

  async function deliver(waiting: WaitingLetter): Promise<void> {
    const { id, created, attempts } = waiting;
    // It was written so that the work, and the rows, tell nobody that it goes to nobody.
    if (waiting.expires === NOBODY) return store.letterSent(id, clock());
    const letter = await open(waiting);
    if (letter === "over") return store.letterFailed(id, null, clock());
    const delivery = await send(waiting, letter);
    const time = clock();
    if (delivery.state === "sent") return store.letterSent(id, time);
    const due = time + pauseAfter(attempts);
    const isOver = delivery.state === "never" || due > created + GIVE_UP_AFTER;
    await store.letterFailed(id, isOver ? null : due, time);
    log(
      `letter ${id}: ${delivery.reason}, ${isOver ? "given up" : "tried again"} after attempt ${attempts}`,
    );
  }

  async function send({ id, created }: WaitingLetter, letter: Letter | null): Promise<Delivery> {
    if (letter === null) return { state: "never", reason: "closed with another SECRET" };
    if (letter.expires !== null && letter.expires <= clock())
      return { state: "never", reason: "expired while it waited" };
    return mail.send({ ...letter, id, created });
  }
}
