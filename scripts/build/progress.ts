/** From so many files on a build takes long enough for somebody to wonder. */
const many = 1000;

/** How far a build has come. */
export interface Progress {
  /** Called after each file. */
  readonly step: () => void;
  readonly end: () => void;
}

/** Nobody is told. */
export const silent: Progress = { step: () => {}, end: () => {} };

/**
 * Tells how far a long build has come: by a bar on a terminal, and by a line for each tenth elsewhere, as in the log of a CI.
 *
 * @param all how many files there are to print
 */
export async function progressOf(all: number, isTerminal: boolean): Promise<Progress> {
  if (all < many) return silent;
  if (!isTerminal) return inLines(all);
  const { progress } = await import("@clack/prompts");
  const bar = progress({ max: all });
  bar.start("Printing");
  return {
    step: () => bar.advance(),
    end: () => bar.stop("Printed"),
  };
}

function inLines(all: number): Progress {
  const tenth = Math.ceil(all / 10);
  let done = 0;
  return {
    step() {
      done += 1;
      if (done % tenth === 0 || done === all) console.log(`${done} of ${all} printed`);
    },
    end: () => {},
  };
}
