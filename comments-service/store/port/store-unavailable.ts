/**
 * The database cannot answer now: locked, full, gone. The same act may work later, and may be asked for again: it finds itself if it
 * stands nevertheless, as where only a server's answer was lost.
 */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
  readonly code: string;

  /** @param code the database's own word for what is wrong, fit for a log line. */
  constructor(code: string, options?: ErrorOptions) {
    super(`the store cannot answer now (${code})`, options);
    this.code = code;
  }
}
