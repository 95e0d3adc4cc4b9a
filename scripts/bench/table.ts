/** The median of several measurements, with the lowest and the highest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One line: how `one` did against `other`, in answers a second, and what was hoped for; or why nothing was measured. */
export type Row = Measured | { readonly name: string; readonly trouble: string };

export interface Measured {
  readonly name: string;
  /** Null where nothing was hoped for. */
  readonly goal: number | null;
  readonly ratio: Spread;
  readonly one: Spread;
  readonly other: Spread;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(cellsOf);
  const all = [["what", "ratio (spread)", "goal", "answers/s", "of the other"], ...lines];
  return aligned(all);
}

/** Lines of cells as a Markdown table, the first one its head. */
export function aligned(all: readonly (readonly string[])[]): string {
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((line) => (line[column] ?? "").length)),
  );
  const write = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = all;
  return [write(head), write(widths.map((width) => "-".repeat(width))), ...body.map(write)].join(
    "\n",
  );
}

function cellsOf(row: Row): string[] {
  if ("trouble" in row) return [row.name, row.trouble, "", "", ""];
  const { name, goal, ratio, one, other } = row;
  const missed = goal !== null && ratio.median < goal ? ", missed" : "";
  return [
    name,
    `${ratio.median.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`,
    goal === null ? "none" : `≥ ${goal.toFixed(2)}${missed}`,
    one.median.toFixed(0),
    other.median.toFixed(0),
  ];
}
