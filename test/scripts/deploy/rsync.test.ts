import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../run.ts";
import { startReader } from "./reader.ts";
import { deployEdition, read, standing, writeAll } from "./tiny-site.ts";

const hasRsync = spawnSync("rsync", ["--version"]).status === 0;

test.skipIf(!hasRsync)(
  "rsync fills a release on this machine, and no reader notices the switches",
  async () => {
    // What a shell would read, and what rsync might.
    const folder = join(temporaryFolder(), "it's $(touch x): *");
    const out = join(folder, "printed-1");
    writeAll(out, { ".git/config": "geheim", ".well-known/security.txt": "Contact:" });
    const names = [await deployEdition(folder, 1, { target: "rsync" })];
    const unchanged = () => statSync(join(folder, "online/current/impressum/index.html"));
    const { ino } = unchanged();
    const reader = startReader(folder);
    for (let edition = 2; edition <= 4; edition += 1) {
      names.push(await deployEdition(folder, edition, { target: "rsync" }));
      await reader.sees(edition);
    }
    expect([...new Set(await reader.stop())]).toEqual([1, 2, 3, 4]);
    // Printed anew each time, and yet the same file.
    expect(unchanged().ino).toBe(ino);
    expect(unchanged().mode & 0o777).toBe(0o644);
    expect(read(folder, "assets/site-00000003.js")).toBe("edition(3);");
    expect(standing(folder)).toEqual([...names, "current", "releases"]);
    const [first] = names;
    expect(existsSync(join(folder, `online/releases/${first}/.well-known/security.txt`))).toBe(
      true,
    );
    expect(existsSync(join(folder, `online/releases/${first}/.git`))).toBe(false);
  },
);
