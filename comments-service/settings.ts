import { challengeKinds } from "./wire.ts";
import type { ChallengeKind } from "./wire.ts";
import { moderations } from "./domain/checks/check.ts";
import type { Moderation } from "./domain/checks/check.ts";
import { isLoopbackHost, parseNetwork } from "./domain/client-address.ts";
import type { Network } from "./domain/client-address.ts";
import { parseEmailAddress } from "./domain/email-address.ts";

/** What whoever runs the service decides. `.env.example` explains each. */
export interface Settings {
  port: number;
  /** The service's own origin, without a slash at its end. */
  serviceUrl: string;
  /** The magazine's address, with a slash at its end, and its origin. */
  siteUrl: string;
  siteOrigin: string;
  /** That origin and the others under which the magazine's pages may write. */
  siteOrigins: readonly string[];
  database: { engine: "sqlite"; path: string };
  /** `outbox`: letters stay in the store and are shown on the local outbox page. */
  mail: { kind: "outbox" } | { kind: "smtp"; url: string };
  mailFrom: string;
  /** Newest first. Empty: one is made and kept in the database, which is allowed on a loopback address only. */
  secrets: readonly string[];
  moderators: readonly string[];
  /** Addresses whose signed-in comments carry the badge. */
  authors: readonly string[];
  moderation: Moderation;
  /** What a reader solves before a post is taken; proof of work is always there beside the image. */
  challenge: ChallengeKind;
  blockedWords: readonly string[];
  suspectWords: readonly string[];
  /** After how many reporters a comment is hidden until a moderator decides. */
  reportsToHide: number;
  /** How many comments reports alone may hide within an hour. */
  hidesPerHour: number;
  trustedProxies: readonly Network[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one value; undefined when it is not as expected. */
type Read<Value> = (text: string) => Value | undefined;

/** Every setting, in the order of `.env.example`. */
export const settingNames = [
  "PORT",
  "SERVICE_URL",
  "SITE_URL",
  "DATABASE_URL",
  "MAIL_URL",
  "MAIL_FROM",
  "SECRET",
  "MODERATORS",
  "AUTHORS",
  "MODERATION",
  "CHALLENGE",
  "BLOCKED_WORDS",
  "SUSPECT_WORDS",
  "REPORTS_TO_HIDE",
  "HIDES_PER_HOUR",
  "TRUSTED_PROXIES",
] as const;
type SettingName = (typeof settingNames)[number];

const expected: Record<SettingName, string> = {
  PORT: "a port from 1 to 65535",
  SERVICE_URL: "an http or https origin without a path, such as https://comments.example.org",
  SITE_URL: "the magazine's http or https address, such as https://example.org/",
  DATABASE_URL: "file: and a path, such as file:comments.sqlite",
  MAIL_URL: "smtp://… or smtps://…, or outbox: on a loopback SERVICE_URL",
  MAIL_FROM: "one e-mail address",
  SECRET:
    "at least 32 characters that nobody can guess, or several of these with commas between them",
  MODERATORS: "e-mail addresses with commas between them",
  AUTHORS: "e-mail addresses with commas between them",
  MODERATION: moderations.join(", "),
  CHALLENGE: challengeKinds.join(", "),
  BLOCKED_WORDS: "words or phrases with commas between them",
  SUSPECT_WORDS: "words or phrases with commas between them",
  REPORTS_TO_HIDE: "a number from 1 to 1000",
  HIDES_PER_HOUR: "a number from 1 to 1000",
  TRUSTED_PROXIES:
    "IP addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8",
};

/**
 * Reads the settings from an environment. On a loopback SERVICE_URL, which is the default, nothing has to be set.
 * @returns the settings, or one line for each that is missing or wrong, all at once.
 */
export function readSettings(env: Environment): { settings: Settings } | { mistakes: string[] } {
  const mistakes: string[] = [];

  function setting<Value>(
    name: SettingName,
    fallback: string | null,
    read: Read<Value>,
  ): Value | undefined {
    const given = env[name]?.trim() ?? "";
    const text = given === "" ? fallback : given;
    const value = text === null ? undefined : read(text);
    if (text === null) mistakes.push(`${name} is missing: expected ${expected[name]}`);
    // The value itself is not repeated: it may hold a password.
    else if (value === undefined) mistakes.push(`${name} is wrong: expected ${expected[name]}`);
    return value;
  }

  const port = setting("PORT", "8788", readPort);
  const serviceUrl = setting("SERVICE_URL", `http://localhost:${port ?? 8788}`, readOrigin);
  const isLocal = serviceUrl === undefined || isLoopbackHost(new URL(serviceUrl).hostname);
  const whenLocal = (fallback: string) => (isLocal ? fallback : null);

  const site = setting("SITE_URL", whenLocal("http://localhost:8080/"), readSite);
  const database = setting("DATABASE_URL", "file:comments.sqlite", readDatabase);
  const mail = setting("MAIL_URL", whenLocal("outbox:"), (text) => readMail(text, isLocal));
  const mailFrom = setting(
    "MAIL_FROM",
    whenLocal("comments@magazine.example"),
    (text) => parseEmailAddress(text) ?? undefined,
  );
  const secrets = setting("SECRET", whenLocal(""), (text) => readSecrets(text, isLocal));
  const moderators = setting("MODERATORS", whenLocal("desk@magazine.example"), (text) =>
    readAll(text, parseEmailAddress),
  );
  const authors = setting("AUTHORS", "", (text) => readAll(text, parseEmailAddress));
  const moderation = setting("MODERATION", "open", readModeration);
  const challenge = setting("CHALLENGE", "pow", (text) =>
    challengeKinds.find((kind) => kind === text),
  );
  const blockedWords = setting("BLOCKED_WORDS", "", readWords);
  const suspectWords = setting("SUSPECT_WORDS", "", readWords);
  const reportsToHide = setting("REPORTS_TO_HIDE", "3", readCount);
  const hidesPerHour = setting("HIDES_PER_HOUR", "3", readCount);
  const trustedProxies = setting("TRUSTED_PROXIES", "", (text) => readAll(text, parseNetwork));

  if (
    port === undefined ||
    serviceUrl === undefined ||
    site === undefined ||
    database === undefined ||
    mail === undefined ||
    mailFrom === undefined ||
    secrets === undefined ||
    moderators === undefined ||
    authors === undefined ||
    moderation === undefined ||
    challenge === undefined ||
    blockedWords === undefined ||
    suspectWords === undefined ||
    reportsToHide === undefined ||
    hidesPerHour === undefined ||
    trustedProxies === undefined
  )
    return { mistakes };
  return {
    settings: {
      port,
      serviceUrl,
      ...site,
      database,
      mail,
      mailFrom,
      secrets,
      moderators,
      authors,
      moderation,
      challenge,
      blockedWords,
      suspectWords,
      reportsToHide,
      hidesPerHour,
      trustedProxies,
    },
  };
}

function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

function readOrigin(text: string): string | undefined {
  const url = webUrl(text);
  return url !== undefined && url.pathname === "/" && url.search === "" ? url.origin : undefined;
}

function readSite(
  text: string,
): Pick<Settings, "siteUrl" | "siteOrigin" | "siteOrigins"> | undefined {
  const urls = readAll(text, (part) => readSiteUrl(part) ?? null);
  const [first] = urls ?? [];
  if (urls === undefined || first === undefined) return undefined;
  const siteOrigins = [...new Set(urls.map(({ origin }) => origin))];
  return { siteUrl: first.href, siteOrigin: first.origin, siteOrigins };
}

function readSiteUrl(text: string): URL | undefined {
  const url = webUrl(text.endsWith("/") ? text : `${text}/`);
  // Credentials would stand in the log, and fetch refuses such an address.
  return url === undefined || url.username !== "" || url.password !== "" ? undefined : url;
}

function webUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) ? url : undefined;
}

function readDatabase(text: string): Settings["database"] | undefined {
  if (!/^file:./u.test(text)) return undefined;
  return { engine: "sqlite", path: text.slice("file:".length).replace(/^\/\/\//u, "/") };
}

function readMail(text: string, isLocal: boolean): Settings["mail"] | undefined {
  if (text === "outbox:") return isLocal ? { kind: "outbox" } : undefined;
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/u.test(url.protocol) && url.hostname !== ""
    ? { kind: "smtp", url: text }
    : undefined;
}

function readSecrets(text: string, isLocal: boolean): string[] | undefined {
  const secrets = readAll(text, (part) => (part.length >= 32 ? part : null));
  return secrets?.length === 0 && !isLocal ? undefined : secrets;
}

function readModeration(text: string): Moderation | undefined {
  return moderations.find((moderation) => moderation === text);
}

function readWords(text: string): string[] | undefined {
  return readAll(text, (part) => part);
}

function readCount(text: string): number | undefined {
  const count = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  return count >= 1 && count <= 1000 ? count : undefined;
}

function readAll<Item>(text: string, read: (part: string) => Item | null): Item[] | undefined {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const items = parts.map(read).filter((item) => item !== null);
  return items.length === parts.length ? items : undefined;
}
