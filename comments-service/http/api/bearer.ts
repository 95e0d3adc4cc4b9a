import type { Context } from "hono";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sessionOf } from "../../acts/sign-in.ts";
import { problem } from "../problem.ts";

/** The bearer token of a request (RFC 6750, 2.1); null when it has none. */
export function bearerOf(c: Context<Env>): string | null {
  return /^bearer +([0-9a-f]{1,128})$/iu.exec(c.req.header("Authorization") ?? "")?.[1] ?? null;
}

/**
 * Who is signed in.
 * @returns the address; `guest` when the request does not say; or the refusal, when the session that it names has ended.
 */
export async function readerOf(
  c: Context<Env>,
  service: Pick<Service, "store" | "clock">,
): Promise<{ email: string } | "guest" | { refusal: Response }> {
  if (c.req.header("Authorization") === undefined) return "guest";
  const token = bearerOf(c);
  const session = token === null ? null : await sessionOf(service, "reader", token);
  return session ?? { refusal: signInFirst(c) };
}

/** The same for what only a signed-in reader may do. */
export async function signedIn(
  c: Context<Env>,
  service: Pick<Service, "store" | "clock">,
): Promise<{ email: string } | { refusal: Response }> {
  const reader = await readerOf(c, service);
  return reader === "guest" ? { refusal: signInFirst(c) } : reader;
}

function signInFirst(c: Context<Env>): Response {
  c.header("WWW-Authenticate", "Bearer");
  return problem(c, 401, "Please sign in");
}
