import type { Language, Rendered } from "../model.ts";
import { parseText } from "../text/text.ts";
import { readBody } from "./documents.ts";
import type { Aside } from "./memory.ts";

/** The HTML of texts: what was rendered last is at hand, the rest is put aside, or rendered anew when it is asked for. */
export interface Renderings {
  readonly add: (key: string, rendered: Rendered) => void;
  /** @throws Error when the file holds another text by now */
  readonly of: (file: string, key: string) => Rendered;
}

interface Room {
  /** So much is at hand, in UTF-16 units of HTML; left out: some 300 articles of 840 words. */
  readonly most?: number;
  readonly aside?: Aside | undefined;
}

export function renderingsIn(
  folder: string,
  language: Language,
  { most = 2_000_000, aside }: Room = {},
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
      aside?.put(oldest, () => packed(was));
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
        const rendered = unpacked(put);
        add(key, rendered);
        return rendered;
      }
      const source = readBody(folder, file).normalize("NFC");
      const text = parseText(source, language);
      if (text.key !== key)
        throw new Error(`${file} was changed while it was printed: build again`);
      add(key, text.rendered);
      return text.rendered;
    },
  };
}

/** A text as one: how long its pieces are, then the pieces as they are, which is quicker than to escape so much HTML as JSON. */
function packed({ parts, notes, contents }: Rendered): string {
  const pieces = [...parts.flatMap((part) => [part.body, part.notes]), notes];
  const lengths = pieces.map(({ length }) => length);
  return `${JSON.stringify([lengths, contents])}\n${pieces.join("")}`;
}

function unpacked(text: string): Rendered {
  let at = text.indexOf("\n") + 1;
  const [lengths, contents] = JSON.parse(text.slice(0, at)) as [number[], Rendered["contents"]];
  const pieces = lengths.map((length) => text.slice(at, (at += length)));
  const notes = pieces.pop() ?? "";
  const parts = pieces.flatMap((body, index) =>
    index % 2 === 0 ? [{ body, notes: pieces[index + 1] ?? "" }] : [],
  );
  return { parts, notes, contents };
}

function sizeOf({ parts, notes }: Rendered): number {
  return parts.reduce((sum, part) => sum + part.body.length + part.notes.length, notes.length);
}
