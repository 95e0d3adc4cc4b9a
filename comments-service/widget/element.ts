import { showThread } from "./thread.ts";
import { timeFormat } from "./time.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";

/**
 * `<comment-thread lang service thread time-zone year rules privacy>`: the conversation of one article and the form below it, in the
 * page's own DOM. `service` is the service's address without a slash at its end. Dispatches `thread-count` (see thread.ts).
 */
export class CommentThread extends HTMLElement {
  #life: AbortController | undefined;

  connectedCallback(): void {
    const life = (this.#life = new AbortController());
    const given = (name: string): string => this.getAttribute(name) ?? "";
    // Written so that a build that knows the page's language can leave the other one out (esbuild's `define`).
    const words = document.documentElement.lang === "de" ? de : en;
    showThread(this, {
      service: given("service"),
      thread: encodeURIComponent(given("thread")),
      rules: given("rules"),
      privacy: given("privacy"),
      words,
      time: timeFormat({ ...words, locale: this.lang }, given("time-zone"), given("year")),
      signal: life.signal,
    });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }
}
