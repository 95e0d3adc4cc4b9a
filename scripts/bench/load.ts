import autocannon from "autocannon";

/** What is asked again and again. */
export interface Load {
  readonly method: "GET" | "POST";
  /** Gives the path and the body of each next request. */
  readonly path: () => string;
  readonly body?: () => string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which status every answer has to have. */
  readonly status: number;
  /** How many ask at once; 64 unless given. */
  readonly connections?: number;
}

export const CONNECTIONS = 64;

/**
 * Asks a server for this many answers.
 * @returns answers a second.
 * @throws when any answer is another one than expected.
 */
export async function rateOf(origin: string, load: Load, amount: number): Promise<number> {
  const { method, path, headers, body, status, connections = CONNECTIONS } = load;
  const started = performance.now();
  let ended = started;
  const result = await autocannon({
    url: origin,
    connections,
    amount,
    // In seconds. On a busy machine an answer is late, and not an error.
    timeout: 120,
    // It looks this often whether it is done, in milliseconds.
    sampleInt: 100,
    requests: [
      {
        method,
        setupRequest: (request) => ({
          ...request,
          path: path(),
          headers: { ...headers },
          ...(body === undefined ? {} : { body: body() }),
        }),
        // autocannon itself ends with its next tick, up to a second later.
        onResponse: () => void (ended = performance.now()),
      },
    ],
  });
  const counts: Readonly<Record<string, { count?: number }>> = result.statusCodeStats ?? {};
  if (counts[status]?.count !== amount)
    throw new Error(
      `${method} ${origin}: ${result.errors} errors, answers ${JSON.stringify(counts)}`,
    );
  return (amount * 1000) / (ended - started);
}
