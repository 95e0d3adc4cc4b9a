import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { homes } from "./homes.ts";
import { rooms } from "./rooms.ts";

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

const innermost = Object.keys(rooms).toSorted((a, b) => b.length - a.length);
const roomsOfFiles = new Map<string, string | undefined>();

/** The innermost room that a file lies in. */
function roomOf(file: string): string | undefined {
  if (!roomsOfFiles.has(file))
    roomsOfFiles.set(
      file,
      innermost.find((room) => within(file, room)),
    );
  return roomsOfFiles.get(file);
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
  expect(crossing).not.toEqual([]);
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
