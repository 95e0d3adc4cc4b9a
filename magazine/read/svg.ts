import { isUtf8 } from "node:buffer";

/** What an SVG may not hold, since a browser that opens it at its own address would do it in the magazine's name. */
const dangers: readonly (readonly [RegExp, string])[] = [
  [/<(?:[\w.-]+:)?(?:script|handler|listener)\b/i, "a script"],
  [/<(?:[\w.-]+:)?(?:foreignObject|iframe|object|embed|audio|video)\b/i, "a foreign object"],
  [/\s(?:[\w.-]+:)?on\w+\s*=/i, "an event handler"],
  [/\battributeName\s*=\s*["']\s*(?:on|(?:[\w.-]+:)?href)/i, "an animated link or handler"],
  [/\bhref\s*=\s*(?!["']\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))/i, "a link to elsewhere"],
  [/\burl\(\s*(?!["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))/i, "an address of elsewhere"],
  [/@import\b|<\?xml-stylesheet\b/i, "a style from elsewhere"],
  [/<!ENTITY\b|<!DOCTYPE[^>]*\[/i, "an entity"],
  [/^[^>]*\bencoding\s*=\s*["'](?!utf-8["'])/i, "an encoding other than UTF-8"],
];

/** What stands in the SVG that has no place in a picture; null when it is a mere drawing. */
export function dangerIn(svg: Uint8Array): string | null {
  // In another encoding the words looked for would be written otherwise.
  if (!isUtf8(svg) || svg.includes(0)) return "an encoding other than UTF-8";
  const text = new TextDecoder().decode(svg);
  return dangers.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
