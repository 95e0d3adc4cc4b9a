import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import type { TestProjectConfiguration } from "vitest/config";
import { LongFirst } from "./test/long-first.ts";
import { runFolder } from "./test/run-folder.ts";

/** What holds on every engine, with the same answers: the store by itself, and acts as they are asked for over HTTP. */
const contract = [
  "test/comments-service/store/{accounts,contract,desk,everything,importing,migrating}.test.ts",
  "test/comments-service/{authors,cleaning,closing,confirming,erasing,holding,mine,notices,notifications,nul,objections,own-comments,own-data}.test.ts",
  "test/comments-service/{parallel,posting,rates,recommending,reporters,reports,sessions}.test.ts",
  "test/comments-service/http/desk/{act-links,acts,answers,lists,notes,numbers,record,switches,taking-back,telling,text-blocks}.test.ts",
  "test/comments-service/life/life.test.ts",
];

/** Hundreds of requests, which would take minutes in workerd. */
const anyRequest = "test/comments-service/random-requests.test.ts";

/** By hand (`ALL=1`) all that asks over HTTP in process. */
const all = [
  "test/comments-service/*.test.ts",
  "test/comments-service/{http,life,mail}/**/*.test.ts",
];

/** The tests of a server, and on it the contract. One server serves the whole run. */
function onServer(name: string, folder: string, more: readonly string[]): TestProjectConfiguration {
  const globalSetup = `${folder}/whole-run.ts`;
  const include = [`${folder}/**/*.test.ts`, ...contract, ...more];
  return { extends: true, test: { name, include, globalSetup, env: { ENGINE: name } } };
}

const postgres = "test/comments-service/postgres";
const d1 = "test/comments-service/d1";

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line.ts"],
    // A file cleans up after itself, so the next one can have its worker: its modules, its browser.
    isolate: false,
    // Many tests wait: for a browser, a process, a disk.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    // Commands that tests run are compiled once for all runs; all else that is written for a while goes with the run.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "kolumne-compiled"), TMPDIR: runFolder() },
    // Browser and fault tests start real servers and processes on shared machines.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: "SQLite",
          include: ["test/**/*.test.ts"],
          exclude: [`${postgres}/**`, `${d1}/**`],
          // The browser's whole way goes over it, too.
          globalSetup: `${postgres}/whole-run.ts`,
        },
      },
      onServer("PostgreSQL", postgres, process.env["ALL"] === "1" ? all : [anyRequest]),
      onServer("D1", d1, []),
    ],
  },
});
