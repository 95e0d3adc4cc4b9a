import { join } from "node:path";
import { runChild } from "./children.ts";

/** The exit code of a build that has printed, and whose pages name mistakes; one that has failed ends with another. */
export const shownMistakes = 4;

interface Wanted {
  readonly content: string;
  readonly out: string;
  readonly url: string;
  readonly service: string;
  /** Where the build leaves what pictures there are to draw. */
  readonly pictures: string;
}

/**
 * Runs the build as a process of its own: a module that changed is read anew, which no running process would do. While one build
 * runs, further changes are gathered into one more.
 */
export function builder({ content, out, url, service, pictures }: Wanted) {
  const program = join(import.meta.dirname, "../run.mjs");
  const options = ["build", "--content", content, "--out", out, "--url", url, "--service", service];
  const more = ["--preview", "--style-page", "--show-mistakes", "--pictures", pictures];
  const run = () =>
    new Promise<number | null>((done) => {
      runChild(program, [...options, ...more]).once("exit", done);
    });

  let running: Promise<boolean> | undefined;
  let waiting: Promise<boolean> | undefined;
  let before: number | null = 0;
  const once = async () => {
    const code = await run();
    if (code !== 0 && code !== shownMistakes)
      console.error("The pages shown are those of the last build that went well.");
    else if (code === 0 && before !== 0) console.log("Mended.");
    before = code;
    return code === 0 || code === shownMistakes;
  };

  return {
    /** Whether there is something to build: false when the command was called wrongly, which the build has said itself. */
    first: async (): Promise<boolean> => {
      before = await run();
      return before !== 2;
    },
    /** Whether there are new pages. What is wrong, the build has said itself. */
    again(): Promise<boolean> {
      waiting ??= (running ?? Promise.resolve(true)).then(() => {
        waiting = undefined;
        running = once().finally(() => (running = undefined));
        return running;
      });
      return waiting;
    },
  };
}
