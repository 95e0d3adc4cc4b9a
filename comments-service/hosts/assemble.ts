import { serviceOn } from "../acts/service.ts";
import { cleaningTimes } from "../domain/retention.ts";
import { createApp } from "../http/app.ts";
import { outboxAddress } from "../http/pages/outbox.ts";
import type { Mail } from "../mail/mail.ts";
import { sendDueLetters } from "../mail/outbox.ts";
import type { Sending } from "../mail/outbox.ts";
import { opener } from "../acts/tell-desk.ts";

const ROWS_CLEANED_AT_ONCE = 500;

/** A service that takes requests, and what it does by itself: each of these is done again and again, by whatever a host has for that. */
export type Assembled = Awaited<ReturnType<typeof assemble>>;

/**
 * Puts a service together, as every host does.
 * @param parts what it is made of, but for the clock, which is the machine's.
 * @param mail takes its letters; null where they stay in the outbox.
 * @param app what else its app is made of.
 * @throws StoreUnavailable when the store cannot answer.
 */
export async function assemble(
  parts: Omit<Parameters<typeof serviceOn>[0], "clock">,
  mail: Mail | null,
  app: Parameters<typeof createApp>[1] = {},
) {
  const { store, log } = parts;
  const clock = Date.now;
  const service = await serviceOn({ ...parts, clock });
  const open = opener(service);
  return {
    app: createApp(service, app),
    /** Where the local outbox is; null when letters are sent. */
    outbox: await outboxAddress(service),
    /** Reads the magazine's list. @returns whether one is known. */
    async readList(): Promise<boolean> {
      await service.magazine.refresh();
      return (await store.site()) !== null;
    },
    /** Deletes what has had its time. @returns whether there is more of it. */
    clean: () => store.clean(cleaningTimes(clock()), ROWS_CLEANED_AT_ONCE),
    /** Sends letters that are due. @returns whether there may be more of them. */
    send: async (sending: Sending): Promise<boolean> =>
      mail !== null && (await sendDueLetters({ store, mail, open, clock, log, sending })) > 0,
  };
}
