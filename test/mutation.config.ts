import { defineConfig } from "vitest/config";

/** The tests of a mutation run: those of the comments service that run in this process on SQLite, without browsers and loads. */
export default defineConfig({
  test: {
    include: ["test/comments-service/**/*.test.ts"],
    exclude: [
      "test/comments-service/{widget,hosts,openapi,postgres,d1,store,life,commands}/**",
      "test/comments-service/http/desk/{browser,enter,work,from-letters}.test.ts",
      "test/comments-service/{counts-on-lists,second-origin,mine-page,feeds}.test.ts",
      "test/comments-service/{cleaning-load,health,random-requests,erased-from-disk}.test.ts",
      "test/comments-service/domain/linear-time.test.ts",
    ],
    isolate: false,
    testTimeout: 120_000,
  },
});
