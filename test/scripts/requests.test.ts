import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePages } from "../../scripts/start/pages.ts";
import { freePort } from "../free-port.ts";

const secret = "gehört nicht ins Netz";
const project = mkdtempSync(join(tmpdir(), "kolumne-"));
let port: number;
let served: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  const folder = join(project, "site");
  for (const name of ["site/alltag", "site/leer", "site/falle/index.html", "site-alt"])
    mkdirSync(join(project, name), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<title>Start</title>");
  writeFileSync(join(folder, "alltag/index.html"), "<title>Alltag</title>");
  writeFileSync(join(folder, "404.html"), "<title>Gibt es nicht</title>");
  writeFileSync(join(folder, "100%.html"), "<title>Hundert</title>");
  for (const file of ["package.json", "site-alt/index.html", "site/.kolumne-printed"])
    writeFileSync(join(project, file), secret);
  symlinkSync(project, join(folder, "hinaus"));
  symlinkSync(join(project, "package.json"), join(folder, "paket.html"));
  port = await freePort();
  served = await servePages(folder, port);
});
afterAll(async () => {
  await served?.close();
  rmSync(project, { recursive: true });
});

/** Sends bytes as they are, and gives back all that is answered until the connection ends or is silent. */
function send(bytes: string | Buffer): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    const end = () => {
      socket.destroy();
      done(answer);
    };
    socket.on("data", (data: Buffer) => (answer += data.toString()));
    socket.on("error", end).on("close", end).on("end", end).setTimeout(2000, end);
    socket.write(bytes);
  });
}

const request = (address: string, method = "GET", more = "") =>
  send(`${method} ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`);

/** Names and paths that are longer than the file system takes. */
const long = [`/${"a".repeat(5000)}/`, `/${"%C3%A4/".repeat(1000)}`];

async function isAlive(): Promise<boolean> {
  return /^HTTP\/1\.1 200 [\s\S]*<title>Alltag/.test(await request("/alltag/"));
}

test.each([
  "/100%",
  "/%",
  "/%zz/",
  "/%E0%A4%A/",
  "/..%2fpackage.json",
  "/..%2f..%2fpackage.json",
  "/%2e%2e%2fpackage.json",
  "/alltag/..%2f..%2fpackage.json",
  "/..%2fsite-alt/",
  "/../package.json",
  "/..%5cpackage.json",
  "/hinaus/package.json",
  "/hinaus/site-alt/",
  "/paket",
  "/paket.html",
  "/.kolumne-printed",
  "/a%00b",
  "/%00",
  "//",
  "///",
  "//[",
  "http://[/",
  "/leer",
  "/leer/",
  "/index.html/",
])("GET %s shows the page for a missing address", async (address) => {
  const answer = await request(address);
  expect(answer).toMatch(/^HTTP\/1\.1 404 [\s\S]*<title>Gibt es nicht/);
  expect(answer).not.toContain(secret);
  expect(await isAlive()).toBe(true);
});

test("an address that is too long shows the page for a missing address", async () => {
  for (const address of long) expect(await request(address)).toMatch(/^HTTP\/1\.1 404 /);
  expect(await isAlive()).toBe(true);
});

test("what can be read is read, a sign that is escaped and a part of a file too", async () => {
  expect(await request("/100%25")).toMatch(/^HTTP\/1\.1 200 [\s\S]*<title>Hundert/);
  expect(await request("/alltag")).toMatch(/^HTTP\/1\.1 301 /);
  expect(await request("/alltag/?a=%zz#x")).toMatch(/^HTTP\/1\.1 200 /);
  expect(await request("/alltag/", "HEAD")).toMatch(/^HTTP\/1\.1 200 (?![\s\S]*<title>)/);
  expect(await request("/index.html", "GET", "Range: bytes=0-3\r\n")).toMatch(
    /^HTTP\/1\.1 [24]\d\d /,
  );
});

test("a folder in a page's place answers 500", async () => {
  expect(await request("/falle/")).toMatch(/^HTTP\/1\.1 500 /);
  expect(await isAlive()).toBe(true);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])(
  "%s is answered with the methods that there are",
  async (method) => {
    expect(await request("/alltag/", method)).toMatch(
      /^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD\r\n/,
    );
    expect(await isAlive()).toBe(true);
  },
);

const upgrade = (more: string) =>
  `GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`;
const key = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

test.each<[string, string | Buffer]>([
  ["no HTTP", "\u0000\u0001hallo\r\n\r\n"],
  ["a broken request line", "GET / x HTTP/9\r\n\r\n"],
  ["headers without an end", `GET / HTTP/1.1\r\nHost: x\r\n${"X: y\r\n".repeat(5000)}`],
  ["an address that is too long", `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ["CONNECT", "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
  ["a range that is none", "GET /index.html HTTP/1.1\r\nHost: x\r\nRange: bytes=9-1,x\r\n\r\n"],
  ["an upgrade without a key", upgrade("")],
  [
    "WebSocket frames that are none",
    Buffer.concat([Buffer.from(upgrade(key)), Buffer.alloc(4000, 0xff)]),
  ],
  [
    "a WebSocket frame that claims to be endless",
    Buffer.concat([
      Buffer.from(upgrade(key)),
      Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    ]),
  ],
])("%s does not end it", async (_, bytes) => {
  await send(bytes);
  expect(await isAlive()).toBe(true);
});

test("connections that break off in the middle do not end it", async () => {
  for (const bytes of ["GET /alltag/ HTTP/1.1\r\nHost: x\r\n\r\n", "GET /all", upgrade(key)]) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    socket.write(bytes, () => socket.resetAndDestroy());
  }
  expect(await isAlive()).toBe(true);
});
