import { own, signIn, write } from "./http/desk/moderator.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

export const DAY = 86_400_000;
export const notice = {
  reason: "Das ist eine Beleidigung nach § 185 StGB.",
  name: "Renate Recht",
  email: "renate@mail.example",
  faith: "yes",
};

export const send = (service: TestService, path: string, fields: object, headers: object = own) =>
  service.ask(path, {
    method: "POST",
    headers: { ...headers } as Record<string, string>,
    body: new URLSearchParams({ ...fields }),
  });

export async function withComment(): Promise<{ service: TestService; id: string }> {
  const service = await openService();
  return { service, id: await write(service, { text: "Sie sind ein Wicht." }) };
}

export const to = async (service: TestService, address: string) =>
  (await service.letters()).filter((letter) => letter.to === address);

/** Gives notice and decides on it at the desk. @returns the notice's id. */
export async function decided(service: TestService, id: string, decision: string): Promise<string> {
  await send(service, "/notices", { comment: id, ...notice });
  const [kept] = await service.store.notices(1);
  const desk = await signIn(service);
  service.clock.now += 1000;
  await desk.send(`/desk/notices/${kept?.id}`, [
    ["decision", decision],
    ["grounds", "Das Wort ist eine Herabsetzung."],
  ]);
  return kept?.id ?? "";
}

export const objectionIn = (text: string | undefined) =>
  /\/objections\?token=([0-9a-f]{64})/u.exec(text ?? "")?.[1] ?? "";
