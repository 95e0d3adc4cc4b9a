/** Waits for something, but not longer than so many milliseconds. */
export async function patiently(work: Promise<unknown>, patience: number): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const over = setTimeout(resolve, patience);
  await Promise.race([work, enough]).finally(() => clearTimeout(over));
}
