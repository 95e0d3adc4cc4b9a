import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { buildMagazine } from "../../../scripts/build/magazine.ts";
import { readState, writeState } from "../../../scripts/build/plan/state.ts";
import { silent } from "../../../scripts/build/progress.ts";
import { inTurn } from "../../../scripts/build/turn.ts";
import { run } from "../run.ts";
import { edit, start, writeDraft } from "./edits.ts";
import { bytesIn, newsroom } from "./newsroom.ts";

/** A magazine that was built once. */
async function builtOnce() {
  const room = newsroom();
  const draft = start();
  const { printed } = await room.build(draft);
  const page = join(room.out, "marken/artikel-1/index.html");
  return { ...room, draft, all: printed, page };
}

test.each([
  ["is empty", () => ""],
  ["is cut off", (kept: string) => kept.slice(0, -200)],
  ["has one other letter", (kept: string) => kept.replace(/\.html\t/, ".htmk\t")],
  [
    "has another size for a file",
    (kept: string) => kept.replace(/\.html\t(\d+)\t/, ".html\t1$1\t"),
  ],
  ["is no JSON", () => "{"],
])("where what was kept %s, everything is printed", async (_, broken) => {
  const { build, cache, out, draft, all, wanted } = await builtOnce();
  for (const name of readdirSync(join(cache, "builds"))) {
    const file = join(cache, "builds", name);
    writeFileSync(file, broken(readFileSync(file, "utf8")));
  }
  for (const name of readdirSync(join(cache, "assets"))) {
    const file = join(cache, "assets", name);
    writeFileSync(file, broken(readFileSync(file, "utf8")));
  }
  expect(await build(draft)).toMatchObject({ printed: all, kept: 0 });
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("what other code has found of related articles is nothing", async () => {
  const { build, draft, cache, out, wanted } = await builtOnce();
  const state = readState(cache, out);
  if (state === null) throw new Error("a build leaves a state");
  const { files, ...left } = state;
  expect(left.related.some((place) => place > 0)).toBe(true);
  writeState(cache, out, { ...left, related: left.related.map(() => 0) }, files.lines);
  await build(draft, { code: { hash: "another" } });
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("what another folder's builds have kept is nothing", async () => {
  const { build, draft, all, out } = await builtOnce();
  expect(await build(draft, { out: `${out}-2` })).toMatchObject({ printed: all, kept: 0 });
});

test.each([
  [
    "has another word",
    (page: string) => writeFileSync(page, readFileSync(page, "utf8").replace("Satz", "Witz")),
  ],
  ["is gone", (page: string) => rmSync(page)],
])("a page whose file %s is printed, and no other", async (_, harm) => {
  const { build, draft, page, all, out, wanted } = await builtOnce();
  harm(page);
  const { printed, kept, why } = await build(draft);
  expect({ printed, kept }).toEqual({ printed: 1, kept: all - 1 });
  expect([...why]).toEqual([
    ["marken/artikel-1/index.html", "the file was not as it had been printed"],
  ]);
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("a link where a page was is refused, since a build prints through none", async () => {
  const { build, draft, page } = await builtOnce();
  renameSync(page, `${page}.weg`);
  symlinkSync(`${page}.weg`, page);
  await expect(build(draft)).rejects.toThrow("is a link");
});

test("a build that was refused changes nothing, so that the next one still knows what stands there", async () => {
  const { build, draft, page, all, out, wanted } = await builtOnce();
  edit(draft, { what: "title", which: 0, how: 1 });
  renameSync(page, `${page}.weg`);
  symlinkSync(`${page}.weg`, page);
  await expect(build(draft)).rejects.toThrow("is a link");
  renameSync(`${page}.weg`, page);
  const { printed, kept } = await build(draft);
  expect(kept).toBeGreaterThan(all / 4);
  expect(printed + kept).toBe(all);
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("a link where a folder of pages was is refused as well, wherever it leads", async () => {
  const { build, draft, out, page } = await builtOnce();
  const folders = [join(page, ".."), join(out, "marken")];
  for (const folder of folders) {
    const away = join(out, "../weg");
    renameSync(folder, away);
    symlinkSync(away, folder);
    await expect(build(draft)).rejects.toThrow("is a link");
    rmSync(folder);
    renameSync(away, folder);
    await build(draft);
  }
});

test("files with other times and the same bytes are kept, as after a checkout or from an archive with whole seconds", async () => {
  const { build, draft, all, page, content } = await builtOnce();
  const { mtimeMs } = statSync(page);
  const whole = new Date(Math.floor(mtimeMs / 1000) * 1000);
  utimesSync(page, whole, whole);
  utimesSync(join(page, "../../artikel-3/index.html"), new Date(0), new Date(0));
  utimesSync(join(content, "articles/artikel-1.md"), new Date(0), new Date(0));
  expect(await build(draft)).toMatchObject({ printed: 0, kept: all });
});

test("a build that was broken off while it moved pages leaves nothing wrong", async () => {
  const { build, draft, out, cache, wanted } = await builtOnce();
  const before = join(cache, "../before");
  cpSync(cache, before, { recursive: true, preserveTimestamps: true });
  const old = join(out, "../old");
  cpSync(out, old, { recursive: true, preserveTimestamps: true });
  edit(draft, { what: "title", which: 0, how: 1 });
  await build(draft);
  // As if it had been ended in the middle: some pages are new, some as before, and what is kept is either from before or not there.
  for (const kept of [before, null]) {
    const half = readdirSync(old, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(old, file)).isFile(),
    );
    for (const [at, file] of half.entries())
      if (at % 2 === 0) cpSync(join(old, file), join(out, file), { preserveTimestamps: true });
    rmSync(cache, { recursive: true });
    if (kept !== null) cpSync(kept, cache, { recursive: true, preserveTimestamps: true });
    await build(draft);
    expect(bytesIn(out)).toEqual(wanted(draft));
  }
});

test("two builds at once do not harm each other, nor the next one", async () => {
  const { build, draft, out, wanted, content, options } = await builtOnce();
  edit(draft, { what: "settings", which: 0, how: 0 });
  writeDraft(content, draft);
  const { now = "", pictures = "" } = options(draft);
  const paths = ["--content", content, "--out", out, "--now", now, "--pictures", pictures];
  const codes = await Promise.all([
    run("scripts/run.mjs", "build", ...paths),
    run("scripts/run.mjs", "build", ...paths, "--preview"),
  ]);
  expect(codes.map(({ code }) => code)).toEqual([0, 0]);
  expect([wanted(draft), wanted(draft, { preview: true })]).toContainEqual(bytesIn(out));
  await build(draft);
  expect(bytesIn(out)).toEqual(wanted(draft));
  edit(draft, { what: "body", which: 1, how: 2 });
  await build(draft);
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("a build waits until another one has printed into the same folder", async () => {
  const { draft, content, options, out, wanted } = await builtOnce();
  edit(draft, { what: "settings", which: 0, how: 0 });
  writeDraft(content, draft);
  const waiting = Promise.withResolvers<void>();
  let second: Promise<unknown> = Promise.resolve();
  await buildMagazine({
    ...options(draft),
    preview: true,
    async progress() {
      second = buildMagazine({ ...options(draft), waits: waiting.resolve });
      await Promise.race([second, waiting.promise]);
      return silent;
    },
  });
  await second;
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("whoever waits for a build goes on when it has been ended from outside", async () => {
  const { cache, out } = newsroom();
  const holder = spawn(process.execPath, [
    "-e",
    `import { inTurn } from ${JSON.stringify(pathToFileURL(resolve("scripts/build/turn.ts")))};
    const place = ${JSON.stringify({ cache, out })};
    inTurn(place, () => new Promise((done) => { setTimeout(done, 600_000); console.log("held"); }));`,
  ]);
  onTestFinished(() => void holder.kill());
  await once(holder.stdout, "data");
  const ended = once(holder, "exit");
  const waits = vi.fn<() => void>(() => void holder.kill("SIGKILL"));
  expect(await inTurn({ cache, out, waits }, async () => "done")).toBe("done");
  expect(waits).toHaveBeenCalledOnce();
  await ended;
});

test("a build with mistakes leaves what it knows as it was", async () => {
  const { build, draft, all, content } = await builtOnce();
  writeFileSync(join(content, "articles/falsch.md"), "---\ntitle: Falsch\n---\n\nEin Satz.\n");
  await expect(build(draft)).rejects.toThrow("falsch.md");
  rmSync(join(content, "articles/falsch.md"));
  expect(await build(draft)).toMatchObject({ printed: 0, kept: all });
});

test("mistakes that pages show are told again, whatever has changed", async () => {
  const { build, draft, content } = await builtOnce();
  writeFileSync(join(content, "articles/falsch.md"), "---\ntitle: Falsch\n---\n\nEin Satz.\n");
  const shown = { preview: true, showMistakes: true };
  const first = await build(draft, shown);
  expect(first.mistakes).not.toEqual([]);
  const second = await build(draft, shown);
  expect(second).toMatchObject({ printed: 0, mistakes: first.mistakes });
});

test("the list beside the folder names every file with its hash and size, in the order in which they go online", async () => {
  const { build, draft, out } = await builtOnce();
  const read = () =>
    JSON.parse(readFileSync(join(out, "../manifest.json"), "utf8")) as {
      folder: string;
      files: { path: string; hash: string; size: number }[];
      deleted: string[];
    };
  const { folder, files, deleted } = read();
  const printed = bytesIn(out);
  expect({ folder, deleted }).toEqual({ folder: "dist", deleted: [] });
  expect(files.map(({ path }) => path).toSorted()).toEqual(Object.keys(printed));
  for (const { path, hash, size } of files) {
    const bytes = readFileSync(join(out, path));
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    expect({ path, hash, size }).toEqual({
      path,
      hash: Buffer.from(digest).toString("base64url"),
      size: bytes.length,
    });
  }
  const kinds = files.map(({ path }) =>
    path.startsWith("assets/") ? "a" : path.endsWith(".html") ? "b" : "c",
  );
  expect(kinds).toEqual(kinds.toSorted());
  edit(draft, { what: "delete", which: 0, how: 0 });
  await build(draft);
  expect(read().deleted).toContain("marken/artikel-1/index.html");
  expect(existsSync(join(out, "marken/artikel-1"))).toBe(false);
});
