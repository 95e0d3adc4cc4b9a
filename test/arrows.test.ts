import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Rooms of the comments service. */
function inService(...names: readonly string[]): string[] {
  return names.map((name) => `comments-service/${name}`);
}

/**
 * The arrows of the design, read from the imports, those of types too: content → magazine → layouts → eleventy.config → dist for the site,
 * and hosts → http → acts → domain for the service. A room may import the rooms named here and itself.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "magazine/text": [
    "magazine/model.ts",
    "magazine/words",
    "magazine/guess.ts",
    "magazine/page-ids.ts",
  ],
  "magazine/words": ["magazine/model.ts"],
  "magazine/read": [
    "magazine/model.ts",
    "magazine/dates.ts",
    "magazine/guess.ts",
    "magazine/aliases.ts",
    "magazine/words/address-words.ts",
    "magazine/text",
  ],
  "magazine/pages": [
    "magazine/model.ts",
    "magazine/guess.ts",
    "magazine/aliases.ts",
    "magazine/page-ids.ts",
    "magazine/words",
    "magazine/read/mistakes.ts",
  ],
  magazine: [],
  "layouts/browser": ["comments-service/widget/index.ts"],
  layouts: ["magazine"],
  scripts: ["magazine", "layouts/assets.ts", "eleventy.config.ts"],
  "eleventy.config.ts": ["magazine/pages", "layouts"],
  "comments-service/hosts": inService(
    "http",
    "acts",
    "store",
    "mail",
    "domain",
    "commands",
    "settings.ts",
  ),
  "comments-service/http": inService(
    "acts",
    "domain",
    "words",
    "mail/letters",
    "mail/mail.ts",
    "store/port",
    "wire.ts",
    "settings.ts",
  ),
  "comments-service/http/api/openapi.ts": inService("http", "openapi/openapi.json"),
  "comments-service/acts": inService(
    "domain",
    "mail",
    "words",
    "store/port",
    "wire.ts",
    "settings.ts",
  ),
  "comments-service/domain": inService("wire.ts"),
  "comments-service/mail": inService("domain", "words", "store/port", "wire.ts"),
  "comments-service/words": inService("domain", "wire.ts"),
  "comments-service/store/port": inService("domain", "wire.ts"),
  "comments-service/store/migrations": [],
  "comments-service/store/sql": inService("store/port", "store/migrations", "domain", "wire.ts"),
  "comments-service/store/sqlite": inService("store", "domain"),
  "comments-service/store/postgres": inService("store", "domain"),
  "comments-service/store": inService("domain", "wire.ts"),
  "comments-service/commands": inService("acts", "store", "domain", "settings.ts", "wire.ts"),
  "comments-service/openapi": inService("http/api", "wire.ts"),
  "comments-service/widget": inService(
    "wire.ts",
    "domain/text-blocks.ts",
    "domain/conversations.ts",
  ),
  "comments-service/bench": inService("hosts", "store", "domain", "widget", "settings.ts"),
  "comments-service/settings.ts": inService("settings", "domain", "wire.ts"),
  "comments-service/settings": inService("settings.ts", "domain"),
  "comments-service": [],
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
  esbuild: ["scripts/build/assets.ts"],
  chokidar: ["scripts/start/watch.ts"],
  "hono/html": ["layouts/html.ts", "comments-service/http"],
  hono: ["comments-service/http"],
  pg: ["comments-service/store/postgres"],
  autocannon: ["scripts/bench"],
  nodemailer: ["comments-service/mail"],
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

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(/(?:from|import\(|import) ?"([^"]+)"/g)].map(
    ([, to = ""]): Import => ({
      from,
      to: to.startsWith(".") ? normalize(join(dirname(from), to)) : to,
    }),
  ),
);

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** The innermost room that a file lies in. */
function roomOf(file: string): string {
  const inside = Object.keys(rooms).filter((room) => within(file, room));
  return inside.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

test("imports follow the arrows of the design", () => {
  const local = imports.filter(({ to }) => files.includes(to));
  expect(local.length).toBeGreaterThan(50);
  const wrong = local.filter(({ from, to }) => {
    const room = roomOf(from);
    return ![room, ...(rooms[room] ?? [])].some((allowed) => within(to, allowed));
  });
  expect(wrong).toEqual([]);
});

test("across the service's border nothing but wire.ts is imported, and the widget's entry is bundled", () => {
  const crossing = imports.filter(
    ({ from, to }) =>
      files.includes(to) && within(from, "comments-service") !== within(to, "comments-service"),
  );
  const allowed = new Set(["comments-service/wire.ts", "comments-service/widget/index.ts"]);
  expect(crossing.filter(({ to }) => !allowed.has(to))).toEqual([]);
});

test("each outside library has one home", () => {
  const wrong = imports.filter(({ from, to }) => {
    const library = Object.keys(homes)
      .filter((name) => within(to, name))
      .toSorted((a, b) => b.length - a.length)[0];
    return library !== undefined && !homes[library]?.some((home) => within(from, home));
  });
  expect(wrong).toEqual([]);
});

test("every import names a file that is there", () => {
  const missing = imports.filter(
    ({ to }) => to.endsWith(".ts") && !files.includes(to) && !to.startsWith("@"),
  );
  expect(missing).toEqual([]);
});
