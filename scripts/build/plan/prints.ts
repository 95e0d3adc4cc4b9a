import type { Stamp } from "./stamps.ts";

/** A file of the output folder. */
export interface KeptPrint {
  /** Of what it was printed from. */
  readonly fingerprint: string;
  /** How it looks. */
  readonly stamp: Stamp;
  /** What its view was made of, or an empty text. */
  readonly made: string;
}

/** The files that a build has left in the output folder. A line tells of each, since most are only looked at. */
export interface KeptPrints {
  readonly size: number;
  /** Of each file its size in bytes, and when it was changed, as its stamp has them. */
  readonly looks: () => IteratorObject<readonly [file: string, size: number, changed: number]>;
  /** Always the same thing for a file. */
  readonly of: (file: string) => KeptPrint | undefined;
  readonly lines: readonly string[];
  /** The line of a file that is still told by the same thing. */
  readonly lineOf: (file: string, print: KeptPrint) => string | undefined;
}

/** @param lines as `linesOf` and `linesWith` give them */
export function printsIn(lines: readonly string[]): KeptPrints {
  const known = new Map<string, KeptPrint>();
  let byName: ReadonlyMap<string, string> | undefined;
  return {
    size: lines.length,
    *looks() {
      for (const line of lines) {
        const name = line.indexOf("\t");
        const size = line.indexOf("\t", name + 1);
        const changed = line.indexOf("\t", size + 1);
        yield [
          line.slice(0, name),
          Number(line.slice(name + 1, size)),
          Number(line.slice(size + 1, changed)),
        ];
      }
    },
    of(file) {
      const before = known.get(file);
      if (before !== undefined) return before;
      byName ??= new Map(lines.map((line) => [nameIn(line), line]));
      const line = byName.get(file);
      if (line === undefined) return undefined;
      const print = printIn(line);
      known.set(file, print);
      return print;
    },
    lines,
    lineOf: (file, print) => (known.get(file) === print ? byName?.get(file) : undefined),
  };
}

/** A line for each file: that of before, where it still is what it was. */
export function* linesOf(
  files: ReadonlyMap<string, KeptPrint>,
  before?: KeptPrints,
): Iterable<string> {
  for (const [file, print] of files) yield before?.lineOf(file, print) ?? lineOf(file, print);
}

/** The lines of before, where some files are others now; each was among those of before. */
export function* linesWith(
  { lines }: KeptPrints,
  changed: ReadonlyMap<string, KeptPrint>,
): Iterable<string> {
  for (const line of lines) {
    const name = nameIn(line);
    const print = changed.get(name);
    yield print === undefined ? line : lineOf(name, print);
  }
}

function lineOf(file: string, { fingerprint, stamp, made }: KeptPrint): string {
  return [file, ...stamp, fingerprint, made].join("\t");
}

function nameIn(line: string): string {
  return line.slice(0, line.indexOf("\t"));
}

/** Cut out piece by piece: to split twenty thousand lines takes a third more time. */
function printIn(line: string): KeptPrint {
  const behind = (from: number) => line.indexOf("\t", from) + 1;
  const size = behind(0);
  const changed = behind(size);
  const hash = behind(changed);
  const fingerprint = behind(hash);
  const made = behind(fingerprint);
  return {
    fingerprint: line.slice(fingerprint, made - 1),
    stamp: [
      Number(line.slice(size, changed - 1)),
      Number(line.slice(changed, hash - 1)),
      line.slice(hash, fingerprint - 1),
    ],
    made: line.slice(made),
  };
}
