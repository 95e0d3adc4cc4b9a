import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { commentsIn } from "../database-file.ts";
import { fixture, temporaryFile } from "./import/importing.ts";
import { fromShell, serveQuick } from "../process.ts";
import { openSite } from "../site.ts";
import type { TestSite } from "../site.ts";

const PATH = process.env["PATH"] ?? "";

async function workplace(): Promise<{
  cwd: string;
  site: TestSite;
  call: (...args: string[]) => Promise<{ code: number | string; out: string; err: string }>;
}> {
  const site = await openSite();
  onTestFinished(() => site.close());
  const cwd = dirname(temporaryFile("x"));
  return {
    cwd,
    site,
    async call(...args) {
      const called = await fromShell(args, { PATH, SITE_URL: site.url }, cwd);
      return { code: await called.exit, out: called.out, err: called.err };
    },
  };
}

const host = "--host=alte-spalte.example";

test("from another system to the magazine, to a file, and to another place: all from the shell", async () => {
  const { cwd, call, site } = await workplace();
  const disqus = fixture("disqus.xml");
  const dry = await call("import", "--from", "disqus", disqus, host, "--dry-run");
  expect([dry.code, dry.err, dry.out.split("\n")[0]]).toEqual([
    0,
    "",
    "would write 5 comments in 2 threads",
  ]);
  expect(commentsIn(join(cwd, "comments.sqlite"))).toEqual([]);

  // While the service runs, too.
  const { url, child } = await serveQuick({ PATH, SITE_URL: site.url }, cwd);
  const told = "https://alte-spalte.example/alt/flur-neu/=flur";
  const done = await call("import", "--from=disqus", `--thread=${told}`, host, disqus);
  expect(done.out).toContain("wrote 6 comments in 2 threads\n  flur: 4 published, 1 erased (");
  expect(await (await fetch(`${url}/counts?thread=flur`)).json()).toEqual({ flur: 4 });
  child.kill("SIGTERM");

  expect(await call("export", "--threads", "threads")).toEqual({
    code: 0,
    out: "threads: 2 threads, 3 files written\n",
    err: "",
  });
  expect(readdirSync(join(cwd, "threads"))).toContain("flur.json");

  const printed = await call("export");
  expect(printed.out.split("\n").at(-2)).toMatch(/^\{"kind":"end","rows":\d+\}$/u);
  const filed = await call("export", "--out", "all.ndjson");
  expect([filed.code, filed.out]).toEqual([0, "all.ndjson: everything is in it\n"]);
  expect(filed.err).toContain("holds names and addresses");
  expect(readFileSync(join(cwd, "all.ndjson"), "utf8")).toBe(printed.out);
  expect(statSync(join(cwd, "all.ndjson")).mode & 0o777).toBe(0o600);

  const other = await workplace();
  const file = join(cwd, "all.ndjson");
  expect((await other.call("import", "--from", "kolumne", file)).code).toBe(0);
  expect((await other.call("export")).out).toBe(printed.out);
  const again = await other.call("import", "--from", "kolumne", file);
  expect([again.code, again.out]).toEqual([1, ""]);
  expect(again.err).toContain("holds 6 comments already");
});

test("a backup from the shell comes back from the shell", async () => {
  const { cwd, call } = await workplace();
  await call("import", "--from", "disqus", host, fixture("disqus.xml"));
  expect((await call("backup", "copy.db")).code).toBe(0);
  const refused = await call("backup", "copy.db");
  expect([refused.code, refused.err]).toEqual([
    1,
    "copy.db is there already: a backup replaces nothing\n",
  ]);
  const back = await call("restore", "copy.db");
  expect([back.code, back.out.split("\n")[0]]).toEqual([
    0,
    "comments.sqlite is the backup now: 5 comments",
  ]);
  expect(commentsIn(join(cwd, "comments.sqlite"))).toHaveLength(5);
});

describe("called wrongly, it says how it is called and ends with 2", () => {
  test.each([
    ["import", "x.xml"],
    ["import", "--from", "haloscan", "x.xml"],
    ["import", "--from", "disqus"],
    ["import", "--from", "disqus", "a.xml", "b.xml"],
    ["import", "--from", "disqus", "a.xml", "--thread", "flur"],
    ["import", "--from", "disqus", "a.xml", "--host", ""],
    ["import", "--from", "disqus", "a.xml", "--host", "ftp://x.example/"],
    ["export", "x"],
    ["export", "--out", "a", "--threads", "b"],
    ["backup"],
    ["restore"],
    ["restore", "x.db", "--now"],
  ])("%s %s", async (...args) => {
    const { call, cwd } = await workplace();
    const called = await call(...args);
    expect([called.code, called.out]).toEqual([2, ""]);
    expect(called.err).toMatch(
      new RegExp(`^usage: node \\S+/node-[0-9a-f]+\\.mjs ${args[0]}`, "u"),
    );
    expect(readdirSync(cwd)).toEqual([]);
  });
});

test.each([
  [["export"], "there is no database comments.sqlite\n"],
  [["backup", "x.db"], "there is no database comments.sqlite\n"],
  [["import", "--from", "kolumne", "x.ndjson"], "there is no file x.ndjson\n"],
])("what cannot be done is said in one line, with the exit code 1: %s", async (args, err) => {
  const { call } = await workplace();
  expect(await call(...args)).toEqual({ code: 1, out: "", err });
});

// Nobody may make a file there, whoever runs the tests; where there is no such folder at all, the system says that.
test("a file that may not be written is named, and no port", async () => {
  const { call } = await workplace();
  await call("import", "--from", "disqus", host, fixture("disqus.xml"));
  const { code, err } = await call("export", "--out", "/sys/all.ndjson");
  expect(code).toBe(2);
  expect(err).toMatch(/^E[A-Z]+: .*'\/sys\/all\.ndjson\.part'\n$/u);
});
