import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../scripts/command.ts";
import { readDestination } from "../../../scripts/deploy/destination.ts";
import { checkLimits } from "../../../scripts/deploy/limits.ts";
import { readOrder } from "../../../scripts/deploy/order.ts";
import type { Given } from "../../../scripts/deploy/order.ts";
import {
  isRelease,
  nameRelease,
  releaseCommand,
  uploadCommand,
} from "../../../scripts/deploy/plan.ts";
import { quote } from "../../../scripts/deploy/quote.ts";
import { stepsOf } from "../../../scripts/deploy/steps.ts";

const release = { name: "20261120T121500Z-0123456789ab", days: 7 };
const server = readDestination("deploy@die-spalte.example:/srv/die spalte");

const many = (count: number, size = 1) =>
  Array.from({ length: count }, (_, index) => ({ path: `${index}/index.html`, size }));

test("a release is named by its time and by what is in it", () => {
  const name = nameRelease(new Date("2026-11-20T12:15:00.999Z"), "0123456789ab");
  expect(name).toBe(release.name);
  expect(isRelease(name)).toBe(true);
  expect(["", "..", "../../etc", `${name}\n`, `-${name}`].filter(isRelease)).toEqual([]);
});

test("on a server, one ssh command talks to the script, and rsync uploads beside what is online", () => {
  expect(releaseCommand(server, release, "echo ready")).toEqual({
    file: "ssh",
    args: [
      "-o",
      "ServerAliveInterval=15",
      "--",
      "deploy@die-spalte.example",
      `sh -c 'echo ready' release.sh '/srv/die spalte' ${release.name} 7 5 assets bilder suche/index images search/index`,
    ],
  });
  expect(uploadCommand("dist", server, release, "20261119T000000Z-ba9876543210")).toEqual({
    file: "rsync",
    args: [
      "--recursive",
      "--checksum",
      "--perms",
      "--chmod=D755,F644",
      "--link-dest=../20261119T000000Z-ba9876543210/",
      "--exclude=/.git",
      "--exclude=.kolumne-printed*",
      "--compress",
      "--protect-args",
      "--rsh=ssh",
      "--",
      `${process.cwd()}/dist/`,
      `deploy@die-spalte.example:/srv/die spalte/releases/.incoming-${release.name}/`,
    ],
  });
});

test("the first upload to a folder of this machine needs neither ssh nor a release before", () => {
  const here = readDestination("/srv/die:spalte");
  expect(releaseCommand(here, release, "echo").file).toBe("sh");
  const { args } = uploadCommand("dist", here, release, null);
  expect(args.filter((arg) => /link-dest|rsh/.test(arg))).toEqual([]);
  expect(args.at(-1)).toBe(`/srv/die:spalte/releases/.incoming-${release.name}/`);
});

test.each([
  ["/srv/site", null, "/srv/site"],
  ["./a:b", null, `${process.cwd()}/a:b`],
  ["spalte:site", "spalte", "site"],
  ["deploy@spalte:~/site", "deploy@spalte", "site"],
  ["deploy@127.0.0.1:/srv/it's; rm -rf $HOME", "deploy@127.0.0.1", "/srv/it's; rm -rf $HOME"],
])("%s is a place", (to, host, folder) => {
  expect(readDestination(to)).toEqual({ host, folder });
});

test.each([
  "-oProxyCommand=touch x:/srv",
  "a@-oProxyCommand=x:/srv",
  "$(touch x):/srv",
  "a b:/srv",
  "a@b@c:/srv",
  "spalte::module",
  ":/srv",
  "spalte:",
  "",
  "spalte:/srv\nrm -rf ~",
])("%j is no place", (to) => {
  expect(() => readDestination(to)).toThrow(UsageError);
});

test("a quoted word is the same word after any shell has read it", () => {
  const words = [
    "",
    "a",
    "it's",
    "$(id)",
    "`id`",
    "a\\b",
    "a  b",
    "-n",
    "*",
    "ü",
    "a\nb",
    "~",
    "!x",
    '"',
  ];
  const line = ["printf", "%s\\0", ...words].map(quote).join(" ");
  const { stdout } = spawnSync("sh", ["-c", line], { encoding: "utf8" });
  expect(stdout.split("\0").slice(0, -1)).toEqual(words);
});

