import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Rooms of the comments service. */
function inService(...names: readonly string[]): string[] {
  return names.map((name) => `comments-service/${name}`);
}

/**
 * The arrows of the design, read from the imports, those of types too: content → magazine → layouts → eleventy.config → dist for the site,
 * and hosts → http → acts → domain for the service. A file belongs to the innermost room around it. It may import from its own room, and from the
 * rooms, or the files in them, that are named here.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  magazine: ["magazine/read/mistakes.ts"],
  "magazine/read": ["magazine", "magazine/text", "magazine/words/address-words.ts"],
  "magazine/text": ["magazine"],
  "magazine/pages": ["magazine", "magazine/words", "magazine/read/mistakes.ts"],
  "magazine/words": ["magazine/model.ts"],
  layouts: [
    "layouts/boxes",
    "layouts/feeds",
    "magazine",
    "magazine/pages",
    "magazine/words",
    "magazine/text/text.ts",
  ],
  "layouts/boxes": ["layouts", "magazine/pages/views.ts", "magazine/words"],
  "layouts/feeds": ["layouts", "magazine/pages/views.ts"],
  "layouts/browser": ["comments-service/widget/index.ts"],
  "eleventy.config.ts": ["layouts", "magazine/pages/views.ts"],
  scripts: [
    "scripts/build",
    "scripts/check",
    "scripts/start",
    "scripts/bench",
    "magazine",
    "magazine/read",
    "magazine/pages",
  ],
  "scripts/build": [
    "scripts",
    "magazine",
    "magazine/read",
    "magazine/pages",
    "layouts/assets.ts",
    "eleventy.config.ts",
  ],
  "scripts/check": ["scripts/command.ts", "magazine"],
  "scripts/start": ["scripts/command.ts"],
  "scripts/bench": [],

  "comments-service/wire.ts": [],
  "comments-service/settings.ts": inService("settings", "domain", "wire.ts"),
  "comments-service/settings": inService("settings.ts", "domain"),
  "comments-service/hosts": inService(
    "http/app.ts",
    "http/pages/outbox.ts",
    "acts",
    "mail",
    "domain",
    "commands",
    "store/port",
    "store/sql",
    "store/open-database.ts",
    "settings.ts",
  ),
  "comments-service/hosts/crypto": inService("domain"),
  "comments-service/http": inService("acts", "domain", "words", "store/port", "wire.ts"),
  "comments-service/http/app.ts": inService("http", "http/api", "http/pages", "http/desk", "acts"),
  "comments-service/http/api": inService(
    "http",
    "http/api/openapi.ts",
    "acts",
    "domain",
    "store/port",
    "wire.ts",
    "settings.ts",
  ),
  "comments-service/http/api/openapi.ts": inService("http", "http/api", "openapi/openapi.json"),
  "comments-service/http/pages": inService(
    "http",
    "mail/mail.ts",
    "acts",
    "domain",
    "store/port",
    "words",
    "wire.ts",
  ),
  "comments-service/http/desk": inService(
    "http",
    "acts",
    "domain",
    "store/port",
    "words",
    "wire.ts",
  ),
  "comments-service/acts": inService(
    "domain",
    "mail",
    "mail/letters",
    "store/port",
    "wire.ts",
    "settings.ts",
  ),
  "comments-service/domain": inService("wire.ts"),
  "comments-service/mail": inService("mail/letters/confirm.ts", "domain", "store/port"),
  "comments-service/mail/letters": inService("domain", "store/port", "words", "wire.ts"),
  "comments-service/words": inService("domain", "wire.ts"),
  "comments-service/store": inService("store/sql", "store/port"),
  "comments-service/store/port": inService("domain", "wire.ts"),
  "comments-service/store/migrations": [],
  "comments-service/store/sql": inService("store/port", "store/migrations", "domain", "wire.ts"),
  "comments-service/store/sqlite": inService(
    "store",
    "store/port",
    "store/sql",
    "store/migrations",
    "domain",
  ),
  "comments-service/store/d1": inService(
    "store/port",
    "store/sql",
    "store/migrations",
    "store/sqlite/schema-words.ts",
  ),
  "comments-service/store/postgres": inService(
    "store",
    "store/port",
    "store/sql",
    "store/migrations",
    "domain",
  ),
  "comments-service/store/open-database.ts": inService(
    "store/port",
    "store/sql",
    "store/sqlite",
    "store/postgres",
    "settings.ts",
  ),
  "comments-service/commands": inService(
    "commands/backup",
    "commands/export",
    "commands/import",
    "acts",
    "domain",
    "store/port",
    "store/sql",
    "store/open-database.ts",
    "settings.ts",
  ),
  "comments-service/commands/backup": inService(
    "domain",
    "store/migrations",
    "store/sql",
    "store/sqlite",
  ),
  "comments-service/commands/export": inService(
    "domain",
    "store/migrations",
    "store/port",
    "store/sql",
    "wire.ts",
  ),
  "comments-service/commands/import": inService(
    "domain",
    "store/migrations",
    "store/port",
    "store/sql",
    "store/open-database.ts",
    "settings.ts",
    "wire.ts",
  ),
  "comments-service/openapi": inService("http/api", "http/pages", "http/desk", "wire.ts"),
  "comments-service/widget": inService(
    "wire.ts",
    "domain/text-blocks.ts",
    "domain/conversations.ts",
  ),
  "comments-service/bench": inService(
    "hosts/start-service.ts",
    "http/app.ts",
    "acts",
    "store/sql",
    "store/d1",
    "store/open-database.ts",
    "domain",
    "widget/challenge.ts",
    "settings.ts",
  ),
};

/** Each outside library has one home. */
const homes: Readonly<Record<string, readonly string[]>> = {
  "@11ty/eleventy": ["eleventy.config.ts"],
  "@11ty/eleventy-dev-server": ["scripts/start/pages.ts"],
  "gray-matter": ["magazine/read"],
  yaml: ["magazine/read"],
  "image-size": ["magazine/read"],
  // In the service it only reads what Isso kept.
  "markdown-it": ["magazine/text", "comments-service/commands/import/plain-markdown.ts"],
  "@rgrove/parse-xml": ["magazine/read/svg"],
  "@csstools/css-tokenizer": ["magazine/read/svg"],
  "markdown-it-footnote": ["magazine/text"],
  "date-fns": ["magazine/dates.ts"],
  "@date-fns/tz": ["magazine/dates.ts"],
  esbuild: ["scripts/build/assets.ts", "scripts/bench/workerd.ts"],
  chokidar: ["scripts/start/watch.ts"],
  "hono/html": ["layouts/html.ts", "comments-service/http"],
  hono: ["comments-service/http"],
  // Where data comes in: the schemas of what is read.
  valibot: [
    "magazine/read",
    "comments-service/wire.ts",
    "comments-service/settings",
    "comments-service/settings.ts",
    "comments-service/openapi",
    "comments-service/mail",
    "comments-service/http",
    "comments-service/domain",
    "comments-service/commands/import",
  ],
  "node:sqlite": ["comments-service/store/sqlite", "comments-service/commands/import/isso.ts"],
  // The benchmark, and the tests with it, ask the server that they start.
  pg: ["comments-service/store/postgres", "comments-service/bench/postgres-server.ts"],
  miniflare: ["scripts/bench/workerd.ts"],
  autocannon: ["scripts/bench"],
  "@hono/node-server": ["comments-service/hosts/start-service.ts"],
  nodemailer: ["comments-service/mail/smtp.ts"],
  sax: ["comments-service/commands/import"],
  "@valibot/to-json-schema": ["comments-service/openapi"],
  "@noble/ciphers": ["comments-service/hosts/crypto"],
  "@noble/hashes": ["comments-service/hosts/crypto", "comments-service/widget"],
  "#crypto": ["comments-service/domain"],
  "altcha-lib": ["comments-service/domain", "comments-service/widget"],
};

