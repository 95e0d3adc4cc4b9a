import { Hono } from "hono";
import type { Context } from "hono";
import { accountCounters, secondsUntilFree } from "../../domain/rates.ts";
import type { Counter } from "../../domain/rates.ts";
import type { Site } from "../../domain/thread-list.ts";
import { hashOfMailbox } from "../../acts/letter-to.ts";
import { confirmationOf, confirmPage, confirmStatus, troublePage } from "./confirm-page.ts";
import { page } from "./shell.ts";
import { knowNetwork } from "../../acts/known-network.ts";
import { settle } from "../../acts/settle.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import type { KeptProof } from "../../store/port/store.ts";
import { hashOfToken } from "../../acts/confirmation.ts";
import { atMost, isOwnForm } from "./own-form.ts";

/** The mailed link. Looking changes nothing, since mail scanners look at every link; the button does. */
export function confirmRoutes(service: Service): Hono<Env> {
  const { store, magazine, clock, settings, limits } = service;
  const { serviceUrl, siteOrigin } = settings;

  const answer = (c: Context<Env>, site: Site, proof: KeptProof | null, token: string) => {
    const confirmation = confirmationOf(proof, clock());
    const status = confirmStatus[confirmation.state];
    return page(c, status, site, siteOrigin, confirmPage(confirmation, token, site));
  };

  const fullOf = async (counters: readonly Counter[]) => {
    const counted = await store.counted(counters);
    return counters.filter(({ most }, index) => (counted[index] ?? 0) >= most);
  };

  return new Hono<Env>()
    .get("/confirm", async (c) => {
      const token = c.req.query("token") ?? "";
      return answer(c, await magazine.shown(), await store.proof(hashOfToken(token)), token);
    })
    .post("/confirm", atMost(service, 1024), async (c) => {
      const site = await magazine.shown();
      if (!isOwnForm(c, serviceUrl))
        return page(c, 403, site, siteOrigin, troublePage("foreign", site.language));
      const token = new URLSearchParams(await c.req.text()).get("token") ?? "";
      const tokenHash = hashOfToken(token);
      const proof = await store.proof(tokenHash);
      if (confirmationOf(proof, clock()).state !== "ask" || proof === null)
        return answer(c, site, proof, token);
      const comment = await store.comment(proof.comment);
      if (comment === null) return answer(c, site, proof, token);
      const now = clock();
      const account = hashOfMailbox(service.secret, comment.email);
      const counters = accountCounters(account, limits, now);
      const confirm = async () => {
        const settlement = await settle(service, { ...comment, signedIn: false });
        const used = { tokenHash, comment: comment.id, settlement, counters };
        return store.confirm(used, now);
      };
      const { network } = await sendersOf(c, service);
      const [isDone] = await Promise.all([
        confirm(),
        knowNetwork(service, { email: comment.email, network }),
      ]);
      // Where others of the same address came in between, the checks have to look once more.
      if (!isDone) await confirm();
      const after = await store.proof(tokenHash);
      if (confirmationOf(after, now).state !== "ask") return answer(c, site, after, token);
      // Nothing else keeps a good link from working.
      c.header("Retry-After", String(secondsUntilFree(await fullOf(counters), now)));
      return page(c, 429, site, siteOrigin, troublePage("tooMuch", site.language));
    });
}
