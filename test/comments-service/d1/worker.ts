// The service as a worker on D1. worker.test.ts bundles it and runs it in workerd.
import { opener } from "../../../comments-service/acts/tell-desk.ts";
import { serviceOn } from "../../../comments-service/acts/service.ts";
import { createApp } from "../../../comments-service/http/app.ts";
import type { Mail } from "../../../comments-service/mail/mail.ts";
import { newSending, sendDueLetters } from "../../../comments-service/mail/outbox.ts";
import { readSettings } from "../../../comments-service/settings.ts";
import type { D1Binding } from "../../../comments-service/store/d1/binding.ts";
import { openD1 } from "../../../comments-service/store/d1/d1.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";

type Env = Record<string, string> & { DB: D1Binding };

const clock = () => Date.now();

async function start({ DB, ...env }: Env) {
  const read = readSettings(env);
  if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
  const store = await createSqlStore(openD1(DB), clock());
  const parts = { store, settings: read.settings, clock, log: console.error, checks: [] };
  const service = await serviceOn(parts);
  await service.magazine.refresh();
  return { app: createApp(service), store, service };
}

let started: ReturnType<typeof start> | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { app, store, service } = await (started ??= start(env));
    if (new URL(request.url).pathname !== "/letters")
      return app.fetch(request, { peer: "192.0.2.1" });
    // What a scheduled event would do; the letters go to whoever asks.
    const sent: unknown[] = [];
    const mail: Mail = {
      async send(letter) {
        sent.push(letter);
        return { state: "sent" };
      },
      close: async () => {},
    };
    const sending = newSending();
    await sendDueLetters({
      store,
      mail,
      open: opener(service),
      clock,
      log: console.error,
      sending,
    });
    await Promise.all(sending.underWay);
    return Response.json(sent);
  },
};
