import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { run } from "./run.ts";

/** A copy of the project, so that its files can be changed. */
const project = mkdtempSync(join(tmpdir(), "kolumne-start-"));
const parts = [
  "magazine",
  "layouts",
  "scripts",
  "comments-service",
  "eleventy.config.ts",
  "package.json",
];

/** The article of the sample under which a conversation is shown. */
const office = "zwei-abteilungen-ein-buero";

let child: ChildProcess;
let browser: Browser;
let page: Page;
let site: string;
let start = "";

beforeAll(async () => {
  for (const part of parts) cpSync(part, join(project, part), { recursive: true });
  cpSync("test/fixtures/magazine", join(project, "content"), { recursive: true });
  change("scripts/start/sample-conversation.json", `"${office}"`, '"zwei-abteilungen"');
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  const [port, servicePort] = [await freePort(), await freePort()];
  site = `http://localhost:${port}`;
  child = spawn(
    process.execPath,
    ["scripts/start.ts", "--port", String(port), "--service-port", String(servicePort)],
    { cwd: project, stdio: ["ignore", "pipe", "pipe"] },
  );
  start = await said(child.stdout, "letters at http");
  browser = await openChromium();
  page = await browser.newPage();
});

afterAll(async () => {
  await closePages(browser);
  // Not its exit alone: what it runs may write for a moment more.
  const closed = child?.exitCode === null ? once(child, "close") : undefined;
  child?.kill("SIGTERM");
  await closed;
  rmSync(project, { recursive: true, force: true });
});

test("a picture is drawn when a page asks for it, and kept", async () => {
  const html = await (await fetch(`${site}/alltag/zwei-abteilungen/`)).text();
  const [, address = ""] = /srcset="(\/bilder\/waage[^ "]+\.webp) /u.exec(html) ?? [];
  const kept = join(project, ".cache/kolumne/pictures", basename(address));
  expect([
    existsSync(join(project, ".kolumne/site/bilder", basename(address))),
    existsSync(kept),
  ]).toEqual([false, false]);
  const picture = await fetch(site + address);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(Buffer.from(await picture.arrayBuffer()).equals(readFileSync(kept))).toBe(true);
  expect((await fetch(`${site}/bilder/waage.00000000-8.webp`)).status).toBe(404);
});

test("a saved article, a changed layout and a changed module show in the browser by themselves", async () => {
  await page.goto(`${site}/alltag/zwei-abteilungen/`);
  await page.getByRole("heading", { level: 1, name: "Zwei Abteilungen, ein Büro" }).waitFor();

  change("content/articles/2012/zwei-abteilungen.md", "Zwei Abteilungen, ein Büro", "Drei Türen");
  await page.getByRole("heading", { level: 1, name: "Drei Türen" }).waitFor();

  // The search knows it, too: what is searched is made when somebody searches.
  const searching = await browser.newPage();
  await searching.goto(`${site}/suche/?q=T%C3%BCren`);
  await searching.getByRole("link", { name: "Drei Türen" }).waitFor();
  await searching.close();

  change("layouts/styles/base.css", "--accent: light-dark(#9d2b1e", "--accent: light-dark(#005500");
  await page.waitForFunction(() => {
    const kick = document.querySelector(".kick");
    return kick !== null && getComputedStyle(kick).color === "rgb(0, 85, 0)";
  });

  change("magazine/words/de.ts", 'all: "Alles zeigen"', 'all: "Ganz lesen"');
  const link = page.getByRole("link", { name: "Ganz lesen" });
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe("/alltag/zwei-abteilungen/alles/");
});

test("a page whose script comes only after the next build shows it all the same", async () => {
  const file = "content/articles/2012/zwei-abteilungen.md";
  const address = `${site}/alltag/zwei-abteilungen/`;
  const slow = await browser.newPage();
  const built = Promise.withResolvers<void>();
  let visits = 0;
  slow.on("framenavigated", () => (visits += 1));
  await slow.route("**/reload-client.js*", async (route) => {
    await built.promise;
    await route.continue();
  });
  await slow.goto(address, { waitUntil: "commit" });
  const heading = (name: string) => slow.getByRole("heading", { level: 1, name });
  await heading("Drei Türen").waitFor();
  // The other page hears of it at once.
  change(file, "Drei Türen", "Kein Flur");
  await page.getByRole("heading", { level: 1, name: "Kein Flur" }).waitFor();
  built.resolve();
  await heading("Kein Flur").waitFor();
  await slow.waitForLoadState();
  expect(visits).toBe(2);
  await slow.close();
  change(file, "Kein Flur", "Drei Türen");
  await page.getByRole("heading", { level: 1, name: "Drei Türen" }).waitFor();
});

