/** What we use of a D1 database as Cloudflare's runtime binds it to a worker. */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  /** Runs the statements one after another in one transaction: all stands or nothing. */
  batch(statements: readonly D1Statement[]): Promise<readonly D1Answer[]>;
}

export interface D1Statement {
  bind(...values: readonly (string | number | null)[]): D1Statement;
}

export interface D1Answer {
  results: readonly unknown[];
}
