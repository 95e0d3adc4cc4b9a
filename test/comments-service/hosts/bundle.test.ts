import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, afterAll, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../free-port.ts";
import { commentsIn } from "../database-file.ts";
import { fixture } from "../commands/import/importing.ts";
import { openMailServer } from "../mail/smtp-server.ts";
import {
  challengeOf,
  confirmAt,
  mailedToken,
  postTo,
  run,
  serve,
  until,
  writeInPeace,
} from "../process.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";
const root = join(import.meta.dirname, "../../..");
const containerfile = readFileSync(join(root, "comments-service/Containerfile"), "utf8")
  .replaceAll(/^#.*\n/gmu, "")
  .replaceAll(/\\\n/gu, "");

/** The arguments of each instruction of that name. */
const told = (instruction: string): string[] =>
  [...containerfile.matchAll(new RegExp(`^${instruction} +(.*)$`, "gmu"))].map(([, args]) =>
    String(args).trim(),
  );
const [entry = [], health = []] = [told("ENTRYPOINT")[0], told("HEALTHCHECK")[0]].map(
  (words) => JSON.parse((words ?? "").replace(/^[^[]*/u, "")) as string[],
);

const once = JSON.parse(told("RUN").at(-1) ?? "") as string[];

/** What stands for the container's root. */
let stage = "";
const inStage = (words: string) => words.replaceAll(/\/(?=app\/|data\b|tmp\/once)/gu, `${stage}/`);

beforeAll(() => {
  stage = mkdtempSync(join(tmpdir(), "kolumne-"));
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, script = ""] = /^node (\S+)$/u.exec(scripts["comments:bundle"] ?? "") ?? [];
  execFileSync(process.execPath, [join(root, script), join(stage, "dist")], { cwd: root });
  for (const folder of ["app", "app/compiled", "data", "tmp"]) mkdirSync(join(stage, folder));
  for (const copied of told("COPY").flatMap((args) => args.split(/\s+/u).slice(0, -1)))
    copyFileSync(join(stage, copied), join(stage, "app", basename(copied)));
}, 120_000);
afterAll(() => rmSync(stage, { recursive: true }));

/** As in the container: its variables. */
function environment(more: Record<string, string> = {}): Record<string, string> {
  const set = [...(told("ENV")[0] ?? "").matchAll(/([A-Z_]+)=(\S+)/gu)];
  return {
    PATH,
    ...Object.fromEntries(set.map(([, name, value]) => [name, inStage(value ?? "")])),
    ...more,
  };
}

const command = () => inStage(entry[1] ?? "");

test("the container's own command, with nothing but what is copied there, goes the whole way and writes to /data only", async () => {
  const [magazine, mail, port] = [await openSite(), await openMailServer(), await freePort()];
  onTestFinished(() => magazine.close());
  const env = environment({
    // Whoever runs the tests may write anywhere; Node itself refuses it.
    NODE_OPTIONS: `--permission --no-warnings --allow-worker --allow-fs-read=${stage} --allow-fs-write=${stage}/data`,
    PORT: String(port),
    SITE_URL: magazine.url,
    MAIL_URL: mail.url,
  });
  expect([entry[0], entry.length, health[0]]).toEqual(["node", 2, "node"]);
  const { url, child, exit, err } = await serve(command(), env, join(stage, "data"));
  const isWell = async () => run(health[1] ?? "", health.slice(2), env, stage).exit;
  expect(await isWell()).toBe(0);
  const challenge = await challengeOf(url);
  await writeInPeace();
  expect((await postTo(url, magazine.origin, { ...comment, challenge })).status).toBe(202);
  await confirmAt(url, await mailedToken(mail));
  expect(await (await fetch(`${url}/threads/flur`)).json()).toMatchObject({ count: 1 });
  // The signal reaches the first process, and it ends by itself.
  child.kill("SIGTERM");
  expect([await exit, err]).toEqual([0, ""]);
  expect(await isWell()).toBe(1);
  expect(readdirSync(join(stage, "data"))).toEqual(["comments.sqlite"]);
  expect(commentsIn(join(stage, "data/comments.sqlite"))).toMatchObject([{ text: comment.text }]);
});

test("before it says where it listens it loads neither Node's fetch nor its ciphers, which take long, nor starts the thread that writes", async () => {
  const spy = `const { log } = console;
    process.on("worker", () => log("a thread"));
    console.log = (line) => {
      log(line);
      log(process.moduleLoadList.filter((name) => /undici|NativeModule (crypto|worker_threads|zlib)$/.test(name)));
    };`;
  const env = environment({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spy)}`,
    PORT: String(await freePort()),
    DATABASE_URL: "file:told.sqlite",
    MAIL_URL: "smtp://127.0.0.1:1",
    SECRET: secret,
  });
  const served = await serve(command(), env, join(stage, "data"));
  expect((await fetch(`${served.url}/health`)).status).toBe(200);
  await until(() => (served.out.includes("a thread") ? true : undefined));
  const [, database, ...rest] = served.out.split("\n");
  expect([database, rest]).toEqual(["a new, empty database: told.sqlite", ["[]", "a thread", ""]]);
  served.child.kill("SIGTERM");
  expect(await served.exit).toBe(0);
});

test("what a service does not run at its start is packed, and its licences are told", () => {
  const code = readFileSync(command(), "utf8");
  expect(code).toContain("comments service at http://localhost:");
  // A command's words, and a package's.
  for (const words of ["restore FILE", "STARTTLS"]) expect(code).not.toContain(words);
  const licences = readFileSync(`${command()}.licences.txt`, "utf8");
  for (const name of ["hono", "markdown-it", "nodemailer", "pg", "sax"])
    expect(licences).toMatch(new RegExp(`^${name}$`, "mu"));
});

test("the image carries what V8 made of the bundle, and a start takes it", async () => {
  const compiled = inStage("/app/compiled");
  const files = () => readdirSync(compiled, { recursive: true });
  rmSync(compiled, { recursive: true });
  mkdirSync(compiled);
  const env = environment({ PORT: String(await freePort()), DATABASE_URL: "file:cached.sqlite" });
  const building = run(once[1] ?? "", once.slice(2).map(inStage), env, stage);
  expect([once[0], await building.exit]).toEqual(["node", 0]);
  const made = files();
  expect([made.length > 1, readdirSync(join(stage, "tmp"))]).toEqual([true, []]);
  // Node says for each file what became of what it had kept.
  const told = { ...env, NODE_DEBUG_NATIVE: "COMPILE_CACHE" };
  const served = await serve(command(), told, inStage("/data"));
  served.child.kill("SIGTERM");
  expect(await served.exit).toBe(0);
  expect(served.err).toContain(`V8 code cache for ESM file://${command()} was accepted`);
  expect(files()).toEqual(made);
});

test("the commands work from the one file as well", async () => {
  const cwd = join(stage, "data");
  copyFileSync(fixture("disqus.xml"), join(cwd, "disqus.xml"));
  const magazine = await openSite();
  onTestFinished(() => magazine.close());
  const env = environment({ SITE_URL: magazine.url, DATABASE_URL: "file:commands.sqlite" });
  const call = async (...args: string[]) => {
    const called = run(command(), args, env, cwd);
    return [await called.exit, (called.out + called.err).split("\n")[0]];
  };
  const host = "--host=alte-spalte.example";
  expect(await call("import", "--from=disqus", host, "disqus.xml")).toEqual([
    0,
    "wrote 5 comments in 2 threads",
  ]);
  expect(await call("export", "--out", "all.ndjson")).toEqual([
    0,
    expect.stringMatching(/^all\.ndjson/u),
  ]);
  expect(await call("backup", "b.db")).toEqual([0, expect.stringMatching(/^b\.db: \d comments/u)]);
  expect(await call("restore", "b.db")).toEqual([
    0,
    "commands.sqlite is the backup now: 5 comments",
  ]);
  expect(await call("hide", "nobody")).toEqual([1, "there is no comment nobody"]);
  expect(await call("drop")).toEqual([2, `usage: node ${command()} [hide|publish|erase ID`]);
  // Its driver is in the file, too.
  Object.assign(env, { DATABASE_URL: "postgres://127.0.0.1:1/none" });
  expect(await call()).toEqual([2, "the store cannot answer now (ECONNREFUSED)"]);
});

test("the container's image is pinned, its user is not root, and it says what it is", () => {
  expect(told("FROM")).toEqual([
    expect.stringMatching(/^docker\.io\/library\/node:24\.\d+\.\d+-/u),
  ]);
  expect(Number(told("USER").at(-1)?.split(":")[0])).toBeGreaterThan(0);
  expect(told("VOLUME")).toEqual(told("WORKDIR"));
  expect(told("LABEL").join()).toContain("org.opencontainers.image.licenses");
});
