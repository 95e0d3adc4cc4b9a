import * as v from "valibot";
import { challengeKinds } from "./wire.ts";
import { moderations } from "./domain/checks/check.ts";
import { isLoopbackHost } from "./domain/client-address.ts";
import * as value from "./settings/values.ts";

/** What one setting is; from these rows come the reading, `.env.example` and `docs/settings.md` (`npm run settings`). */
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
  meaning: string;
  /** What only the page of the docs says. */
  more?: string;
}

/** Every setting, in the order of `.env.example`. */
export const table = {
  port: {
    name: "PORT",
    schema: value.Port,
    expected: "a port from 1 to 65535",
    default: "8788",
    meaning: "The port to listen on.",
  },
  serviceUrl: {
    name: "SERVICE_URL",
    schema: value.Origin,
    expected: "an http or https origin without a path, such as https://comments.example.org",
    default: "http://localhost:$PORT",
    meaning:
      "Where readers reach the service. Links in letters begin with it, whatever a request says of its host. On a loopback address (`localhost`) the other settings have defaults, and only this machine can connect; any other makes the service public: then SITE_URL, MAIL_URL, MAIL_FROM, SECRET and MODERATORS have to be set.",
  },
  site: {
    name: "SITE_URL",
    schema: value.Site,
    expected: "the magazine's http or https address, such as https://example.org/",
    default: { local: "http://localhost:8080/" },
    meaning:
      "Where the magazine is. Only its pages may write comments, and its `threads.json` says which threads there are. Further addresses under which it may be read stand behind it with commas between them: `https://example.org/, https://www.example.org`; better is to let them lead to the first.",
    more: "A page at any other address says that it cannot write, and the log names that address once.",
  },
  database: {
    name: "DATABASE_URL",
    schema: value.Database,
    expected:
      "file: and a path, such as file:comments.sqlite, or postgres://user:password@host/database",
    default: "file:comments.sqlite",
    meaning:
      "The database: a file, which is made at the first start, and that start says so; or a PostgreSQL, `postgres://user:password@host:5432/database?sslmode=verify-full`, for several processes at once.",
    more: "Behind the `?` stand, with `&` between them: `sslmode=verify-full` (TLS, and the server's certificate is checked; with `sslrootcert=FILE` against that authority; `no-verify` checks nothing, and without `sslmode` there is no TLS), `max=10` (how many connections a process opens at most), `host=/var/run/postgresql` (a socket in that folder), and in milliseconds `lock_timeout=5000` and `statement_timeout=10000`, after which a request is refused for the moment; left empty, they are the server's own, as a pooler between may want it. What a server needs: [deployment.md](deployment.md#several-processes-on-one-postgresql).",
  },
  mail: {
    name: "MAIL_URL",
    schema: v.union([value.Outbox, value.Smtp, value.HttpMail]),
    publicSchema: v.union([value.Smtp, value.HttpMail]),
    expected:
      "smtp://…, smtps://…, resend://… or postmark://…, or outbox: on a loopback SERVICE_URL",
    default: { local: "outbox:" },
    meaning:
      "How letters go out: `smtp://user:password@host:587` (STARTTLS where the server offers it), `smtps://user:password@host:465`, by a mail service's HTTP `resend://KEY@api.resend.com` or `postmark://TOKEN@api.postmarkapp.com`, or `outbox:`, which sends nothing and shows the letters to this machine only, at the link that the start prints.",
    more: "A Worker has no way to a mail server: there it has to be one of the services. Their key is sent to the host that stands behind the `@` and nowhere else. Postmark's links and openings are not tracked, as far as a letter can say so; at Resend tracking is switched off for the domain, which is how it is at the beginning.",
  },
  mailFrom: {
    name: "MAIL_FROM",
    schema: value.Email,
    expected: "one e-mail address",
    default: { local: "comments@magazine.example" },
    meaning: "The sender of all letters.",
  },
  secrets: {
    name: "SECRET",
    schema: value.Secrets,
    publicSchema: v.pipe(value.Secrets, v.minLength(1)),
    expected:
      "at least 32 characters that nobody can guess, or several of these with commas between them",
    default: { local: "" },
    meaning:
      "Challenges, waiting letters and the links that end notifications are signed or closed with it; `openssl rand -hex 32` makes one. Left empty on a loopback SERVICE_URL, one is made and kept in the database. To change it, write the new one before the old one with a comma between them: what was closed with the old one stays good. Take the old one away after a week.",
    more: "After a change new things are made under the first, and what was made under a later one stays good, once the service was started again. When the old one is taken away, the links to end notifications in letters of its time no longer work, and a reader ends them at `/mine`. A sign-in code that is on its way at the moment of the change has to be asked for again.",
  },
  moderators: {
    name: "MODERATORS",
    schema: value.Emails,
    expected: "e-mail addresses with commas between them",
    default: { local: "desk@magazine.example" },
    meaning: "Who may sign in at the desk, and is told by mail of what is held and reported.",
    more: "Of what, and how often: [desk.md](desk.md#letters).",
  },
  authors: {
    name: "AUTHORS",
    schema: value.Emails,
    expected: "e-mail addresses with commas between them",
    default: "",
    meaning:
      "Authors of the magazine. Their comments carry the badge 'Autor' when they are signed in; those of MODERATORS carry 'Redaktion'.",
  },
  moderation: {
    name: "MODERATION",
    schema: v.picklist(moderations),
    expected: `one of ${moderations.join(", ")}`,
    default: "open",
    meaning:
      "Which comments a moderator sees before they appear, beside those that a check holds: `open` none, `first` the first one of each address, `all` every one.",
  },
  challenge: {
    name: "CHALLENGE",
    schema: v.picklist(challengeKinds),
    expected: `one of ${challengeKinds.join(", ")}`,
    default: "pow",
    meaning:
      "What a reader solves before a comment or a report is taken: `pow` (the browser works for a moment, the reader sees nothing of it) or `image` (a code to be read from a picture, with `pow` beside it for whoever cannot read it). The picture stops no program; `pow` costs one.",
    more: "The picture is there because readers know it: a small network reads such pictures as well as people do. What costs a sender something is `pow`; keep it where you are flooded. Both get harder for who sends much, and for all when the site is flooded: more work, a longer code. They fall back by themselves.",
  },
  blockedWords: {
    name: "BLOCKED_WORDS",
    schema: value.Words,
    expected: "words or phrases with commas between them",
    default: "",
    meaning:
      "A comment with one of these words waits in the desk's queue. Case and punctuation do not matter, parts of words do not count.",
  },
  suspectWords: {
    name: "SUSPECT_WORDS",
    schema: value.Words,
    expected: "words or phrases with commas between them",
    default: "",
    meaning: "The same for words that only raise a suspicion: here the desk gets a letter.",
  },
  reportsToHide: {
    name: "REPORTS_TO_HIDE",
    schema: value.Count,
    expected: "a number from 1 to 1000",
    default: "3",
    meaning: "After how many reporters a comment is hidden until a moderator decides.",
  },
  hidesPerHour: {
    name: "HIDES_PER_HOUR",
    schema: value.Count,
    expected: "a number from 1 to 1000",
    default: "3",
    meaning:
      "How many comments reports alone may hide within an hour, in the whole magazine. What more is reported stays visible, waits at the desk, and is marked there as not hidden.",
  },
  trustedProxies: {
    name: "TRUSTED_PROXIES",
    schema: value.Networks,
    expected: "IP addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8",
    default: "",
    meaning:
      "The reverse proxies in front of the service. Only from these is `X-Forwarded-For` believed. Left empty, a reader's address is that of the connection.",
    more: "Behind a proxy all readers would then be one, and the caps of a sender would be everybody's.",
  },
  stopDelay: {
    name: "STOP_DELAY",
    schema: value.Delay,
    expected: "a number from 0 to 600",
    default: "0",
    meaning:
      "How many seconds a process that was asked to end (SIGTERM) still takes what comes, while `/health` answers 503: as long as a balancer needs to notice. A second signal ends that.",
    more: "With one process there is nobody to lead readers elsewhere: leave it. Workers and Lambda end otherwise.",
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
