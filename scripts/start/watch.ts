import { watch } from "chokidar";

/** How long to wait for an editor to finish saving, in milliseconds. */
const pause = 60;

/** Calls `act` soon after something below the paths changed; a burst of changes counts as one. */
export function onChange(paths: readonly string[], act: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  watch([...paths], { ignoreInitial: true, ignored: /node_modules/ }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void act(), pause);
  });
}
