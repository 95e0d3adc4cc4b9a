import { readSolution } from "../domain/challenge.ts";
import { codeTries } from "../domain/rates.ts";
import { busy, wrongField } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Service } from "./service.ts";
import type { Taken } from "../store/port/posting.ts";
import type { Action } from "../wire.ts";

/** A solved challenge: what it is called, and when it was made. `isRepeated`: it has paid for this very post before. */
interface Payment {
  solution: string;
  madeAt: number;
  isRepeated: boolean;
}

/**
 * Looks at the solved challenge that comes with a post, which is also the key by which the post counts once.
 * @param bodyHash of what is posted with it.
 * @returns what pays, when the act may go on (which may still find that the solution was used before); or the refusal.
 */
export async function checkPayment(
  { store, challenges, codes }: Pick<Service, "store" | "challenges" | "codes">,
  post: { challenge: string; thread: string; action: Action; bodyHash: string },
): Promise<Payment | Refusal> {
  const refuse = (reason: "missing" | "invalid" | "expired" | "used") =>
    wrongField("challenge", reason);
  if (post.challenge === "") return refuse("missing");
  const solution = readSolution(post.challenge);
  if (solution === null) return refuse("invalid");
  const { id, madeAt } = solution;
  const payment = { solution: id, madeAt, isRepeated: false };
  // A solution that is known was right once, and stays an answer after it has expired.
  const asKnown = async () => {
    const used = await store.solution(id);
    if (used === null) return null;
    return used.bodyHash === post.bodyHash ? { ...payment, isRepeated: true } : refuse("used");
  };
  if ("payload" in solution) {
    const verdict = challenges.verify(solution, post.thread, post.action);
    // Most are solved and new; whether this one is new, the act decides that it pays for.
    return verdict === "solved" ? payment : ((await asKnown()) ?? refuse(verdict));
  }
  const known = await asKnown();
  if (known !== null) return known;
  const verdict = codes.verify(solution, post.thread, post.action);
  if (verdict === "expired" || verdict === "invalid") return refuse(verdict);
  // Right or wrong it was a try; whoever has had his tries gets another picture.
  if (!(await store.mayTry(codeTries(id, madeAt)))) return refuse("expired");
  return verdict === "solved" ? payment : refuse("invalid");
}

/** Why an act that has to be paid for was not done; null when it was, now or before. */
export function refusalOf(taken: Taken | Refusal, now: number): Refusal | null {
  if ("refused" in taken) return taken;
  if (taken.state === "used") return wrongField("challenge", "used");
  return taken.state === "limited" ? busy(taken.full, now) : null;
}
