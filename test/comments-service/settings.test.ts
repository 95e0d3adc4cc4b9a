import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings, table } from "../../comments-service/settings.ts";
import { envExample, explained, settingsPage } from "../../comments-service/settings/files.ts";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const example = file("comments-service/.env.example");

test(".env.example and docs/settings.md are what the table gives now; `npm run settings` writes them", () => {
  expect(example).toBe(envExample(explained));
  expect(file("docs/settings.md")).toBe(settingsPage(explained));
});

test(".env.example explains every setting, in the same order, and its values are the defaults", () => {
  const lines = [...example.matchAll(/((?:^#.*\n)+)^([A-Z_]+)=(.*)$/gmu)];
  expect(lines.map(([, , name]) => name)).toEqual(
    Object.values(table).map((setting) => setting.name),
  );
  const env = Object.fromEntries(lines.map(([, , name, value]) => [name, value]));
  expect(readSettings(env)).toEqual(readSettings({}));
});

test("nothing has to be set on one's own machine", () => {
  expect(readSettings({})).toEqual({
    settings: {
      port: 8788,
      serviceUrl: "http://localhost:8788",
      site: {
        url: "http://localhost:8080/",
        origin: "http://localhost:8080",
        origins: ["http://localhost:8080"],
      },
      database: { engine: "sqlite", path: "comments.sqlite" },
      mail: { kind: "outbox" },
      mailFrom: "comments@magazine.example",
      secrets: [],
      moderators: ["desk@magazine.example"],
      authors: [],
      moderation: "open",
      challenge: "pow",
      blockedWords: [],
      suspectWords: [],
      reportsToHide: 3,
      hidesPerHour: 3,
      trustedProxies: [],
      stopDelay: 0,
    },
  });
});

test("for the public everything that is missing or wrong is named at once, without its value", () => {
  const env = {
    SERVICE_URL: "https://comments.example",
    PORT: "0",
    DATABASE_URL: "mysql://root:hunter2@db",
    SECRET: "short",
  };
  const read = readSettings(env);
  expect(read).toEqual({
    mistakes: [
      "PORT is wrong: expected a port from 1 to 65535",
      "SITE_URL is missing: expected the magazine's http or https address, such as https://example.org/",
      "DATABASE_URL is wrong: expected file: and a path, such as file:comments.sqlite, or postgres://user:password@host/database",
      "MAIL_URL is missing: expected smtp://…, smtps://…, resend://… or postmark://…, or outbox: on a loopback SERVICE_URL",
      "MAIL_FROM is missing: expected one e-mail address",
      "SECRET is wrong: expected at least 32 characters that nobody can guess, or several of these with commas between them",
      "MODERATORS is missing: expected e-mail addresses with commas between them",
    ],
  });
  expect(JSON.stringify(read)).not.toMatch(/hunter2|short/u);
});

describe("a setting is read", () => {
  const open = {
    SERVICE_URL: "https://comments.example/",
    SITE_URL: "https://example.org/magazin",
    DATABASE_URL: "file:///var/lib/comments.sqlite",
    MAIL_URL: "smtps://user:pass@mail.example:465",
    MAIL_FROM: "comments@example.org",
    SECRET: `${"x".repeat(32)},${"y".repeat(32)}`,
    MODERATORS: "a@example.org, b@example.org",
    AUTHORS: "c@example.org, eva-klein=d@Example.org, x=a=b@example.org, A.B=c@example.org",
    MODERATION: "first",
    CHALLENGE: "image",
    BLOCKED_WORDS: "casino, gratis geld",
    REPORTS_TO_HIDE: "5",
    HIDES_PER_HOUR: "9",
    TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8, fd00::/8",
  };

  test("as it is meant", () => {
    expect(readSettings(open)).toMatchObject({
      settings: {
        serviceUrl: "https://comments.example",
        site: { url: "https://example.org/magazin/", origin: "https://example.org" },
        database: { engine: "sqlite", path: "/var/lib/comments.sqlite" },
        mail: { kind: "smtp", url: open.MAIL_URL },
        secrets: open.SECRET.split(","),
        moderators: ["a@example.org", "b@example.org"],
        authors: [
          { id: null, email: "c@example.org" },
          { id: "eva-klein", email: "d@example.org" },
          { id: "x", email: "a=b@example.org" },
          { id: null, email: "A.B=c@example.org" },
        ],
        moderation: "first",
        challenge: "image",
        blockedWords: ["casino", "gratis geld"],
        suspectWords: [],
        reportsToHide: 5,
        hidesPerHour: 9,
        trustedProxies: [{ bits: 32 }, { bits: 8 }, { bits: 8 }],
      },
    });
  });

  test("also of a PostgreSQL, whose address goes to its driver as it is", () => {
    const address = "postgresql://ida:geheim@db.example:6432/comments?sslmode=verify-full&max=4";
    expect(readSettings({ ...open, DATABASE_URL: address })).toMatchObject({
      settings: { database: { engine: "postgres", address } },
    });
  });

  test.each([
    ["PORT", "65536"],
    ["PORT", "80a"],
    ["SERVICE_URL", "https://comments.example/path"],
    ["SERVICE_URL", "comments.example"],
    ["SITE_URL", "ftp://example.org"],
    ["SITE_URL", "https://ida:geheim@example.org/"],
    ["SITE_URL", "https://ida@example.org/"],
    ["DATABASE_URL", "comments.sqlite"],
    ["DATABASE_URL", "postgres://ida:geheim@db.example"],
    ["DATABASE_URL", "postgres://ida:geheim@db.example/comments?max=0"],
    ["DATABASE_URL", "postgres://ida:geheim@db.example/comments?max=many"],
    ["MAIL_URL", "outbox:"],
    ["MAIL_URL", "https://mail.example"],
    ["MAIL_FROM", "a@example.org, b@example.org"],
    ["SECRET", `${"x".repeat(32)}, short`],
    ["SECRET", ","],
    ["MODERATORS", "a@example.org b@example.org"],
    ["AUTHORS", "a@example.org b@example.org"],
    ["AUTHORS", "eva-klein="],
    ["MODERATION", "none"],
    ["CHALLENGE", "riddle"],
    ["REPORTS_TO_HIDE", "0"],
    ["HIDES_PER_HOUR", "0"],
    ["TRUSTED_PROXIES", "1"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "::/129"],
  ])("and refused: %s=%s", (name, value) => {
    const read = readSettings({ ...open, [name]: value });
    expect(read).toEqual({
      mistakes: [expect.stringMatching(new RegExp(`^${name} is wrong: expected `, "u"))],
    });
  });
});

test.each([
  [
    "https://example.org,https://www.example.org/",
    ["https://example.org", "https://www.example.org"],
  ],
  ["https://example.org/magazin, https://example.org", ["https://example.org"]],
  [
    "http://localhost:8080, http://127.0.0.1:8080",
    ["http://localhost:8080", "http://127.0.0.1:8080"],
  ],
])("the magazine may be read under several addresses: %s", (SITE_URL, siteOrigins) => {
  expect(readSettings({ SITE_URL })).toMatchObject({
    settings: {
      site: {
        url: new URL(`${SITE_URL.split(",")[0]}/`.replace(/\/+$/u, "/")).href,
        origins: siteOrigins,
      },
    },
  });
});

test.each([
  "https://example.org,www.example.org",
  "https://example.org,ftp://example.org",
  ",",
  "https://example.org,https://a:b@example.org",
])("of which none may be wrong: %s", (SITE_URL) => {
  expect(readSettings({ SITE_URL })).toEqual({
    mistakes: [expect.stringMatching(/^SITE_URL is wrong: /u)],
  });
});
