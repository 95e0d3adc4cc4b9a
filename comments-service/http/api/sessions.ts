import { Hono } from "hono/tiny";
import { emailErrors } from "../../domain/comment.ts";
import { parseEmailAddress } from "../../domain/email-address.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { readBody, sendersOf } from "../request.ts";
import { beginSignIn, endSession, finishSignIn } from "../../acts/sign-in.ts";
import { NewSession, Verification } from "../../wire.ts";
import type { Session, SessionAsked } from "../../wire.ts";
import { bearerOf } from "./bearer.ts";
import { invalidFields, refuse } from "../problem.ts";

/** Signing in by a mailed code, and out again. What is answered to an address tells nothing of it. */
export function sessionRoutes(service: Service): Hono<Env> {
  return new Hono<Env>()
    .post("/sessions", async (c) => {
      const body = await readBody(c, NewSession);
      if ("refusal" in body) return body.refusal;
      const given = body.input.email;
      const email = parseEmailAddress(given);
      if (email === null) return invalidFields(c, emailErrors(given, email));
      const senders = await sendersOf(c, service);
      const begun = await beginSignIn(service, { purpose: "reader", email, senders });
      if ("refused" in begun) return refuse(c, begun);
      const { attempt, isLate } = begun;
      const asked: SessionAsked = { attempt, ...(isLate ? { late: true } : {}) };
      return c.json(asked, 202);
    })

    .post("/sessions/verify", async (c) => {
      const body = await readBody(c, Verification);
      if ("refusal" in body) return body.refusal;
      const { network } = await sendersOf(c, service);
      const opened = await finishSignIn(service, { purpose: "reader", ...body.input, network });
      if (opened === null) return invalidFields(c, [{ field: "code", reason: "invalid" }]);
      const session: Session = { ...opened, expires: new Date(opened.expires).toISOString() };
      return c.json(session, 201);
    })

    .delete("/sessions", async (c) => {
      const token = bearerOf(c);
      if (token !== null) await endSession(service, "reader", token);
      return c.body(null, 204);
    });
}
