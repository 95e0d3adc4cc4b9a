import { codeIn, openReader, signIn } from "../readers.ts";
import { objectionIn } from "../giving-notice.ts";
import { own, signIn as signInAtDesk } from "../http/desk/moderator.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

/** A service in which there is something for each call. What is used up by its use is made anew each time. */
export interface World {
  service: TestService;
  /** A published comment, another one that answers it, and the link of the letter of the first. */
  comment: string;
  token: string;
  /** The bearer token of its writer. */
  bearer: string;
  challenge(action?: "comment" | "report"): Promise<string>;
  /** The link of a comment that waits for it. */
  unconfirmed(): Promise<string>;
  ownComment(): Promise<string>;
  mine(): Promise<string>;
  wayIn(): Promise<string>;
  unsubscribe(): Promise<string>;
  deed(): Promise<string>;
  objection(): Promise<string>;
  attempt(): Promise<{ attempt: string; code: string }>;
  closeAll(): Promise<void>;
}

const email = "petra@mail.example";

export async function openWorld(
  limits: NonNullable<Parameters<typeof openService>[0]>["limits"] = {},
): Promise<World> {
  const none = { sender: [], thread: [], site: [] };
  const service = await openService({
    limits: {
      comment: none,
      report: none,
      again: { sender: [], comment: [], site: [] },
      signIn: { sender: [], site: [] },
      ...limits,
    },
  });
  const form = (path: string, fields: Record<string, string>) =>
    service.ask(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  const linkIn = async (pattern: RegExp): Promise<string> => {
    for (const { text } of await service.letters()) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return found;
    }
    throw new Error(`no letter has ${pattern.source}`);
  };
  const later = () => void (service.clock.now += 1000);

  await service.publish({ email, notify: "thread" });
  const token = await service.token();
  later();
  await service.publish({ email: "ida@mail.example", replyTo: 1, text: "Ganz recht." });
  later();
  const comments = (await service.thread("flur", "?order=oldest")).comments;
  const comment = comments.find(({ number }) => number === 1)?.id ?? "";
  const bearer = await signIn(service, email);
  later();

  return {
    service,
    comment,
    token,
    bearer,
    challenge: (action = "comment") => service.challenge({ action }),
    async unconfirmed() {
      later();
      await service.post({ email: "neu@mail.example" });
      return service.token();
    },
    async ownComment() {
      later();
      const reader = await openReader(service, "otto@mail.example");
      await reader.post({ text: `Wort ${service.clock.now}` });
      return (await reader.me()).comments[0]?.id ?? "";
    },
    async mine() {
      later();
      await form("/mine", { email });
      return linkIn(/\/mine\?token=([0-9a-f]+)/u);
    },
    async wayIn() {
      await service.send("/sessions", { email });
      return linkIn(/\/way-in\?token=(\S+)/u);
    },
    unsubscribe: () => linkIn(/(\/unsubscribe\?\S+)/u),
    async deed() {
      later();
      const challenge = await service.challenge({ action: "report" });
      await service.send(`/comments/${comment}/reports`, { reason: "spam", challenge });
      return linkIn(/\/act\?token=([0-9a-f]+)/u);
    },
    async objection() {
      later();
      const fields = { comment, reason: "Weil.", name: "R", email: "r@mail.example", faith: "yes" };
      await form("/notices", fields);
      const [notice] = await service.store.notices(1);
      const desk = await signInAtDesk(service);
      await desk.send(`/desk/notices/${notice?.id}`, [
        ["decision", "kept"],
        ["grounds", "Eine Meinung."],
      ]);
      const letters = await service.letters();
      return objectionIn(letters.find(({ text }) => objectionIn(text) !== "")?.text);
    },
    async attempt() {
      const asked = await service.send("/sessions", { email });
      const { attempt } = (await asked.json()) as { attempt: string };
      const code = codeIn((await service.letters()).find(({ to }) => to === email));
      return { attempt, code: code.replace(" ", "") };
    },
    async closeAll() {
      for (const thread of service.site.list.threads) thread.state = "closed";
      await service.service.magazine.refresh();
    },
  };
}
