import {
  XmlCdata,
  XmlComment,
  XmlDeclaration,
  XmlDocumentType,
  XmlError,
  XmlProcessingInstruction,
  parseXml,
} from "@rgrove/parse-xml";
import type { XmlDocument, XmlElement, XmlNode } from "@rgrove/parse-xml";

import { xmlNamespace, xmlnsNamespace } from "./allowed.ts";

/** A mistake at an offset of the source. */
export interface Fault {
  readonly offset: number;
  readonly what: string;
  readonly expected: string;
}

/** Drawing programs nest a few dozen; a browser gives up at some thousand. */
const deepest = 256;

/** Strictly: what is not well-formed XML 1.0 is refused, and no entity is expanded but XML's own five. */
export function readXml(source: string): XmlDocument | Fault {
  try {
    return parseXml(source, {
      includeOffsets: true,
      preserveCdata: true,
      preserveComments: true,
      preserveDocumentType: true,
      preserveXmlDeclaration: true,
    });
  } catch (error) {
    if (error instanceof XmlError) {
      // The library's message goes on with the place and an excerpt.
      const reason = error.message.split(/ \(line \d/)[0] ?? "";
      const what = `this is not well-formed XML (${reason})`;
      return {
        offset: unitsIn(source, error.pos),
        what,
        expected: "an SVG as a drawing program writes it",
      };
    }
    // Elements are read by a function that calls itself.
    if (error instanceof RangeError) return tooDeep(0);
    throw error;
  }
}

/** The library counts the place of an error in code points. */
function unitsIn(source: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < source.length; left -= 1) {
    units += (source.codePointAt(units) ?? 0) > 0xff_ff ? 2 : 1;
  }
  return units;
}

export function tooDeep(offset: number): Fault {
  const expected = `groups in groups up to ${deepest} deep`;
  return { offset, what: "elements stand too deep in one another", expected };
}

export function isTooDeep(depth: number): boolean {
  return depth > deepest;
}

/**
 * What stands beside the elements: each browser reads a declaration, instruction or comment in its own way, so those with an effect are
 * refused, and those that would end elsewhere if the file were taken for HTML.
 *
 * @param isAscii whether the file holds nothing but ASCII, which the encodings that are older than UTF-8 write like that
 */
export function faultBeside(node: XmlNode, isAscii: boolean): Fault | null {
  const offset = node.start;
  if (node instanceof XmlDeclaration) {
    const encoding = node.encoding ?? "utf-8";
    if (/^utf-?8$/i.test(encoding)) return null;
    if (isAscii && /^(?:us-ascii|iso-8859-1|iso-8859-15|windows-1252)$/i.test(encoding))
      return null;
    const what = `the encoding ${encoding}`;
    return { offset, what, expected: "the file saved with the encoding UTF-8" };
  }
  if (node instanceof XmlDocumentType) {
    if (node.internalSubset === null) return null;
    const expected = "none: in Illustrator, export the picture; in Inkscape, save as plain SVG";
    return { offset, what: "declarations of entities", expected };
  }
  const instruction = node instanceof XmlProcessingInstruction;
  if (instruction && /^xml/i.test(node.name)) {
    return { offset, what: `the instruction <?${node.name}?>`, expected: "styles in the picture" };
  }
  const misread =
    (instruction && node.content.includes(">")) ||
    (node instanceof XmlCdata && node.text.includes("<")) ||
    (node instanceof XmlComment && /^-?>/.test(node.content));
  if (!misread) return null;
  return {
    offset,
    what: "signs that a browser may take for the end of this",
    expected: "&lt; and &gt; for < and >",
  };
}

/** What the prefixes mean at some place of the document: what the element declares itself, and what is declared around it. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly around: Scope | null;
}

/** The default namespace has the prefix "". */
export const outermost: Scope = {
  declared: new Map([
    ["", ""],
    ["xml", xmlNamespace],
  ]),
  around: null,
};

/** A name taken apart after Namespaces in XML 1.0; `namespace` is null when its prefix is not declared. */
export interface Name {
  readonly namespace: string | null;
  readonly prefix: string;
  readonly local: string;
}

export function isDeclaration(attribute: string): boolean {
  return attribute === "xmlns" || attribute.startsWith("xmlns:");
}

/** The scope inside an element. Null when it declares what may not be declared. */
export function scopeOf({ attributes }: XmlElement, around: Scope): Scope | null {
  const declared = new Map(
    Object.entries(attributes)
      .filter(([name]) => isDeclaration(name))
      .map(([name, namespace]) => [name.slice("xmlns:".length), namespace] as const),
  );
  for (const [prefix, namespace] of declared) {
    if (prefix === "xml" && namespace === xmlNamespace) continue;
    const reserved = namespace === xmlNamespace || namespace === xmlnsNamespace;
    if (/^xml/i.test(prefix) || reserved || (prefix !== "" && namespace === "")) return null;
  }
  return declared.size === 0 ? around : { declared, around };
}

export function elementName({ name }: XmlElement, scope: Scope): Name {
  return nameIn(name, scope);
}

/** An attribute without a prefix has no namespace, whatever the default is. */
export function attributeName(name: string, scope: Scope): Name {
  return name.includes(":") ? nameIn(name, scope) : { namespace: "", prefix: "", local: name };
}

function nameIn(name: string, scope: Scope): Name {
  const parts = name.split(":");
  const [prefix = "", local = ""] = parts.length === 1 ? ["", name] : parts;
  const legal = parts.length <= 2 && local !== "" && (parts.length === 1 || prefix !== "");
  return { namespace: legal ? meaning(prefix, scope) : null, prefix, local };
}

function meaning(prefix: string, scope: Scope): string | null {
  for (let one: Scope | null = scope; one !== null; one = one.around) {
    const namespace = one.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return null;
}
