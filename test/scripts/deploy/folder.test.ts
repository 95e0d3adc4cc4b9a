import {
  chmodSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DeployFailure } from "../../../scripts/deploy/failure.ts";
import { readOrder } from "../../../scripts/deploy/order.ts";
import { switchBack } from "../../../scripts/deploy/switch.ts";
import { temporaryFolder } from "../run.ts";
import { begin, beginFromElsewhere } from "./conversation.ts";
import { startReader } from "./reader.ts";
import { deployEdition, deployPrinted, read, standing, writeAll } from "./tiny-site.ts";

const another = "20261121T120000Z-0123456789ab";

function backOrder(folder: string) {
  return readOrder({ target: "folder", to: join(folder, "online"), rollback: true }, {});
}

test("a reader meets ten switches and sees whole pages with their script; five releases stay", async () => {
  const folder = temporaryFolder();
  await deployEdition(folder, 0);
  const reader = startReader(folder);
  const names = [];
  for (let edition = 1; edition <= 10; edition += 1) {
    names.push(await deployEdition(folder, edition));
    await reader.sees(edition);
  }
  expect([...new Set(await reader.stop())]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(standing(folder)).toEqual([...names.slice(-5), "current", "releases"]);
});

test("an unchanged file is the file of the release before, a changed one is not", async () => {
  const folder = temporaryFolder();
  const inodes = () =>
    ["impressum/index.html", "index.html"].map(
      (path) => statSync(join(folder, "online/current", path)).ino,
    );
  await deployEdition(folder, 1);
  const [same, changed] = inodes();
  await deployEdition(folder, 2);
  expect(inodes()[0]).toBe(same);
  expect(inodes()[1]).not.toBe(changed);
});

test("what a page that stands open still needs stays for a week, unless it shall not", async () => {
  const folder = temporaryFolder();
  const script = (edition: number) => `assets/site-0000000${edition}.js`;
  await deployEdition(folder, 1);
  const old = join(folder, "online/current", script(1));
  await deployEdition(folder, 2);
  expect(read(folder, script(1))).toBe("edition(1);");
  const days = (count: number) => Date.now() / 1000 - count * 86_400;
  utimesSync(old, days(6), days(6));
  await deployEdition(folder, 3);
  expect(read(folder, script(1))).toBe("edition(1);");
  // The page's own, printed two weeks ago and again now, is as good as new.
  utimesSync(join(folder, "online/current", script(3)), days(14), days(14));
  utimesSync(old, days(8), days(8));
  await deployPrinted(folder, join(folder, "printed-3"), 4, { clean: true });
  await deployEdition(folder, 5);
  expect(existsSync(join(folder, "online/current", script(1)))).toBe(false);
  expect(existsSync(join(folder, "online/current", script(2)))).toBe(false);
  expect(read(folder, script(3))).toBe("edition(3);");
  // Pages are not files with a hash: what vanished from the site is gone.
  writeAll(join(folder, "printed-5"), { "weg/index.html": "<p>Weg</p>" });
  await deployPrinted(folder, join(folder, "printed-5"), 6);
  expect(read(folder, "weg/index.html")).toBe("<p>Weg</p>");
  await deployEdition(folder, 7);
  expect(existsSync(join(folder, "online/current/weg/index.html"))).toBe(false);
});

test("what is nobody's to read stays behind, what was laid beside the pages goes along", async () => {
  const folder = temporaryFolder();
  const out = join(folder, "printed-1");
  writeAll(out, { ".git/config": "geheim", ".well-known/security.txt": "Contact:", CNAME: "x" });
  writeAll(out, {
    "suche/index/.kolumne-printed": "shards.json\n",
    "suche/index/shards.json": "{}",
  });
  chmodSync(join(out, "CNAME"), 0o600);
  await deployEdition(folder, 1);
  expect(read(folder, ".well-known/security.txt")).toBe("Contact:");
  expect(statSync(join(folder, "online/current/CNAME")).mode & 0o777).toBe(0o644);
  expect(read(folder, "CNAME")).toBe("x");
  expect(read(folder, "suche/index/shards.json")).toBe("{}");
  for (const path of [".git", ".kolumne-printed", "suche/index/.kolumne-printed"])
    expect(existsSync(join(folder, "online/current", path))).toBe(false);
  symlinkSync("/etc/passwd", join(out, "verweis"));
  expect(() => deployPrinted(folder, out, 2)).toThrow(`${out}/verweis is a link or no file`);
});

test("the same again is no release; the one before comes back, with what newer pages need", async () => {
  const folder = temporaryFolder();
  const first = await deployEdition(folder, 1);
  const second = await deployEdition(folder, 2);
  expect(await deployPrinted(folder, join(folder, "printed-2"), 3)).toBe(second);
  expect(await switchBack(backOrder(folder))).toBe(first);
  expect(read(folder, "index.html")).toContain("Ausgabe 1<");
  expect(read(folder, "assets/site-00000002.js")).toBe("edition(2);");
  await expect(switchBack(backOrder(folder))).rejects.toThrow(DeployFailure);
  expect(readlinkSync(join(folder, "online/current"))).toBe(`releases/${first}`);
  expect(standing(folder)).toEqual([first, second, "current", "releases"]);
});

test("while one deployment is under way another is refused, and says whom it met", async () => {
  const folder = temporaryFolder();
  const name = await deployEdition(folder, 1);
  const online = join(folder, "online");
  const one = await begin(online, another);
  expect(one.first).toBe(`ready ${name}`);
  const two = await begin(online, another.replace("T12", "T13"));
  expect(await two.closed).toMatchObject({ code: 3 });
  expect((await two.closed).errors).toBe(
    `another deployment to ${online} is under way (${readlinkSync(join(online, ".deploying"))}): wait for it; if its machine went down, remove ${online}/.deploying\n`,
  );
  expect((await two.closed).errors).toContain(`process ${one.child.pid} on `);
  one.child.stdin.end("switch\n");
  expect(await one.closed).toMatchObject({ code: 0 });
  expect(readlinkSync(join(online, "current"))).toBe(`releases/${another}`);
});

test.each([
  ["who deploys is gone", (child: Begun) => void child.stdin.destroy(), { code: 3 }],
  ["the script is ended", (child: Begun) => void child.kill("SIGTERM"), { code: 3 }],
  ["something else is said", (child: Begun) => void child.stdin.end("swi"), { code: 3 }],
])("when %s before the switch, nothing of it stays", async (_, breakOff, end) => {
  const folder = temporaryFolder();
  await deployEdition(folder, 1);
  const before = standing(folder);
  const { child, closed } = await begin(join(folder, "online"), another);
  writeAll(join(folder, `online/releases/.incoming-${another}`), { "index.html": "<p>Hal" });
  breakOff(child);
  expect(await closed).toMatchObject(end);
  expect(standing(folder)).toEqual(before);
  expect(read(folder, "index.html")).toContain("Ausgabe 1<");
});

type Begun = Awaited<ReturnType<typeof begin>>["child"];

test("a machine that went down leaves the site and the lock; with the lock removed, the next clears up", async () => {
  const folder = temporaryFolder();
  await deployEdition(folder, 1);
  const online = join(folder, "online");
  const { child, closed } = await begin(online, another);
  writeAll(join(online, `releases/.incoming-${another}`), { "index.html": "<p>Hal" });
  child.kill("SIGKILL");
  await closed;
  expect(read(folder, "index.html")).toContain("Ausgabe 1<");
  await expect(deployEdition(folder, 2)).rejects.toThrow("what was online stays online");
  rmSync(join(online, ".deploying"));
  const name = await deployEdition(folder, 2);
  expect(read(folder, "index.html")).toContain("Ausgabe 2<");
  expect(standing(folder)).toHaveLength(4);
  expect(standing(folder)).toContain(name);
});

test("a copy that fails half-way leaves the site as it was", async () => {
  const folder = temporaryFolder();
  await deployEdition(folder, 1);
  const before = standing(folder);
  writeAll(join(folder, "printed-2"), { "weg.html": "" });
  const deployed = deployEdition(folder, 2);
  // It was seen, and is copied last.
  rmSync(join(folder, "printed-2/weg.html"));
  await expect(deployed).rejects.toThrow(DeployFailure);
  await expect(deployed).rejects.toThrow("weg.html': what was online stays online");
  expect(standing(folder)).toEqual(before);
  expect(read(folder, "index.html")).toContain("Ausgabe 1<");
});

test("a server's shell reads the script and the folder's name as they are", async () => {
  const folder = join(temporaryFolder(), `it's $(touch x) "ü" \\ *`);
  await deployEdition(folder, 1);
  const { child, first, closed } = await beginFromElsewhere(join(folder, "online"), another);
  expect(first).toMatch(/^ready 2026/);
  child.stdin.end("switch\n");
  expect(await closed).toEqual({ code: 0, signal: null, errors: "" });
  expect(readlinkSync(join(folder, "online/current"))).toBe(`releases/${another}`);
});

test("a folder named current that no deployment made is left alone", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "online/current"), { recursive: true });
  const { closed } = await begin(join(folder, "online"), another);
  expect((await closed).errors).toContain("online/current is no link, so no deployment made it");
  expect((await closed).code).toBe(3);
});
