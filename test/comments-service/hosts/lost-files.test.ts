import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { commentsIn } from "../database-file.ts";
import { temporaryFile } from "../commands/import/importing.ts";
import { challengeOf, postTo, fromShell, serveQuick } from "../process.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";

/** A service in a process of its own, and what it has said of each text that was sent to it. */
async function running() {
  const site = await openSite();
  onTestFinished(() => site.close());
  const cwd = join(dirname(temporaryFile("x")), "data");
  mkdirSync(cwd);
  const path = join(cwd, "comments.sqlite");
  const env = { PATH, SITE_URL: site.url, SECRET: secret };
  const { url, child, exit } = await serveQuick(env, cwd);
  const taken: string[] = [];
  return {
    cwd,
    path,
    env,
    url,
    taken,
    /** @param challenge one that was solved in advance, since a file that was cut cannot even be read. */
    async post(text: string, challenge?: string) {
      challenge ??= await challengeOf(url);
      const answer = await postTo(url, site.origin, { ...comment, text, challenge });
      if (answer.status === 202) taken.push(text);
      return [answer.status, answer.headers.get("Retry-After")];
    },
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}

/** Writes the log into the file, from outside, as another process may at any time. */
function intoTheFile(path: string): void {
  const raw = new DatabaseSync(path);
  raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  raw.close();
}

const textsIn = (path: string) => commentsIn(path).map(({ text }) => text);
const log = (path: string) => `${path}-wal`;
const refused = [503, "30"];

/** What happens to the files, and whether what was taken before is in them when the process is killed afterwards. */
const accidents: [name: string, happens: (path: string) => void][] = [
  ["its log is deleted", (path) => rmSync(log(path))],
  ["its log is moved away", (path) => renameSync(log(path), `${path}-away`)],
  [
    "its log is replaced by an empty file",
    (path) => {
      rmSync(log(path));
      writeFileSync(log(path), "");
    },
  ],
  [
    "its log is replaced by a copy",
    (path) => {
      copyFileSync(log(path), `${path}-copy`);
      renameSync(`${path}-copy`, log(path));
    },
  ],
  ["the index of its log is deleted", (path) => rmSync(`${path}-shm`)],
];

test.each(accidents)(
  "when %s, nothing more is taken, and what was taken is there after a SIGKILL",
  async (_, happens) => {
    const service = await running();
    for (const text of ["Eins", "Zwei", "Drei"]) await service.post(text);
    expect(service.taken).toHaveLength(3);
    happens(service.path);
    expect(await service.post("Vier")).toEqual(refused);
    expect(await service.post("Fünf")).toEqual(refused);
    await service.kill();
    const again = await serveQuick(service.env, service.cwd);
    expect((await fetch(`${again.url}/threads/flur`)).status).toBe(200);
    expect(textsIn(service.path)).toEqual(service.taken);
  },
);

test.each<[name: string, happens: (path: string) => void | Promise<void>]>([
  ["its log is emptied", (path) => truncateSync(log(path))],
  ["its log is cut by one byte", (path) => truncateSync(log(path), statSync(log(path)).size - 1)],
  ["its log is overwritten with something shorter", (path) => writeFileSync(log(path), "nothing")],
  ["its file is emptied", (path) => truncateSync(path)],
  ["its file is cut to two pages", (path) => truncateSync(path, 8192)],
  ["its file is cut by one byte", (path) => truncateSync(path, statSync(path).size - 1)],
  ["its file is overwritten with something shorter", (path) => copyFileSync("package.json", path)],
  [
    "its file is replaced by another database",
    (path) => {
      const other = new DatabaseSync(`${path}-other`);
      other.exec("CREATE TABLE other (x)");
      other.close();
      renameSync(`${path}-other`, path);
    },
  ],
  [
    "another database of ours is written over its file",
    (path) => {
      // As long as it, and well-formed: only that it is another one is wrong.
      const other = openSqlite(`${path}-other`);
      return createSqlStore(other, 1)
        .then((store) => store.close())
        .then(() => {
          const missing = statSync(path).size - statSync(`${path}-other`).size;
          appendFileSync(`${path}-other`, Buffer.alloc(Math.max(missing, 0)));
          copyFileSync(`${path}-other`, path);
        });
    },
  ],
  [
    "its file is overwritten with something as long",
    (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, "x")),
  ],
  ["its file is moved away", (path) => renameSync(path, `${path}-away`)],
  ["its folder is deleted", (path) => rmSync(dirname(path), { recursive: true })],
  ["its folder is moved away", (path) => renameSync(dirname(path), `${dirname(path)}-away`)],
])("when %s, nothing more is taken", async (_, happens) => {
  const service = await running();
  await service.post("Eins");
  intoTheFile(service.path);
  await service.post("Zwei");
  expect(service.taken).toHaveLength(2);
  const [one, other] = [await challengeOf(service.url), await challengeOf(service.url)];
  await happens(service.path);
  expect(await service.post("Drei", one)).toEqual(refused);
  expect(await service.post("Vier", other)).toEqual(refused);
});

test("what was away for a moment and is back is taken as before", async () => {
  const service = await running();
  await service.post("Eins");
  for (const name of [service.path, log(service.path)]) {
    renameSync(name, `${name}-away`);
    expect(await service.post("Zwei")).toEqual(refused);
    renameSync(`${name}-away`, name);
    expect((await service.post(`Drei ${name}`))[0]).toBe(202);
  }
  await service.kill();
  expect(textsIn(service.path)).toEqual(service.taken);
});

test("other processes that write, empty the log, copy or pack the file raise no alarm", async () => {
  const service = await running();
  const statuses: unknown[] = [];
  for (let round = 0; round < 6; round += 1) {
    const posts = ["a", "b", "c"].map((name) => service.post(`${name}${round}`));
    intoTheFile(service.path);
    statuses.push(...(await Promise.all(posts)));
    const other = new DatabaseSync(service.path, { timeout: 2000 });
    other.exec("CREATE TABLE filling (x); INSERT INTO filling SELECT hex(randomblob(200000))");
    intoTheFile(service.path);
    statuses.push(await service.post(`d${round}`));
    // What is left in the file afterwards is shorter.
    other.exec("DROP TABLE filling; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    other.close();
    statuses.push(await service.post(`e${round}`));
    const [shell, backup] = await Promise.all([
      fromShell(["hide", "nobody"], service.env, service.cwd),
      fromShell(["backup", `${round}.db`], service.env, service.cwd),
    ]);
    expect([await shell.exit, await backup.exit]).toEqual([1, 0]);
    statuses.push(await service.post(`f${round}`));
  }
  expect(statuses).toEqual(Array.from({ length: statuses.length }, () => [202, null]));
  await service.kill();
  expect(textsIn(service.path).toSorted()).toEqual(service.taken.toSorted());
  expect(readFileSync(service.path).length % 4096).toBe(0);
});
