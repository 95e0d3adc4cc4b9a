import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./test/long-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: [
      "test/comments-service/postgres/whole-run.ts",
      "test/comments-service/d1/whole-run.ts",
    ],
    reporters: ["default", "./test/closing-line.ts"],
    // A file cleans up after itself, so the next one can have its worker: its modules, its browser.
    isolate: false,
    // Otherwise one less than there are cores. Many tests wait: for a browser, a process, a disk.
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    // Commands that tests run are compiled once.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "kolumne-compiled") },
    // Browser and fault tests start real servers and processes on shared machines.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
