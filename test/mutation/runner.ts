import { appendFileSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { TestRunner } from "vitest";
import type { RunnerTestCase, RunnerTestFile, VitestTestRunner } from "vitest";
import { startTests } from "vitest/internal/browser";
import type { Mutant, Plan, Result } from "./plan.ts";
import { planned, results } from "./plan.ts";

/** What Stryker's switches look at and count (its `InstrumenterContext`). */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

/** How often each mutant's place was passed, by id. */
type Passed = Readonly<Record<string, number>>;

interface Timed {
  /** Unique in its file. */
  readonly name: string;
  readonly milliseconds: number;
  readonly passed: Passed;
}

interface Asked {
  readonly path: string;
  /** What was passed while the file was loaded, and before its first test. */
  readonly before: Passed;
  readonly millisecondsBefore: number;
  readonly tests: readonly Timed[];
}

/** The tests that are asked about a change take so many milliseconds together: more would be the next change's time. */
const enough = 5000;
/** After so many times as often as without a change, a place is passed for ever. */
const forEver = 100;
/** A call that does not come back, in milliseconds. */
const hangs = 20_000;

const switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {});
const plan = JSON.parse(readFileSync(planned, "utf8")) as Plan;

/** By path, over all files of the run: each is a run of its own for Vitest. */
const asked: Asked[] = [];

/**
 * Runs all tests as they are and notes which places they pass; then switches on one mutant after the other and runs the tests that pass it, the
 * quickest first, until one fails. A test file is loaded anew for each mutant, so what it makes while it is loaded is made of the changed code, too.
 */
export default class MutantRunner extends TestRunner {
  #tests: Timed[] = [];
  #began = 0;
  readonly #proven = new Set<string>();
  #before: number | undefined;

  async onBeforeCollect(): Promise<void> {
    // What code does when it is loaded is done once.
    switches.currentTestId = undefined;
    for (const file of plan.files) await import(/* @vite-ignore */ resolve(file));
  }

  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    forget();
    this.#tests = [];
    this.#began = spent();
    this.#before = undefined;
    switches.currentTestId = file.filepath;
  }

  override onBeforeTryTask(
    test: RunnerTestCase,
    options: { retry: number; repeats: number },
  ): void {
    super.onBeforeTryTask(test, options);
    forget();
    switches.currentTestId = nameOf(test);
    this.#before ??= spent() - this.#began;
    this.#began = spent();
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test);
    switches.currentTestId = test.file.filepath;
    if (test.result?.state === "pass")
      this.#tests.push({
        name: nameOf(test),
        milliseconds: spent() - this.#began,
        passed: passedBy(nameOf(test)),
      });
  }

  // oxlint-disable-next-line typescript/no-misused-promises -- Vitest waits for it, though the type of its class does not say so.
  override async onAfterRunFiles(files: RunnerTestFile[]): Promise<void> {
    super.onAfterRunFiles(files);
    switches.currentTestId = undefined;
    for (const { filepath } of files)
      asked.push({
        path: filepath,
        before: passedBy(filepath),
        millisecondsBefore: this.#before ?? 0,
        tests: this.#tests,
      });
    if (asked.length < plan.tests.length) return;
    const atLoading = new Set(Object.keys(switches.mutantCoverage?.static ?? {}));
    for (const mutant of plan.mutants) {
      const result = await this.#resultOf(mutant, atLoading.has(mutant.id));
      appendFileSync(results, `${JSON.stringify(result)}\n`);
    }
  }

  async #resultOf(mutant: Mutant, isStatic: boolean): Promise<Result> {
    const files = askedAbout(mutant.id);
    if (files.length === 0) return { ...mutant, state: isStatic ? "static" : "passed by" };
    const by = await this.#noticed(mutant.id, files);
    return by === undefined
      ? { ...mutant, state: "survived" }
      : { ...mutant, state: "noticed", by };
  }

  /** The first test that fails when a mutant is switched on. */
  async #noticed(id: string, files: readonly About[]): Promise<string | undefined> {
    let failed: string | undefined;
    forget();
    for (const file of files) {
      switches.activeMutant = id;
      switches.hitCount = 0;
      switches.hitLimit = file.passed * forEver;
      failed = await this.#failing(file);
      switches.activeMutant = undefined;
      switches.hitCount = undefined;
      if (failed !== undefined) {
        await this.#prove(file);
        break;
      }
    }
    forget();
    return failed;
  }

  /** A file that fails a second time though nothing was changed would notice everything. */
  async #prove(file: About): Promise<void> {
    if (this.#proven.has(file.path)) return;
    this.#proven.add(file.path);
    forget();
    const failed = await this.#failing(file);
    if (failed !== undefined) throw new Error(`${failed} passes once and not again`);
  }

  /** Runs some tests of a file, as far as the first that fails. */
  async #failing({ path, names }: About): Promise<string | undefined> {
    let failed: string | undefined;
    const runner: VitestTestRunner = {
      config: this.config,
      pool: this.pool,
      importFile: (file) => this.#load(file),
      extendTaskContext: (context) => this.extendTaskContext(context),
      onBeforeRunSuite: (suite) => super.onBeforeRunSuite(suite),
      onBeforeTryTask: (test, options) => super.onBeforeTryTask(test, options),
      onAfterTryTask: (test) => super.onAfterTryTask(test),
      onAfterRunTask: (test) => {
        if (test.result?.state === "fail") failed ??= `${path}: ${test.name}`;
      },
      runTask: async (test) => {
        if (failed === undefined && names.has(nameOf(test)))
          await interruptible(TestRunner.getTestFn(test));
      },
    };
    const [file] = await startTests([path], runner);
    if (file?.result?.state === "fail") failed ??= path;
    return failed;
  }

  #load(file: string): Promise<unknown> {
    return Promise.resolve(super.importFile(file, "collect"));
  }
}