const files = globSync("{magazine,layouts,scripts,comments-service}/**/*.ts", {
  exclude: (path) => path.includes("node_modules"),
}).concat("eleventy.config.ts");

interface Import {
  readonly from: string;
  readonly to: string;
}

/** What a file's source says that it imports: values, types, what it passes on, what it loads later, and files that it runs as a thread. */
function importsIn(source: string): string[] {
  const kinds =
    /(?:\bfrom|\bimport|\bimport\() ?"([^"]+)"|new URL\("([^"]+\.ts)", import\.meta\.url\)/gu;
  return [...source.matchAll(kinds)].map(([, imported, run]) => imported ?? `./${run}`);
}

const imports: readonly Import[] = files.flatMap((from) =>
  importsIn(readFileSync(from, "utf8")).map((to): Import => ({
    from,
    to: to.startsWith(".") ? normalize(join(dirname(from), to)) : to,
  })),
);

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** The innermost room that a file lies in. */
function roomOf(file: string): string | undefined {
  const inside = Object.keys(rooms).filter((room) => within(file, room));
  return inside.toSorted((a, b) => b.length - a.length)[0];
}

function isAllowed({ from, to }: Import): boolean {
  const room = roomOf(from) ?? "";
  const reached = roomOf(to);
  // A file of a room may be named alone.
  return reached === room || (rooms[room] ?? []).some((name) => name === reached || name === to);
}

