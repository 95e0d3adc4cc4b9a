import { isUtf8 } from "node:buffer";

import { XmlElement } from "@rgrove/parse-xml";

import { faultsIn } from "./elements.ts";
import { sizeOf } from "./size.ts";
import type { Size } from "./size.ts";
import { readXml } from "./xml.ts";
import type { Fault } from "./xml.ts";

/** Lines and columns of the file from 1, columns in UTF-16 units. */
export interface SvgMistake {
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly expected: string;
}

/** Larger than any drawing, and far below what a page can be laid out with. */
const longest = 1_000_000;

/** So many are told: the picture must be saved anew anyway. */
const most = 20;

/**
 * Reads an SVG and finds everything in it that does more than draw: a browser that opens it at its own address would do that in the
 * magazine's name. It is read as XML, as the browser does, and looked at name by name; each kind of mistake is told once.
 *
 * @returns its size in pixels, or its mistakes.
 */
export function readSvg(bytes: Uint8Array): Size | readonly SvgMistake[] {
  if (!isUtf8(bytes) || bytes.includes(0)) {
    const expected = "the file saved with the encoding UTF-8";
    return [{ line: 1, column: 1, what: "an encoding other than UTF-8", expected }];
  }
  // TextDecoder drops a byte order mark. XML takes all line ends for line feeds.
  const source = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const found = faultsOf(source);
  if (!Array.isArray(found)) return found;
  const kinds = new Map<string, Fault>();
  for (const fault of found) if (!kinds.has(fault.what)) kinds.set(fault.what, fault);
  return [...kinds.values()].slice(0, most).map(({ offset, what, expected }) => {
    const { line, column } = placeOf(source, offset);
    return { line, column, what, expected };
  });
}

function faultsOf(source: string): Size | Fault[] {
  const document = readXml(source);
  if ("offset" in document) return [document];
  const faults = faultsIn(document, source);
  if (faults.length > 0) return faults;
  // Without a fault the root is an <svg>.
  const root = document.children.find((node) => node instanceof XmlElement);
  const offset = root?.start ?? 0;
  const size = sizeOf(root?.attributes ?? {});
  const expected = "an SVG with width and height, or a viewBox";
  if (size === null)
    return [{ offset, what: "the picture does not say how large it is", expected }];
  const sides = [size.width, size.height];
  if (sides.every((side) => side > 0 && side <= longest)) return size;
  return [{ offset, what: `the picture is ${sides.join(" × ")} pixels large`, expected }];
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