describe("an order", () => {
  test("is read from options, and from the environment where they are left out", () => {
    const environment = { DEPLOY_TARGET: "rsync", DEPLOY_TO: "spalte:site" };
    expect(readOrder({}, environment)).toMatchObject({
      by: "rsync",
      to: { host: "spalte", folder: "site" },
      out: "dist",
      build: { content: "content", out: "dist", preview: false },
    });
    expect(readOrder({ target: "folder", to: "/srv/site" }, environment)).toMatchObject({
      by: "copy",
      to: { host: null, folder: "/srv/site" },
    });
    expect(readOrder({ target: "folder" }, {}).to.folder).toBe(`${process.cwd()}/.kolumne/online`);
  });

  test("with a preview prints drafts, into no folder that is ever deployed as the site", () => {
    expect(readOrder({ target: "cloudflare", preview: "pr-12" }, {})).toMatchObject({
      by: "wrangler",
      preview: "pr-12",
      out: ".kolumne/preview/pages",
      to: { folder: `${process.cwd()}/.kolumne/preview` },
      build: { preview: true },
    });
    expect(
      readOrder({ target: "rsync", to: "spalte:/srv/site", preview: "pr-12" }, {}),
    ).toMatchObject({
      to: { host: "spalte", folder: "/srv/site/previews/pr-12" },
      build: { preview: true },
    });
  });

  test.each<[Given, string]>([
    [{}, "--target is missing: expected cloudflare, rsync or folder"],
    [{ target: "ftp" }, "--target ftp: expected cloudflare"],
    [{ target: "rsync" }, "--to [USER@]HOST:DIR"],
    [{ target: "folder", to: "a:b" }, "--to a:b is on another machine: --target rsync"],
    [{ target: "folder", to: "dist/online" }, "lies in dist: name another --to"],
    [
      { target: "cloudflare", preview: "PR 12" },
      "--preview PR 12: expected up to 40 small letters",
    ],
    [{ target: "cloudflare", to: "x" }, "name the Worker in wrangler.jsonc"],
    [{ target: "cloudflare", rollback: true }, "npx wrangler rollback"],
    [{ target: "folder", "no-build": true, url: "https://a.example" }, "--url says what to build"],
    [{ target: "folder", url: "https://a.example/b" }, "--url https://a.example/b: expected"],
    [{ target: "folder", rollback: true, "dry-run": true }, "--rollback has no --dry-run"],
  ])("%o is refused with what to do", (given, words) => {
    expect(() => readOrder(given, {})).toThrow(UsageError);
    expect(() => readOrder(given, {})).toThrow(words);
  });
});

test("what a dry run says are the commands", () => {
  const site = { files: many(2, 600_000), hash: "0123456789ab" };
  const steps = (given: Given) => stepsOf(readOrder(given, {}), release, site).join("\n");
  expect(steps({ target: "rsync", to: "spalte:site" })).toContain(
    `Would deploy dist: 2 files, 1.2 MB\n1. ssh -o ServerAliveInterval=15 -- spalte 'sh -c release.sh`,
  );
  expect(steps({ target: "folder", to: "/srv/site" })).toContain(
    `2. copy dist to /srv/site/releases/.incoming-${release.name}`,
  );
  expect(steps({ target: "cloudflare", preview: "pr-1" })).toContain(
    "4. wrangler versions upload --preview-alias pr-1 --assets",
  );
});

test("what Cloudflare would not take is refused before anything is uploaded", () => {
  expect(checkLimits(many(20_000))).toBeNull();
  expect(checkLimits(many(20_001))).toContain("20,001 files: Cloudflare's free plan takes 20,000");
  expect(() => checkLimits(many(100_001))).toThrow("100,001 files");
  const film = { path: "film.mp4", size: 25 * 1024 * 1024 };
  expect(checkLimits([film])).toBeNull();
  expect(() => checkLimits([{ ...film, size: film.size + 1 }])).toThrow("film.mp4 has 25.0 MiB");
});
