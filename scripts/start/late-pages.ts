import type { IncomingMessage } from "node:http";
import type { Handler } from "./requests.ts";

/** Pages that were asked for before the last reload, and have not listened yet when it was called: none of them would hear of it. */
export interface LatePages {
  /** Notes each page that a browser asks for. */
  readonly note: Handler;
  /** A page has begun to listen. @returns whether one that listens now may have been asked for before the last reload */
  readonly listens: () => boolean;
  /** All that listen are called to reload. */
  readonly reloaded: () => void;
}

/**
 * Which page it is that listens is not known; but after a reload each page is asked for before it listens, and so one that listens without is late. To reload
 * calls for each page anew, so nothing goes round in circles.
 */
export function latePages(): LatePages {
  let asked = 0;
  let listening = 0;
  return {
    note(request, _, next) {
      if (isPage(request)) asked += 1;
      next();
    },
    listens: () => ++listening > asked,
    reloaded() {
      asked = 0;
      listening = 0;
    },
  };
}

/** What a script asks for does not listen. Older browsers do not say what a request is for (https://www.w3.org/TR/fetch-metadata/). */
function isPage({ headers }: IncomingMessage): boolean {
  const purpose = headers["sec-fetch-dest"];
  if (purpose === undefined) return headers.accept?.includes("text/html") === true;
  return purpose === "document" || purpose === "iframe";
}