/** The tests of a file that a mutant is put to. */
interface About {
  readonly path: string;
  readonly names: Set<string>;
  /** How often they pass its place. */
  passed: number;
}

/** The quickest tests that pass a mutant's place, by file. */
function askedAbout(id: string): readonly About[] {
  const passing = asked.flatMap((file) =>
    file.tests
      .filter(({ passed }) => passed[id] !== undefined || file.before[id] !== undefined)
      .map((test) => ({ file, test })),
  );
  const quickest = passing.toSorted(
    (one, other) => one.test.milliseconds - other.test.milliseconds,
  );
  const files = new Map<string, About>();
  let all = 0;
  for (const { file, test } of quickest) {
    const known = files.get(file.path);
    all += test.milliseconds + (known === undefined ? file.millisecondsBefore : 0);
    if (all > enough && files.size > 0) break;
    const about: About = known ?? {
      path: file.path,
      names: new Set(),
      passed: file.before[id] ?? 0,
    };
    about.names.add(test.name);
    about.passed += test.passed[id] ?? 0;
    files.set(file.path, about);
  }
  return [...files.values()];
}

function nameOf(test: RunnerTestCase): string {
  return `${test.id} ${test.fullName}`;
}

function passedBy(name: string): Passed {
  return switches.mutantCoverage?.perTest[name] ?? {};
}

/** Calls a test; one that never comes back is ended. */
function interruptible(call: () => unknown): unknown {
  Object.assign(globalThis, { __call__: call });
  return runInThisContext("__call__()", { timeout: hangs });
}

/** The processor's time of this process, in milliseconds: on a busy machine it says more than the clock. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Caches of modules know nothing of switches (`mutate.ts` lists them here). */
function forget(): void {
  for (const cache of (globalThis as { __caches__?: Map<unknown, unknown>[] }).__caches__ ?? [])
    cache.clear();
}
