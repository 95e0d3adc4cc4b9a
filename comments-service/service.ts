import type { Context } from "hono";
import { createChallenges } from "./domain/challenge.ts";
import type { Challenges, Difficulty } from "./domain/challenge.ts";
import { clientAddress, senderNetwork } from "./domain/client-address.ts";
import { keyedHash } from "./domain/digest.ts";
import type { Clock, Ids } from "./domain/ids.ts";
import { defaultLimits } from "./domain/rates.ts";
import type { Limits } from "./domain/rates.ts";
import { DAY } from "./domain/times.ts";
import { createMagazine } from "./magazine.ts";
import type { Magazine } from "./magazine.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store/store.ts";

/** What an entry knows of a request beside the request itself. */
export interface Env {
  Bindings: {
    /** The address that opened the connection. */
    peer: string | null;
  };
}

/** What a service is made of; all that differs between platforms and tests is passed in. */
export interface Parts {
  store: Store;
  settings: Settings;
  clock: Clock;
  ids: Ids;
  /** Closes waiting letters and signs challenges. */
  secret: string;
  log: (line: string) => void;
  limits?: Limits;
  difficulty?: Difficulty;
}

/** What the routes work with. */
export interface Service extends Required<Omit<Parts, "difficulty">> {
  magazine: Magazine;
  challenges: Challenges;
  /** A hash that stands for who sends this request today; tomorrow it is another one. */
  senderOf(c: Context<Env>): Promise<string>;
}

export function createService(parts: Parts): Service {
  const { store, settings, clock, ids, secret, log, limits = defaultLimits, difficulty } = parts;
  const keyOfDay = keysOfTheDay(parts);
  return {
    store,
    settings,
    clock,
    ids,
    secret,
    log,
    limits,
    magazine: createMagazine({ store, siteUrl: settings.siteUrl, clock, log }),
    challenges: createChallenges(secret, clock, difficulty),
    async senderOf(c) {
      const forwarded = c.req.header("X-Forwarded-For");
      const address = clientAddress(c.env.peer ?? null, forwarded, settings.trustedProxies);
      return keyedHash(await keyOfDay(), senderNetwork(address));
    },
  };
}

/** Senders are hashed under a random key of the day. It is kept in the store so that all processes count alike, and deleted soon. */
function keysOfTheDay({ store, clock, ids }: Parts): () => Promise<string> {
  let known = { day: -1, key: "" };
  return async () => {
    const now = clock();
    const day = Math.floor(now / DAY);
    if (known.day !== day) known = { day, key: await store.key(`day ${day}`, ids.token(), now) };
    return known.key;
  };
}
