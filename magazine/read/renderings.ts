import type { Language, Rendered } from "../model.ts";
import { parseText } from "../text/text.ts";
import { readDocument } from "./documents.ts";
import type { Aside } from "./memory.ts";

/** The HTML of texts: what was rendered last is at hand, the rest is put aside, or rendered anew when it is asked for. */
export interface Renderings {
  readonly add: (key: string, rendered: Rendered) => void;
  /** @throws Error when the file holds another text by now */
  readonly of: (file: string, key: string) => Rendered;
}

interface Room {
  /** So much is at hand, in UTF-16 units of HTML; left out: some 1,500 articles of 840 words. */
  readonly most?: number;
  readonly aside?: Aside | undefined;
}

export function renderingsIn(
  folder: string,
  language: Language,
  { most = 10_000_000, aside }: Room = {},
): Renderings {
  const held = new Map<string, Rendered>();
  let size = 0;
  const add = (key: string, rendered: Rendered): void => {
    if (held.has(key)) return;
    held.set(key, rendered);
    size += sizeOf(rendered);
    for (const [oldest, was] of held) {
      if (size <= most) return;
      held.delete(oldest);
      aside?.put(oldest, JSON.stringify(was));
      size -= sizeOf(was);
    }
  };
  return {
    add,
    of(file, key) {
      const known = held.get(key);
      if (known !== undefined) return known;
      const put = aside?.get(key) ?? null;
      if (put !== null) {
        const rendered = JSON.parse(put) as Rendered;
        add(key, rendered);
        return rendered;
      }
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
