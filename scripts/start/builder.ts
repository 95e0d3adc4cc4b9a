import { join } from "node:path";
import { runChild } from "./children.ts";

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
  const build = join(import.meta.dirname, "../build.ts");
  const options = ["--content", content, "--out", out, "--url", url, "--service", service];
  const more = ["--preview", "--style-page", "--pictures", pictures];
  const run = () =>
    new Promise<number | null>((done) => {
      runChild(build, [...options, ...more]).once("exit", done);
    });

  let running: Promise<boolean> | undefined;
  let waiting: Promise<boolean> | undefined;
  let well = true;
  const once = async () => {
    const before = well;
    well = (await run()) === 0;
    if (!well) console.error("The pages shown are those of the last build that went well.");
    else if (!before) console.log("Mended.");
    return well;
  };

  return {
    /** Whether there is something to build: false when the command was called wrongly, which the build has said itself. */
    first: async (): Promise<boolean> => {
      const code = await run();
      well = code === 0;
      return code !== 2;
    },
    /** Whether the build went well. What is wrong, it has said itself. */
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
