import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { calls } from "../../comments-service/openapi/calls.ts";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { openService } from "../comments-service/service.ts";

const root = join(import.meta.dirname, "../..");
const docs = (name: string) => readFileSync(join(root, "docs", name), "utf8");

/** The sections of a page by their headings of the second level. */
function sectionsOf(name: string): Map<string, string> {
  const [, ...sections] = docs(name).split(/^## /mu);
  return new Map(
    sections.map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      return [heading, lines.join("\n")] as const;
    }),
  );
}

test("data-model.md describes every table and every column, and no other", async () => {
  const { databasePath } = await openService();
  const raw = new DatabaseSync(databasePath, { readOnly: true });
  const tables = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  const schema = tables.map(({ name }) => {
    const columns = raw.prepare("SELECT name FROM pragma_table_info(?)").all(String(name));
    return [String(name), columns.map((column) => String(column["name"]))] as const;
  });
  raw.close();
  const described = [...sectionsOf("data-model.md")].map(
    ([table, section]) =>
      [table, [...section.matchAll(/^\| `(\w+)`/gmu)].map(([, column]) => column)] as const,
  );
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(schema));
});

test("privacy.md names every time that things are kept", () => {
  const page = docs("privacy.md");
  const times = Object.entries(cleaningTimes(0)).map(([name, before]) => {
    const hours = -before / 3_600_000;
    return `\`${name}\`: ${hours === 72 ? "72 hours" : `${hours / 24} days`}`;
  });
  expect(times.filter((time) => !page.includes(time))).toEqual([]);
});

test("api.md names every call that is described for programs", () => {
  const page = docs("api.md");
  const missing = calls.filter(
    ({ method, path }) =>
      !page.includes(`\`${method.toUpperCase()} ${path}\``) && !page.includes(`\`${path}\``),
  );
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

describe("security.md", () => {
  const lines = [...docs("security.md").matchAll(/^\| (\d+) +\|(.*)\|(.*)\|(.*)\|$/gmu)];

  test("has a line for each thing to withstand", () => {
    expect(lines.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 47 }, (_, i) => i + 1),
    );
  });

  test("names places and tests that are there", () => {
    const named = lines.flatMap(([line]) => [...line.matchAll(/`([\w./-]+\.ts)`/gu)]);
    expect(named.length).toBeGreaterThan(60);
    const missing = named
      .map(([, name = ""]) => name)
      .filter(
        (name) =>
          globSync(`{comments-service,layouts,magazine,scripts,test}/**/${name}`, {
            cwd: root,
            exclude: (path) => path.includes("node_modules"),
          }).length === 0,
      );
    expect(missing).toEqual([]);
  });

  test("says of each line which test holds it, or that none does yet", () => {
    const untested = lines.filter(
      ([, , , , tests = ""]) => !/\.test\.ts`/u.test(tests) && !tests.includes("**not yet**"),
    );
    expect(untested.map(([line]) => line)).toEqual([]);
  });
});

/** What stands behind `#` in the address of a page's section, as GitHub, GitLab and Forgejo make it of the heading. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link from one page to another, or to a section of it, leads somewhere", () => {
  const pages = globSync(["*.md", "comments-service/*.md", "docs/**/*.md"], { cwd: root });
  const links = pages.flatMap((page) =>
    [
      ...readFileSync(join(root, page), "utf8")
        .replaceAll(/```.*?```|`[^`\n]*`/gsu, "code")
        .matchAll(
          /\]\(([^)#:]*\.(?:md|ts|example|service|yml)|[^)#:]*Containerfile)?(?:#([^)]*))?\)/gu,
        ),
    ].map(([, to, anchor]) => ({
      page,
      to: to === undefined ? join(root, page) : join(root, dirname(page), to),
      anchor,
    })),
  );
  expect(links.length).toBeGreaterThan(100);
  const broken = links.filter(
    ({ to, anchor }) =>
      !existsSync(to) ||
      (anchor !== undefined && !anchorsOf(readFileSync(to, "utf8")).includes(anchor)),
  );
  expect(broken).toEqual([]);
});

test("the Caddyfile of linux.md sends the headers that the magazine prints", () => {
  const page = docs("deploy/linux.md");
  expect(page).toContain(
    "root * /srv/magazine/current\n      encode zstd gzip\n      import magazine.caddy",
  );
  expect(page).toContain("npm run --silent headers -- caddy' > /etc/caddy/magazine.caddy");
});
