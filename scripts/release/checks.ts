/** What has to hold before a release: a command that ends with 0. */
export interface Check {
  readonly what: string;
  readonly command: string;
  /** What to do when it does not hold. */
  readonly otherwise: string;
}

/** In this order, quick ones first; the first that does not hold ends it. */
export const checks: readonly Check[] = [
  {
    what: "what the docs say, and the databases of released schemas",
    command: "npx vitest run test/docs test/comments-service/store/released.test.ts",
    otherwise: "mend what the tests above name",
  },
  {
    what: "the sample magazine",
    command: "npm run check",
    otherwise: "mend the mistakes above",
  },
  {
    what: "all tests, unless they have passed for this very code",
    command: "npm run test:once",
    otherwise: "mend what the tests above name",
  },
];
