/** The processor's time for one run, in microseconds; the best of three, each long enough to be measured. */
export function costOf(run: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage().user;
    let runs = 0;
    while (process.cpuUsage().user - before < 40_000) {
      run();
      runs += 1;
    }
    return (process.cpuUsage().user - before) / runs;
  });
  return Math.min(...costs);
}
