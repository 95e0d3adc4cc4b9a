import type { Language, Rendered } from "../model.ts";
import { parseText } from "../text/text.ts";
import { readDocument } from "./documents.ts";

/** The HTML of texts: what was rendered last is at hand, the rest is rendered anew when it is asked for. */
export interface Renderings {
  readonly add: (key: string, rendered: Rendered) => void;
  /** @throws Error when the file holds another text by now */
  readonly of: (file: string, key: string) => Rendered;
}

/** @param most so much is at hand, in UTF-16 units of HTML: some 15,000 articles of 840 words */
export function renderingsIn(folder: string, language: Language, most = 100_000_000): Renderings {
  const held = new Map<string, Rendered>();
  let size = 0;
  const add = (key: string, rendered: Rendered): void => {
    if (held.has(key)) return;
    held.set(key, rendered);
    size += sizeOf(rendered);
    for (const [oldest, was] of held) {
      if (size <= most) return;
      held.delete(oldest);
      size -= sizeOf(was);
    }
  };
  return {
    add,
    of(file, key) {
      const known = held.get(key);
      if (known !== undefined) return known;
      const source = readDocument(folder, file, () => {}).body.normalize("NFC");
      const text = parseText(source, language);
      if (text.key !== key)
        throw new Error(`${file} was changed while it was printed: build again`);
      add(key, text.rendered);
      return text.rendered;
    },
  };
}

function sizeOf({ parts, notes }: Rendered): number {
  return parts.reduce((sum, part) => sum + part.body.length + part.notes.length, notes.length);
}
