/** This thread's processor time for one run, in microseconds; the best of three, each long enough to be measured. */
export function costOf(run: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage().user;
    let runs = 0;
    while (process.threadCpuUsage().user - before < 40_000) {
      run();
      runs += 1;
    }
    return (process.threadCpuUsage().user - before) / runs;
  });
  return Math.min(...costs);
}
