import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** What takes a quarter of a minute and more on one of the engines, the longest first: processes, browsers, many tries. */
const long = [
  "hosts/sigkill.test.ts",
  "hosts/lost-files.test.ts",
  "browser/states.test.ts",
  "browser/pages.test.ts",
  "scripts/start.test.ts",
  "browser/pictures.test.ts",
  "hosts/node.test.ts",
  "browser/whole-way.test.ts",
  "http/desk/browser.test.ts",
  "http/desk/from-letters.test.ts",
  "comments-service/health.test.ts",
  "commands/operation.test.ts",
  "comments-service/keeping-out.test.ts",
  "comments-service/silencing.test.ts",
  "scripts/pictures.test.ts",
  "scripts/deploy/deploy.test.ts",
  "scripts/build.test.ts",
  "magazine/text/hostile.test.ts",
  "comments-service/random-requests.test.ts",
  "comments-service/life/life.test.ts",
  "comments-service/parallel.test.ts",
  "comments-service/notices.test.ts",
  "http/desk/acts.test.ts",
  "postgres/processes.test.ts",
  "postgres/migrations.test.ts",
  "comments-service/confirming.test.ts",
  "comments-service/holding.test.ts",
  "comments-service/reports.test.ts",
];

/** One engine after the other, since a worker serves one project at a time; in each the long files first, so that no worker is left with one. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? long.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- No array is sorted here: it is the method that is overridden.
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (a, b) => b.project.name.localeCompare(a.project.name) || place(a) - place(b),
    );
  }
}
