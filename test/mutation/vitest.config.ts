import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

// Rules are pure, so their own tests take milliseconds; an act is run with the tests that are about it, which ask over HTTP in this process.
const tests = process.env["TESTS"] ?? "test/comments-service/domain/*.test.ts";

/** The tests of a mutation run: those that `TESTS` names, with spaces between; the direct tests of `domain/` unless it is set. */
export default defineConfig({
  test: {
    include: tests.split(" "),
    exclude: ["**/linear-time.test.ts"],
    // Their databases are files. Where there is a disk in memory, they stand there.
    env: existsSync("/dev/shm") ? { TMPDIR: "/dev/shm" } : {},
    isolate: false,
    testTimeout: 120_000,
  },
});
