import { readSealedBytes, writeSealedBytes } from "./sealed.ts";

/** Lines that were kept, each by its name, with what stands behind it. They stay bytes until they are asked for, since most never are. */
export interface Lines {
  readonly size: number;
  readonly names: () => Iterable<string>;
  readonly get: (name: string) => string | undefined;
  /** Where a line stands among the bytes of all, with its name and its end. */
  readonly span: (name: string) => Span | undefined;
  readonly bytes: Buffer;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A line to be kept: its name, and what stands behind it; null: what stood there before. */
export type Line = readonly [name: string, text: string | null];

const tab = 0x09;
const lineFeed = 0x0a;

/** In UTF-16 units: so much of what is new is turned into bytes at once. */
const most = 1_000_000;

const none = linesIn(Buffer.alloc(0));

/** What was kept under a key, as `readSealed` tells it; no line where it is not whole. A line has its name before its first tab. */
export function readLines(file: string, key: string): Lines {
  const bytes = readSealedBytes(file, key);
  return bytes === null ? none : linesIn(bytes);
}

function linesIn(bytes: Buffer): Lines {
  const spans = spansIn(bytes);
  return {
    size: spans.size,
    names: () => spans.keys(),
    get(name) {
      const span = spans.get(name);
      return span && bytes.toString("utf8", span.behind, span.to - 1);
    },
    span: (name) => spans.get(name),
    bytes,
  };
}

function spansIn(bytes: Buffer): ReadonlyMap<string, Span & { readonly behind: number }> {
  const spans = new Map<string, Span & { readonly behind: number }>();
  for (let from = 0; from < bytes.length;) {
    const behind = bytes.indexOf(tab, from) + 1;
    const to = bytes.indexOf(lineFeed, behind) + 1;
    spans.set(bytes.toString("utf8", from, behind - 1), { from, behind, to });
    from = to;
  }
  return spans;
}

/** Keeps lines, in whose texts no line ends: whole, or not at all. @param before where they stood that are as they were */
export function writeLines(
  file: string,
  key: string,
  lines: Iterable<Line>,
  before: Lines = none,
): void {
  writeSealedBytes(file, key, piecesOf(lines, before));
}

/** What stood together before is one piece if it still does. */
function* piecesOf(lines: Iterable<Line>, before: Lines): Iterable<Uint8Array> {
  let run: Span = { from: 0, to: 0 };
  let fresh = "";
  const cut = function* (): Iterable<Uint8Array> {
    if (run.to > run.from) yield before.bytes.subarray(run.from, run.to);
    if (fresh !== "") yield Buffer.from(fresh);
    run = { from: 0, to: 0 };
    fresh = "";
  };
  for (const [name, text] of lines) {
    const span = text === null ? before.span(name) : undefined;
    if (span === undefined) {
      fresh += `${name}\t${text}\n`;
      if (fresh.length > most) yield* cut();
    } else if (fresh === "" && span.from === run.to) {
      run = { from: run.from, to: span.to };
    } else {
      yield* cut();
      run = span;
    }
  }
  yield* cut();
}
