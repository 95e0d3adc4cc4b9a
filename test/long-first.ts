import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** What takes a quarter of a minute and more on one of the engines, the longest first: processes, browsers, many tries. */
const long = [
  "browser/states.test.ts",
  "browser/pages.test.ts",
  "hosts/sigkill.test.ts",
  "browser/whole-way.test.ts",
  "http/desk/forty.test.ts",
  "scripts/start.test.ts",
  "d1/worker.test.ts",
  "hosts/node.test.ts",
  "browser/pictures.test.ts",
  "hosts/lost-files.test.ts",
  "comments-service/life/life.test.ts",
  "comments-service/random-requests.test.ts",
  "browser/search.test.ts",
  "lambda/lambda.test.ts",
  "magazine/text/hostile.test.ts",
  "mail/refusals.test.ts",
  "comments-service/notices.test.ts",
  "comments-service/parallel.test.ts",
  "http/desk/enter.test.ts",
  "postgres/processes.test.ts",
  "d1/wrangler.test.ts",
  "http/desk/browser.test.ts",
  "scripts/start-ends.test.ts",
  "scripts/plan/faults.test.ts",
  "scripts/build.test.ts",
  "http/desk/work.test.ts",
  "widget/form.test.ts",
  "http/desk/record.test.ts",
  "scripts/plan/changes.test.ts",
  "scripts/release/deployed.test.ts",
  "scripts/release/release.test.ts",
  "scripts/deploy/cloudflare.test.ts",
  "http/desk/act-links.test.ts",
  "http/desk/acts.test.ts",
  "commands/operation.test.ts",
  "scripts/plan/code.test.ts",
  "comments-service/health.test.ts",
  "comments-service/confirming.test.ts",
  "comments-service/reporters.test.ts",
  "postgres/migrations.test.ts",
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
