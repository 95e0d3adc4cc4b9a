import { Hono } from "hono";
import { confirmAgain } from "../../acts/confirm.ts";
import type { Service } from "../../acts/service.ts";
import { ConfirmAgain } from "../../wire.ts";
import type { Posted } from "../../wire.ts";
import { readBody, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";

const posted: Posted = { state: "unconfirmed" };

/** 'No mail received?': another letter for an unconfirmed comment. The answer is always the same. */
export function confirmAgainRoutes(service: Service): Hono<Env> {
  return new Hono<Env>().post("/confirm/again", async (c) => {
    const body = await readBody(c, ConfirmAgain);
    if ("refusal" in body) return body.refusal;
    const { challenge } = body.input;
    await confirmAgain(service, { challenge, senders: await sendersOf(c, service) });
    return c.json(posted, 202);
  });
}
