import { checks } from "../../../../comments-service/domain/checks/checks.ts";
import { expect } from "vitest";
import type { Check } from "../../../../comments-service/domain/checks/check.ts";
import type { DeskComment, Queue } from "../../../../comments-service/store/port/queues.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";

export const moderator = "desk@magazine.example";
export const own = { "Sec-Fetch-Site": "same-origin" };

/** A moderator who is signed in at the desk. */
export interface Moderator {
  cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a form of the desk. */
  send(
    path: string,
    fields: [string, string][],
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** The page to which a form leads. */
  page(path: string, fields: [string, string][]): Promise<string>;
}

/** A service whose checks are in force and hold everything. */
export function openHolding(
  options: Parameters<typeof openService>[0] & { only?: readonly Check[] } = {},
): Promise<TestService> {
  return openService({
    checks: options.only ?? checks.filter(({ name }) => name === "all-held"),
    ...options,
    env: { MODERATION: "all", ...options.env },
  });
}

export async function signIn(
  service: TestService,
  email = "desk@magazine.example",
): Promise<Moderator> {
  const form = (path: string, fields: [string, string][], headers: Record<string, string> = own) =>
    service.ask(path, { method: "POST", headers, body: new URLSearchParams(fields) });
  const asked = await (await form("/desk/sign-in", [["email", email]])).text();
  const attempt = /name="attempt" value="([^"]+)"/u.exec(asked)?.[1] ?? "";
  const code = codeOf((await service.letters()).find(({ to }) => to === email)?.text ?? "");
  const answer = await form("/desk/code", [
    ["attempt", attempt],
    ["code", code],
  ]);
  const cookie = (answer.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
  if (cookie === "") throw new Error(`${email} is not signed in: ${await answer.text()}`);
  const moderator: Moderator = {
    cookie,
    get: (path) => service.ask(path, { headers: { Cookie: cookie } }),
    send: (path, fields, headers = own) => form(path, fields, { Cookie: cookie, ...headers }),
    async page(path, fields) {
      const sent = await moderator.send(path, fields);
      if (sent.status !== 303) throw new Error(`${sent.status} ${await sent.text()}`);
      return (await moderator.get(sent.headers.get("Location") ?? "")).text();
    },
  };
  return moderator;
}

export function codeOf(text: string): string {
  return (/\b\d{4}\s?\d{4}\b/u.exec(text)?.[0] ?? "").replace(/\s/gu, "");
}

export function queue(service: TestService, name: Queue): Promise<DeskComment[]> {
  return service.store.deskComments({ what: { queue: name }, after: null, most: 100 });
}

/** Writes and confirms a comment. @returns its id. */
export async function write(service: TestService, words: object = {}): Promise<string> {
  service.clock.now += 60_000;
  await service.publish(words);
  const [newest] = await service.store.deskComments({ what: { words: "" }, after: null, most: 1 });
  return newest?.id ?? "";
}

/** A reader reports a comment. */
export async function report(service: TestService, id: string): Promise<void> {
  const body = { reason: "insult", challenge: await service.challenge({ action: "report" }) };
  expect((await service.send(`/comments/${id}/reports`, body)).status).toBe(202);
}
