import type { XmlElement } from "@rgrove/parse-xml";

import {
  animatedValues,
  animations,
  attributes,
  isRemembered,
  styling,
  svgNamespace,
  xlinkAttributes,
  xlinkNamespace,
  xmlAttributes,
  xmlNamespace,
} from "./allowed.ts";
import { short, styleFaults } from "./css.ts";
import { attributeName, elementName, isDeclaration } from "./xml.ts";
import type { Fault, Name, Scope } from "./xml.ts";

/** What is wrong with an attribute. */
type Wrong = Pick<Fault, "what" | "expected">;

const draws = "attributes of SVG that only draw";

/** The attributes of one element that have no place in a picture, and addresses in the others that lead out of it. */
export function attributeFaults(element: XmlElement, scope: Scope, source: string): Fault[] {
  const owner = elementName(element, scope);
  const wrong = Object.entries(element.attributes).flatMap(([written, value]) => {
    if (isDeclaration(written)) return [];
    const name = attributeName(written, scope);
    return isAllowed(owner, name)
      ? valueFaults(owner, name, value).map(({ what, expected }) => ({ written, what, expected }))
      : [{ written, what: "has no place in a picture", expected: draws }];
  });
  if (wrong.length === 0) return [];
  const offsets = offsetsOf(element, source);
  return wrong.map(({ written, what, expected }) => ({
    offset: offsets.get(written) ?? element.start,
    what: `the attribute ${short(written)} ${what}`,
    expected,
  }));
}

function isAllowed(owner: Name, { namespace, local }: Name): boolean {
  if (namespace === xlinkNamespace) return xlinkAttributes.has(local);
  if (namespace === xmlNamespace) return xmlAttributes.has(local);
  if (namespace === null) return false;
  if (namespace !== "") return isRemembered(namespace);
  // What a program remembers it may call as it likes, but for what a browser would run.
  if (owner.namespace !== svgNamespace) return !/^on/i.test(local);
  return (
    attributes.has(local) ||
    styling.has(local) ||
    local === "style" ||
    local === "href" ||
    /^(?:data|aria)-[\w.-]+$/.test(local)
  );
}

function valueFaults(owner: Name, { namespace, local }: Name, value: string): Wrong[] {
  const isAddress = local === "href" && (namespace === "" || namespace === xlinkNamespace);
  if (isAddress) return addressFaults(owner, value);
  if (namespace !== "" || owner.namespace !== svgNamespace) return [];
  const animates = animations.has(owner.local);
  if (animates && local === "attributeName") {
    const name = value.trim();
    const harmless = (attributes.has(name) && name !== "attributeName") || styling.has(name);
    if (harmless) return [];
    return [
      { what: `would change "${short(name)}"`, expected: "the name of an attribute that draws" },
    ];
  }
  const isStyle = local === "style" || (animates ? animatedValues.has(local) : styling.has(local));
  if (!isStyle) return [];
  return styleFaults(value).map(({ what, expected }) => ({ what: `holds ${what}`, expected }));
}

const inside = "#… with the id of something in the same picture";
/** Kinds of pictures that cannot hold others. */
const embedded = /^data:image\/(?:png|jpe?g|gif|webp|avif)(?:;[\w=-]+)*,/i;
const elsewhere = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;

/** Where an address may lead depends on who has it: a link to elsewhere, an image to what stands in it, all others to the same picture. */
function addressFaults({ namespace, local }: Name, value: string): Wrong[] {
  // Browsers take such signs out of an address, wherever they stand.
  const address = value.replace(/[\t\n\r]/g, "").trim();
  if (address === "" || address.startsWith("#")) return [];
  const of = namespace === svgNamespace ? local : "";
  const what = `leads to "${short(address)}"`;
  if (of === "a") {
    if (elsewhere.test(address)) return [];
    return [{ what, expected: "https://, http://, mailto:, or # with an id" }];
  }
  if (of === "image" || of === "feImage") {
    if (embedded.test(address)) return [];
    return [{ what, expected: "a picture inside the file: data:image/png;base64,…" }];
  }
  // What a drawing program remembers is followed by nobody, as the subject of its licence.
  if (of === "" && /^https?:\/\//i.test(address)) return [];
  return [{ what, expected: inside }];
}

/** Where the attributes' names stand in the element's start tag, which is known to be well-formed. */
function offsetsOf(element: XmlElement, source: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
  attribute.lastIndex = element.start + element.name.length + 1;
  for (let found = attribute.exec(source); found !== null; found = attribute.exec(source)) {
    const [whole, name = ""] = found;
    offsets.set(name, found.index + whole.length - whole.trimStart().length);
  }
  return offsets;
}
