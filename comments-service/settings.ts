import * as v from "valibot";
import { challengeKinds } from "./wire.ts";
import { moderations } from "./domain/checks/check.ts";
import { isLoopbackHost } from "./domain/client-address.ts";
import * as value from "./settings/values.ts";

/** How one setting is read; what it means, settings/meanings.ts says, so that no host has to carry it. */
export interface Setting {
  /** In the environment. */
  name: string;
  schema: v.GenericSchema<string, unknown>;
  /** Where a public service needs more than one on a loopback SERVICE_URL. */
  publicSchema?: v.GenericSchema<string, unknown>;
  /** In words what the schema takes. */
  expected: string;
  /** What it is when it is not set; `local`: on a loopback SERVICE_URL only, so a public service has to set it. `$PORT` stands for that setting. */
  default: string | { local: string };
}

/** Every setting, in the order of `.env.example`. */
export const table = {
  port: {
    name: "PORT",
    schema: value.Port,
    expected: "a port from 1 to 65535",
    default: "8788",
  },
  serviceUrl: {
    name: "SERVICE_URL",
    schema: value.Origin,
    expected: "an http or https origin without a path, such as https://comments.example.org",
    default: "http://localhost:$PORT",
  },
  site: {
    name: "SITE_URL",
    schema: value.Site,
    expected: "the magazine's http or https address, such as https://example.org/",
    default: { local: "http://localhost:8080/" },
  },
  database: {
    name: "DATABASE_URL",
    schema: value.Database,
    expected:
      "file: and a path, such as file:comments.sqlite, or postgres://user:password@host/database",
    default: "file:comments.sqlite",
  },
  mail: {
    name: "MAIL_URL",
    schema: value.Mail,
    publicSchema: value.PublicMail,
    expected:
      "smtp://…, smtps://…, resend://… or postmark://…, or outbox: on a loopback SERVICE_URL",
    default: { local: "outbox:" },
  },
  mailFrom: {
    name: "MAIL_FROM",
    schema: value.Email,
    expected: "one e-mail address",
    default: { local: "comments@magazine.example" },
  },
  secrets: {
    name: "SECRET",
    schema: value.Secrets,
    publicSchema: v.pipe(value.Secrets, v.minLength(1)),
    expected:
      "at least 32 characters that nobody can guess, or several of these with commas between them",
    default: { local: "" },
  },
  moderators: {
    name: "MODERATORS",
    schema: value.Emails,
    expected: "e-mail addresses with commas between them",
    default: { local: "desk@magazine.example" },
  },
  authors: {
    name: "AUTHORS",
    schema: value.Authors,
    expected:
      "e-mail addresses with commas between them, each perhaps behind the name of the author's file, such as eva-klein=eva@example.org",
    default: "",
  },
  moderation: {
    name: "MODERATION",
    schema: v.picklist(moderations),
    expected: `one of ${moderations.join(", ")}`,
    default: "open",
  },
  challenge: {
    name: "CHALLENGE",
    schema: v.picklist(challengeKinds),
    expected: `one of ${challengeKinds.join(", ")}`,
    default: "pow",
  },
  blockedWords: {
    name: "BLOCKED_WORDS",
    schema: value.Words,
    expected: "words or phrases with commas between them",
    default: "",
  },
  suspectWords: {
    name: "SUSPECT_WORDS",
    schema: value.Words,
    expected: "words or phrases with commas between them",
    default: "",
  },
  reportsToHide: {
    name: "REPORTS_TO_HIDE",
    schema: value.Count,
    expected: "a number from 1 to 1000",
    default: "3",
  },
  hidesPerHour: {
    name: "HIDES_PER_HOUR",
    schema: value.Count,
    expected: "a number from 1 to 1000",
    default: "3",
  },
  trustedProxies: {
    name: "TRUSTED_PROXIES",
    schema: value.Networks,
    expected: "IP addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8",
    default: "",
  },
  stopDelay: {
    name: "STOP_DELAY",
    schema: value.Delay,
    expected: "a number from 0 to 600",
    default: "0",
  },
} as const satisfies Record<string, Setting>;
type Table = typeof table;

/** What whoever runs the service decides; `docs/settings.md` explains each. */
export type Settings = { -readonly [Key in keyof Table]: v.InferOutput<Table[Key]["schema"]> };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from an environment. On a loopback SERVICE_URL, which is the default, nothing has to be set.
 * @returns the settings, or one line for each that is missing or wrong, all at once.
 */
export function readSettings(env: Environment): { settings: Settings } | { mistakes: string[] } {
  const port = textOf(table.port, env);
  const inEnv = { ...env, PORT: v.is(value.Port, port) ? port : table.port.default };
  const serviceUrl = v.safeParse(value.Origin, textOf(table.serviceUrl, inEnv));
  const isLocal = !serviceUrl.success || isLoopbackHost(new URL(serviceUrl.output).hostname);
  const mistakes: string[] = [];
  const settings = Object.entries<Setting>(table).map(([key, setting]) => {
    const { name, schema, publicSchema = schema, expected } = setting;
    const text = textOf(setting, setting === table.port ? env : inEnv, isLocal);
    const read = v.safeParse(isLocal ? schema : publicSchema, text);
    // The value itself is not repeated: it may hold a password.
    if (!read.success)
      mistakes.push(`${name} is ${text === null ? "missing" : "wrong"}: expected ${expected}`);
    return [key, read.output] as const;
  });
  return mistakes.length > 0
    ? { mistakes }
    : { settings: Object.fromEntries(settings) as unknown as Settings };
}

/** What is set, or else the default; null where there is none. */
function textOf(setting: Setting, env: Environment, isLocal = true): string | null {
  const given = env[setting.name]?.trim() ?? "";
  if (given !== "") return given;
  const { default: standing } = setting;
  if (typeof standing !== "string") return isLocal ? standing.local : null;
  return standing.replace("$PORT", env["PORT"] ?? "");
}
