import type { Words } from "./words/de.ts";

/** What every view of one `<comment-thread>` needs to know: its attributes, its words, and how long it lives. */
export interface Context {
  /** The service's address, without a slash at its end. */
  service: string;
  /** The thread's id, as it stands in an address. */
  thread: string;
  /** Addresses of the rules and of the privacy page. */
  rules: string;
  privacy: string;
  words: Words;
  /** An ISO 8601 time as the reader sees it, or its day alone as it stands in a sentence. */
  time: (iso: string, isDay?: boolean) => string;
  /** Aborts when the element leaves the page. */
  signal: AbortSignal;
}
