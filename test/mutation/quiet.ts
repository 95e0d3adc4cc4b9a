import type { Reporter, TestCase } from "vitest/node";

/** Says which tests fail without any change in the code: they are asked nothing. */
export default class Quiet implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.result().state !== "failed") return;
    console.error(`${test.module.moduleId}: "${test.fullName}" fails without any change.`);
  }
}
