import type { Context } from "hono";
import { settle } from "../../acts/settle.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { SignedInEntry } from "../../store/port/store.ts";
import type { Posted } from "../../wire.ts";
import { refusalOf } from "../payment.ts";

/** Takes a signed-in reader's comment, which is settled at once. */
export async function postSignedIn(
  c: Context<Env>,
  service: Service,
  entry: Omit<SignedInEntry, "settlement">,
  now: number,
): Promise<Response> {
  const comment = { ...entry, id: entry.subject, state: "unconfirmed", signedIn: true } as const;
  const take = async () =>
    service.store.postSignedIn({ ...entry, settlement: await settle(service, comment) }, now);
  const first = await take();
  // Others of the same address came in between, so that the checks have to look once more.
  const taken = first.state === "limited" && first.full.length === 0 ? await take() : first;
  return refusalOf(c, taken, now) ?? answerSignedIn(c, service, entry.solution);
}

/** What became of the comment that this solution paid for; the same however often it is asked. */
export async function answerSignedIn(
  c: Context<Env>,
  { store }: Service,
  solution: string,
): Promise<Response> {
  const used = await store.solution(solution);
  const comment = used === null ? null : await store.shown(used.subject);
  if (comment?.state !== "published") return c.json({ state: "held" } satisfies Posted, 202);
  return c.json({ state: "published", comment } satisfies Posted, 201);
}
