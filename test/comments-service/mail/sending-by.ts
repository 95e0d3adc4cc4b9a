import { onTestFinished } from "vitest";
import { opener } from "../../../comments-service/acts/tell-desk.ts";
import type { Mail } from "../../../comments-service/mail/mail.ts";
import { newSending, sendDueLetters } from "../../../comments-service/mail/outbox.ts";
import type { TestService } from "../service.ts";

/** A service's letters leave this way, which ends with the test. */
export function sendingBy({ store, service }: Pick<TestService, "store" | "service">, mail: Mail) {
  onTestFinished(() => mail.close());
  const { clock, log } = service;
  const options = { store, mail, open: opener(service), clock, log, sending: newSending() };
  return {
    options,
    /** Sends what is due until nothing is. @returns how many letters that were. */
    send: async (): Promise<number> => {
      let sent = 0;
      for (;;) {
        const taken = await sendDueLetters(options);
        if (taken === 0) return sent;
        sent += taken;
      }
    },
  };
}
