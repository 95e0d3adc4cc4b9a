import { createChallenges } from "../domain/challenge.ts";
import type { Challenges } from "../domain/challenge.ts";
import type { Difficulty } from "../domain/difficulty.ts";
import type { Check } from "../domain/checks/check.ts";
import { checks as allChecks } from "../domain/checks/checks.ts";
import { createIds } from "../domain/ids.ts";
import type { Clock, Ids } from "../domain/ids.ts";
import { createCodeChallenges } from "../domain/image-code/code-challenge.ts";
import type { CodeChallenges } from "../domain/image-code/code-challenge.ts";
import { secureRandom } from "../domain/image-code/random.ts";
import type { Random } from "../domain/image-code/random.ts";
import type { Log } from "../domain/log.ts";
import { defaultLimits } from "../domain/rates.ts";
import type { Limits } from "../domain/rates.ts";
import { createMagazine } from "./magazine.ts";
import type { Magazine } from "./magazine.ts";
import { createReadiness } from "./readiness.ts";
import type { Readiness } from "./readiness.ts";
import { createSenders } from "./senders.ts";
import type { Senders } from "./senders.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/port/store.ts";

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
  log: Log;
  /** The caps that are not the default ones. */
  limits?: Partial<Limits>;
  /** What holds a comment until a moderator has seen it. */
  checks?: readonly Check[];
  difficulty?: Difficulty;
  /** What the pictures with codes are drawn from. */
  random?: Random;
}

/** What the acts work with. */
export interface Service extends Required<
  Omit<Parts, "difficulty" | "limits" | "olderSecrets" | "random">
> {
  /** `secret` and the older ones: what comes back to us may have been made under any of them. */
  secrets: readonly string[];
  limits: Limits;
  magazine: Magazine;
  challenges: Challenges;
  codes: CodeChallenges;
  readiness: Readiness;
  /** Who stands behind an IP address today. */
  senders(address: string | null): Promise<Senders>;
}

export function createService(parts: Parts): Service {
  const { store, settings, clock, ids, secret, log, difficulty } = parts;
  const { limits, checks = allChecks } = parts;
  const secrets = [secret, ...(parts.olderSecrets ?? [])];
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
    magazine: createMagazine({ store, siteUrl: settings.site.url, clock, log }),
    challenges: createChallenges(secrets, clock, difficulty),
    codes: createCodeChallenges(secrets, clock, parts.random ?? secureRandom),
    readiness: createReadiness(parts),
    senders: createSenders(parts),
  };
}

/** The service on a store, as its settings name its parts; where they name no secret, the kept one is taken. */
export async function serviceOn(
  parts: Omit<Parts, "ids" | "secret" | "olderSecrets">,
): Promise<Service> {
  const { store, settings, clock } = parts;
  const [newest, ...olderSecrets] = settings.secrets;
  const ids = createIds(clock);
  const secret = newest ?? (await store.key("service", ids.token, clock()));
  return createService({ ...parts, ids, secret, olderSecrets });
}
