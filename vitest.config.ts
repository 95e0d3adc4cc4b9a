import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: [
      "test/comments-service/postgres/whole-run.ts",
      "test/comments-service/d1/whole-run.ts",
    ],
    reporters: ["default", "./test/closing-line.ts"],
    // Browser and fault tests start real servers and processes on shared machines.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
