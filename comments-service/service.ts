import type { Context } from "hono";
import { createChallenges } from "./domain/challenge.ts";
import type { Challenges } from "./domain/challenge.ts";
import type { Difficulty } from "./domain/difficulty.ts";
import type { Check } from "./domain/checks/check.ts";
import { checks as allChecks } from "./domain/checks/checks.ts";
import { clientAddress, networkOf, senderNetworks } from "./domain/client-address.ts";
import { keyedHash } from "./domain/digest.ts";
import { createIds } from "./domain/ids.ts";
import type { Clock, Ids } from "./domain/ids.ts";
import { createCodeChallenges } from "./domain/image-code/code-challenge.ts";
import type { CodeChallenges } from "./domain/image-code/code-challenge.ts";
import { secureRandom } from "./domain/image-code/random.ts";
import type { Random } from "./domain/image-code/random.ts";
import { defaultLimits } from "./domain/rates.ts";
import type { Limits } from "./domain/rates.ts";
import { DAY } from "./domain/times.ts";
import { createMagazine } from "./magazine.ts";
import type { Magazine } from "./magazine.ts";
import { createReadiness } from "./readiness.ts";
import type { Readiness } from "./readiness.ts";
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
  /** What was closed or signed under these, newest first, is still good. */
  olderSecrets?: readonly string[];
  log: (line: string) => void;
  /** The caps that are not the default ones. */
  limits?: Partial<Limits>;
  /** What holds a comment until a moderator has seen it. */
  checks?: readonly Check[];
  difficulty?: Difficulty;
  /** What the pictures with codes are drawn from. */
  random?: Random;
}

/** What the routes work with. */
export interface Service extends Required<
  Omit<Parts, "difficulty" | "limits" | "olderSecrets" | "random">
> {
  /** `secret` and the older ones: what comes back to us may have been made under any of them. */
  secrets: readonly string[];
  limits: Limits;
  magazine: Magazine;
  challenges: Challenges;
  codes: CodeChallenges;
  /** Hashes that stand for who sends this request today, and for the wider networks that he stands in; tomorrow they are others. */
  readiness: Readiness;
  sendersOf(c: Pick<Context<Env>, "env" | "req">): Promise<Senders>;
}

/** Who sends a request, in which wider networks, and in which one that counts once. */
export type Senders = Record<"sender" | "sender56" | "sender48" | "network", string>;

export function createService(parts: Parts): Service {
  const { store, settings, clock, ids, secret, log, difficulty } = parts;
  const { limits, checks = allChecks } = parts;
  const secrets = [secret, ...(parts.olderSecrets ?? [])];
  const keyOfDay = keysOfTheDay(parts);
  return {
    store,
    settings,
    clock,
    ids,
    secret,
    secrets,
    log,
    limits: { ...defaultLimits, ...limits },
    checks,
    magazine: createMagazine({ store, siteUrl: settings.siteUrl, clock, log }),
    challenges: createChallenges(secrets, clock, difficulty),
    codes: createCodeChallenges(secrets, clock, parts.random ?? secureRandom),
    readiness: createReadiness(parts),
    async sendersOf(c) {
      const forwarded = c.req.header("X-Forwarded-For");
      const address = clientAddress(c.env.peer ?? null, forwarded, settings.trustedProxies);
      const networks = senderNetworks(address);
      const key = await keyOfDay();
      const sender = keyedHash(key, networks[64]);
      const hashOf = (network: string) =>
        network === networks[64] ? sender : keyedHash(key, network);
      return {
        sender,
        sender56: hashOf(networks[56]),
        sender48: hashOf(networks[48]),
        network: keyedHash(key, networkOf(address)),
      };
    },
  };
}

/** The service on a store, as its settings name its parts; where they name no secret, the kept one is taken. */
export async function serviceOn(
  parts: Omit<Parts, "ids" | "secret" | "olderSecrets">,
): Promise<Service> {
  const { store, settings, clock } = parts;
  const [newest, ...olderSecrets] = settings.secrets;
  const ids = createIds(clock);
  const secret = newest ?? (await store.key("service", ids.token(), clock()));
  return createService({ ...parts, ids, secret, olderSecrets });
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
