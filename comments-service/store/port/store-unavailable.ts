/** The database cannot answer now: locked, full, gone. Nothing of the act was written; the same act may work later. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
  readonly code: string;

  /** @param code the database's own word for what is wrong, fit for a log line. */
  constructor(code: string, options?: ErrorOptions) {
    super(`the store cannot answer now (${code})`, options);
    this.code = code;
  }
}
