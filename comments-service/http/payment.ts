import type { Context } from "hono";
import { readSolution } from "../domain/challenge.ts";
import { codeTries, secondsUntilFree } from "../domain/rates.ts";
import type { Service } from "../acts/service.ts";
import type { Env } from "./request.ts";
import type { Taken } from "../store/port/store.ts";
import type { Action } from "../wire.ts";
import { invalidFields, problem } from "./problem.ts";

/**
 * Looks at the solved challenge that comes with a post, which is also the key by which the post counts once.
 * @param bodyHash of what is posted with it.
 * @returns the solution's id and the time its challenge was made, when the act may go on (which may still find that the solution was
 * used before); `repeated` when this very post was taken before; or the refusal.
 */
export async function checkPayment(
  c: Context<Env>,
  { store, challenges, codes }: Service,
  post: { challenge: string; thread: string; action: Action; bodyHash: string },
): Promise<{ solution: string; madeAt: number } | "repeated" | { refusal: Response }> {
  const refuse = (reason: "missing" | "invalid" | "expired" | "used") => ({
    refusal: invalidFields(c, [{ field: "challenge", reason }]),
  });
  if (post.challenge === "") return refuse("missing");
  const solution = readSolution(post.challenge);
  if (solution === null) return refuse("invalid");
  const { id, madeAt } = solution;
  // A solution that is known was right once, and stays an answer after it has expired.
  const asKnown = async () => {
    const used = await store.solution(id);
    if (used === null) return null;
    return used.bodyHash === post.bodyHash ? "repeated" : refuse("used");
  };
  if ("payload" in solution) {
    const verdict = challenges.verify(solution, post.thread, post.action);
    // Most are solved and new; whether this one is new, the act decides that it pays for.
    if (verdict === "solved") return { solution: id, madeAt };
    return (await asKnown()) ?? refuse(verdict);
  }
  const known = await asKnown();
  if (known !== null) return known;
  const verdict = codes.verify(solution, post.thread, post.action);
  if (verdict === "expired" || verdict === "invalid") return refuse(verdict);
  // Right or wrong it was a try; whoever has had his tries gets another picture.
  if (!(await store.mayTry(codeTries(id, madeAt)))) return refuse("expired");
  return verdict === "solved" ? { solution: id, madeAt } : refuse("invalid");
}

/** The answer when an act was not taken; null when it was, now or before. */
export function refusalOf(c: Context<Env>, taken: Taken, now: number): Response | null {
  if (taken.state === "used") return invalidFields(c, [{ field: "challenge", reason: "used" }]);
  if (taken.state === "limited")
    return problem(c, 429, "Too much for the moment", {
      retryAfter: secondsUntilFree(taken.full, now),
    });
  return null;
}
