import { XmlCdata, XmlElement, XmlText } from "@rgrove/parse-xml";
import type { XmlDocument, XmlNode } from "@rgrove/parse-xml";

import { elements, isRemembered, isSaveForWeb, svgNamespace } from "./allowed.ts";
import { attributeFaults } from "./attributes.ts";
import { short, styleFaults } from "./css.ts";
import { elementName, faultBeside, isTooDeep, outermost, scopeOf, tooDeep } from "./xml.ts";
import type { Fault, Name, Scope } from "./xml.ts";

const draws =
  "elements of SVG that only draw (in Inkscape, save as plain SVG; elsewhere, export with text as paths)";

/** Everything in the document that has no place in a picture, in the order of the source. */
export function faultsIn(document: XmlDocument, source: string): Fault[] {
  const faults: Fault[] = [];
  const isAscii = !/[\u0080-\uFFFF]/.test(source);
  // A stack of our own: what is nested deeply is a mistake and not the end of the stack.
  const waiting: [node: XmlNode, scope: Scope, depth: number][] = [];
  const wait = (nodes: readonly XmlNode[], scope: Scope, depth: number) => {
    for (const node of nodes.toReversed()) waiting.push([node, scope, depth]);
  };
  wait(document.children, outermost, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, around, depth] = next;
    if (!(node instanceof XmlElement)) {
      const fault = faultBeside(node, isAscii);
      if (fault !== null) faults.push(fault);
      continue;
    }
    if (isTooDeep(depth)) return [...faults, tooDeep(node.start)];
    const scope = scopeOf(node, around);
    if (scope === null) {
      const what = `<${short(node.name)}> declares a prefix that XML keeps for itself`;
      faults.push({ offset: node.start, what, expected: draws });
      continue;
    }
    const fault = elementFault(node, elementName(node, scope), depth === 0);
    if (fault !== null) {
      // What stands inside an element that is refused goes with it.
      faults.push(fault);
      continue;
    }
    faults.push(...attributeFaults(node, scope, source), ...sheetFaults(node, scope, source));
    wait(node.children, scope, depth + 1);
  }
  return faults;
}

function elementFault(element: XmlElement, name: Name, isRoot: boolean): Fault | null {
  const { namespace, prefix, local } = name;
  const offset = element.start;
  if (isRoot && (namespace !== svgNamespace || local !== "svg")) {
    const what = `the file begins with <${short(element.name)}>, which is no SVG`;
    return { offset, what, expected: `<svg xmlns="${svgNamespace}">` };
  }
  if (namespace === svgNamespace && elements.has(local)) return null;
  // With its prefix it stays unknown to a browser that takes the file for HTML.
  if (namespace !== null && prefix !== "" && isRemembered(namespace)) return null;
  if (namespace !== null && isSaveForWeb(namespace, local)) return null;
  const what = `the element <${short(element.name)}> has no place in a picture`;
  return { offset, what, expected: draws };
}

/** A `<style>`: its own words, without those of comments in it, are the style sheet. */
function sheetFaults(element: XmlElement, scope: Scope, source: string): Fault[] {
  const { namespace, local } = elementName(element, scope);
  if (namespace !== svgNamespace || local !== "style") return [];
  const css = element.children
    .map((child) => (child instanceof XmlText || child instanceof XmlCdata ? child.text : ""))
    .join("");
  const written = source.slice(element.start, element.end);
  let last = 0;
  return styleFaults(css).map(({ raw, what, expected }) => {
    // Each stands behind the one before it, if the source does not write it with entities.
    last = Math.max(last, written.indexOf(raw, last));
    return { offset: element.start + last, what: `${what} in <${element.name}>`, expected };
  });
}
