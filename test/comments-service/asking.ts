import type { TestService } from "./service.ts";

/** The ways to have a letter with a code or a link sent to an address. */
export const doors = ["/sessions", "/mine", "/desk/sign-in"] as const;
export type Door = (typeof doors)[number];

/** Asks for one, as a browser does. */
export function askAt(
  service: TestService,
  door: Door,
  email: string,
  peer: string,
): Promise<Response> {
  return door === "/sessions"
    ? service.send(door, { email }, { peer })
    : sendForm(service, door, { email }, peer);
}

/** Sends a form of the service's own pages. */
export function sendForm(
  service: TestService,
  path: string,
  fields: Record<string, string>,
  peer?: string,
): Promise<Response> {
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const body = new URLSearchParams(fields);
  return service.ask(path, { method: "POST", headers, body }, peer);
}

/** An address in the nth of many networks. */
export function networkOf(n: number): string {
  return n % 2 === 0
    ? `198.${18 + Math.floor(n / 200)}.${n % 200}.7`
    : `2001:db8:${n.toString(16)}::1`;
}

/** Sends all letters that are due. @returns to whom. */
export async function sendDue({ store, clock }: TestService): Promise<number> {
  const letters = await store.claimLetters(10_000, clock.now, clock.now + 300_000);
  for (const { id } of letters) await store.letterSent(id, clock.now);
  return letters.filter(({ expires }) => expires !== 0).length;
}