test("every file lies in a room, and every room has files", () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  const filled = new Set(files.map((file) => roomOf(file)));
  expect(Object.keys(rooms).filter((room) => !filled.has(room))).toEqual([]);
});

test("a row names nothing that its room does not import", () => {
  const idle = Object.entries(rooms).flatMap(([room, names]) => {
    const reached = imports.filter(({ from }) => roomOf(from) === room).map(({ to }) => to);
    const isUsed = (name: string) => reached.some((to) => to === name || roomOf(to) === name);
    return names.filter((name) => !isUsed(name)).map((name) => `${room} → ${name}`);
  });
  expect(idle).toEqual([]);
});

test("every kind of import is seen", () => {
  const source = `
import { a } from "./a.ts";
import type { B } from "./b.ts";
import { type C, c } from "../c.ts";
import * as d from "d";
import "./e.ts";
import f from "./f.json" with { type: "json" };
export { g } from "./g.ts";
export type { H } from "./h.ts";
export * from "./i.ts";
const j = await import("./j.ts");
type K = import("./k.ts").K;
new Worker(new URL("l.ts", import.meta.url));
import {
  m,
} from "./m.ts";
`;
  expect(importsIn(source).join(" ")).toBe(
    "./a.ts ./b.ts ../c.ts d ./e.ts ./f.json ./g.ts ./h.ts ./i.ts ./j.ts ./k.ts ./l.ts ./m.ts",
  );
});

test("imports follow the arrows of the design", () => {
  const local = imports.filter(({ to }) => existsSync(to));
  expect(local.length).toBeGreaterThan(1000);
  expect(local.filter((each) => !isAllowed(each))).toEqual([]);
});

test("across the service's border nothing but wire.ts is imported, and the widget's entry is bundled", () => {
  const crossing = imports.filter(
    ({ from, to }) =>
      files.includes(to) && within(from, "comments-service") !== within(to, "comments-service"),
  );
  const allowed = new Set(["comments-service/wire.ts", "comments-service/widget/index.ts"]);
  expect(crossing.filter(({ to }) => !allowed.has(to))).toEqual([]);
});

test("each outside library has a home, and is imported nowhere else", () => {
  const wrong = imports.filter(({ from, to }) => {
    const library = Object.keys(homes)
      .filter((name) => within(to, name))
      .toSorted((a, b) => b.length - a.length)[0];
    if (library === undefined) return !to.startsWith("node:") && !existsSync(to);
    return !homes[library]?.some((home) => within(from, home));
  });
  expect(wrong).toEqual([]);
});

test("every import names a file that is there", () => {
  const missing = imports.filter(
    ({ to }) => to.endsWith(".ts") && !files.includes(to) && !to.startsWith("@"),
  );
  expect(missing).toEqual([]);
});

/** All of these files from which imports, those of types too, lead back to themselves. */
function inCircles(inside: readonly string[]): string[] {
  const next = Map.groupBy(
    imports.filter(({ to }) => inside.includes(to)),
    ({ from }) => from,
  );
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      for (const { to } of next.get(file) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    return seen;
  };
  return inside.filter((file) => reached(file).has(file));
}

test("no file of the comments service is imported by what it imports", () => {
  // The widget is two bundles, and what it loads when somebody writes knows what it was loaded from.
  const service = files.filter(
    (file) => within(file, "comments-service") && !within(file, "comments-service/widget"),
  );
  expect(service.length).toBeGreaterThan(200);
  expect(inCircles(service)).toEqual([]);
  expect(inCircles(files.filter((file) => within(file, "comments-service/widget")))).toContain(
    "comments-service/widget/load-writing.ts",
  );
});
