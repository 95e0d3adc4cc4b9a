import { execFileSync } from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, LaunchOptions, Page } from "playwright-core";

const commands = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
const places = [
  ...(process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name))),
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A browser's program and what its environment has to hold. */
interface Program {
  path: string;
  env: Record<string, string>;
}

let shared: Promise<Browser> | undefined;

/** The browser of all test files that one worker runs. It ends with the worker; a file that is done with it calls `closePages`. */
export async function openChromium(): Promise<Browser> {
  const browser = await (shared ??= launchChromium());
  if (browser.isConnected()) return browser;
  shared = undefined;
  return openChromium();
}

/** Closes what was opened in the browser, with its cookies and all that pages keep. */
export async function closePages(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}

/**
 * Starts a browser for tests: the one named by CHROMIUM (`npm` names the one from npm), else an installed Chrome or Chromium, else the one
 * that npm brings.
 * @throws where there is none, or where a system library is missing: the message says what to install.
 */
async function launchChromium(): Promise<Browser> {
  const { path, env } = await findProgram();
  const options: LaunchOptions = {
    executablePath: path,
    env: { ...process.env, ...env },
    timeout: 60_000,
  };
  try {
    return await chromium.launch(options);
  } catch (error) {
    const missing = missingLibraries(path, env);
    if (missing.length === 0) throw error;
    throw new Error(
      `${path} does not start: missing ${missing.join(", ")}. Install them, or a whole browser (Debian: apt-get install chromium), or set CHROMIUM to one.`,
      { cause: error },
    );
  }
}

/** A page in a context of its own, and what it complains of in its console. @param isExpected leaves out what a test brings about. */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
  isExpected: (message: string) => boolean = () => false,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

async function findProgram(): Promise<Program> {
  const named = process.env["CHROMIUM"] ?? "";
  if (named !== "" && named !== "npm") {
    if (!existsSync(named))
      throw new Error(`CHROMIUM names ${named}, which is not there: set it to a browser's program`);
    return { path: named, env: {} };
  }
  const installed = named === "npm" ? undefined : places.find((file) => existsSync(file));
  if (installed !== undefined) return { path: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(
      "There is no Chrome or Chromium here: install one, or set CHROMIUM to its program",
    );
  const folder = await unpackFromNpm();
  const libraries = [join(folder, "lib"), process.env["LD_LIBRARY_PATH"] ?? ""].filter(Boolean);
  return {
    path: join(folder, "chromium"),
    // What the machine has is still found, after the package's own. Without any font the browser dies at the first text.
    env: { LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** Unpacks @sparticuz/chromium beside the packages, once for each version; several processes may do so at a time. */
async function unpackFromNpm(): Promise<string> {
  // The package exports neither its package.json nor its archives: both lie beside its entry's folder.
  const home = resolve(createRequire(import.meta.url).resolve("@sparticuz/chromium"), "../..");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    version: string;
  };
  const cache = resolve(home, "../../.cache");
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "chromium-"));
  try {
    for (const name of ["al2023", "swiftshader", "fonts"])
      untar(brotliDecompressSync(readFileSync(join(home, `bin/${name}.tar.br`))), draft);
    writeFileSync(
      join(draft, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    await pipeline(
      Readable.from(readFileSync(join(home, "bin/chromium.br"))),
      createBrotliDecompress(),
      createWriteStream(join(draft, "chromium"), { mode: 0o755 }),
    );
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Writes the regular files of a ustar archive that has neither links nor long names. */
function untar(archive: Buffer, folder: string): void {
  const text = (start: number, length: number): string =>
    archive.toString("latin1", start, start + length).split("\0")[0] ?? "";
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    if (["0", ""].includes(text(at + 156, 1))) {
      const file = join(folder, text(at, 100));
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The shared libraries that a program needs and the machine has not. */
function missingLibraries(path: string, env: Record<string, string>): string[] {
  try {
    const lines = execFileSync("ldd", [path], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    }).split("\n");
    return lines
      .filter((line) => line.includes("not found"))
      .map((line) => line.trim().split(" ")[0] ?? "");
  } catch {
    // No ldd, or a program that is a script.
    return [];
  }
}