test("what a text may hold is shown at the address that the start tells", async () => {
  expect(start).toContain(`${site}/_style/`);
  const shown = await (await fetch(`${site}/_style/`)).text();
  expect(shown).toContain("<h1>Was ein Text enthalten kann</h1>");
});

test("whoever is new sees a conversation of 13 comments, which are marked", async () => {
  const [service = ""] = /http:[^\s/]*\/\/[^\s/]+(?=\/outbox)/.exec(start) ?? [];
  expect(await (await fetch(`${service}/counts?thread=zwei-abteilungen`)).json()).toEqual({
    "zwei-abteilungen": 13,
  });
  const { comments } = (await (await fetch(`${service}/threads/zwei-abteilungen`)).json()) as {
    comments: { name: string }[];
  };
  expect(comments.filter(({ name }) => !name.endsWith(" (Beispiel)"))).toEqual([]);
});

test("the link to the outbox that the start shows works, and no other", async () => {
  const [link = ""] = /http:\S+\/outbox\?key=\S+/.exec(start) ?? [];
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link.replace(/\?.*/, ""))).status).toBe(404);
});

test("an article with a mistake becomes a page that names it, and is there again when it is mended; all others stay", async () => {
  const file = "content/articles/2012/zwei-abteilungen.md";
  const told = said(child.stderr, "zwei-abteilungen.md:2:1");
  change(file, "title:", "titel:");
  await told;
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });
  await heading("2 Fehler halten diese Seite auf").waitFor();
  const main = page.getByRole("main");
  expect(await main.innerText()).toContain("„titel“ ist hier kein Feld");
  expect(await main.locator("pre").innerText()).toBe("titel: Drei Türen\n^");
  const others = await Promise.all(
    ["/", "/alltag/", "/autoren/", "/alltag/stiller-tag/"].map((path) => fetch(site + path)),
  );
  expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await others[0]?.text()).not.toContain("Fehler");

  change(file, "titel: Drei Türen", "title: Vier Stühle");
  await heading("Vier Stühle").waitFor();
});

test("a mistake in magazine.yaml stands in the place of the home page", async () => {
  const told = said(child.stderr, "magazine.yaml:");
  change("content/magazine.yaml", "language: de", "language: dee");
  await told;
  await page.goto(`${site}/`);
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });
  await heading("Ein Fehler hält diese Seite auf").waitFor();
  expect(await page.getByRole("main").innerText()).toContain("language ist „dee“");
  change("content/magazine.yaml", "language: dee", "language: de");
  await heading("Das Prüfblatt").waitFor();
  await page.goto(`${site}/alltag/zwei-abteilungen/`);
});

test("saving by renaming over the file is noticed, every time", async () => {
  const path = join(project, "content/articles/2012/zwei-abteilungen.md");
  for (const name of ["Fünf Pflanzen", "Sechs Lampen", "Sieben Türen"]) {
    const text = readFileSync(path, "utf8").replace(/^title: .*$/m, `title: ${name}`);
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
    const heading = page.getByRole("heading", { level: 1, name });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
  }
});

test("drafts and future articles stand there with a mark", async () => {
  await page.goto(`${site}/`);
  expect(await page.getByText("Entwurf", { exact: true }).count()).toBeGreaterThan(0);
  expect(await page.getByText("Geplant", { exact: true }).count()).toBeGreaterThan(0);
});

test("a port in use gives one clear line and exit code 2", async () => {
  const server = createServer();
  server.listen(0);
  await once(server, "listening");
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const { code, errors } = await run("scripts/start.ts", "--port", String(port));
  expect(code).toBe(2);
  expect(errors.trim()).toBe(`port ${port} is in use: choose another with --port N`);
  server.close();
});

test.each([
  ["a missing folder", ["--content", "gibt-es-nicht"], "gibt-es-nicht"],
  ["an unknown option", ["--prot", "80"], "--prot"],
  ["a port that is none", ["--port", "http"], "--port"],
])("%s gives one clear line and exit code 2", async (_, args, named) => {
  const { code, errors } = await run("scripts/start.ts", ...(await ports(args)));
  expect(code).toBe(2);
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(errors).toContain(named);
});

async function ports(args: readonly string[]): Promise<string[]> {
  const given = args.includes("--port") ? [] : ["--port", String(await freePort())];
  return [...args, ...given, "--service-port", String(await freePort())];
}

function change(file: string, from: string, to: string): void {
  const path = join(project, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** Waits until the words have been said on a stream. @returns all that was said. */
function said(stream: NodeJS.ReadableStream | null, words: string): Promise<string> {
  return new Promise((done) => {
    let output = "";
    stream?.on("data", (data: Buffer) => {
      output += data.toString();
      if (output.includes(words)) done(output);
    });
  });
}
