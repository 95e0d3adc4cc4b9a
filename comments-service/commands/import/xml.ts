import { createReadStream } from "node:fs";
import sax from "sax";
import { Refused } from "../../domain/refused.ts";

/** An element of a document, whole: its text is all the text directly in it. Names keep their prefix, as `wp:comment_id`. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

const DEEPEST = 50;
const LONGEST_TEXT = 5_000_000;
// XML 1.0 has no place for these, but databases full of old comments do.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;

/**
 * Reads a large XML document piece by piece. The parser is strict, knows no entities but XML's own, and a DOCTYPE is refused, so no
 * document can make it fetch or multiply anything.
 * @param root the name that the document's element has to have.
 * @param wanted the paths of the elements to give out whole, such as `disqus/post`; everything else is passed over.
 * @throws Refused when the file is not UTF-8, not well-formed, cut off, or another kind of document.
 */
export async function* readXml(
  path: string,
  root: string,
  wanted: readonly string[],
): AsyncGenerator<Element> {
  const finished: Element[] = [];
  const places: string[] = [];
  const open: Element[] = [];
  let rootSeen = false;
  const parser = sax.parser(true);
  const refuse = (what: string): never => {
    throw new Refused(`${path}:${parser.line + 1} ${what}`);
  };
  const take = (text: string) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.text += text;
    if (element.text.length > LONGEST_TEXT) refuse("has a text of more than 5 MB");
  };

  Object.assign(parser, {
    ontext: take,
    oncdata: take,
    onerror: (error: Error) => refuse(`is not well-formed: ${error.message.split("\n")[0] ?? ""}`),
    ondoctype: () => refuse("has a DOCTYPE, which no export has: it is not read"),
    onprocessinginstruction({ name, body }: { name: string; body: string }) {
      const encoding = /encoding\s*=\s*["']([^"']*)/u.exec(body)?.[1] ?? "utf-8";
      if (name === "xml" && encoding.toLowerCase() !== "utf-8")
        refuse(`says that it is ${encoding}: convert it to UTF-8 first, for example with iconv`);
    },
    onopentag({ name, attributes }: sax.Tag) {
      if (places.length === 0 && (rootSeen || name !== root))
        refuse(`begins with <${name}>: expected <${root}>`);
      rootSeen = true;
      places.push(name);
      if (places.length > DEEPEST) refuse(`has elements more than ${DEEPEST} deep`);
      if (open.length > 0 || wanted.includes(places.join("/")))
        open.push({ name, attributes, children: [], text: "" });
    },
    onclosetag() {
      places.pop();
      const element = open.pop();
      if (element !== undefined) (open.at(-1)?.children ?? finished).push(element);
    },
  });

  for await (const text of readText(path)) {
    parser.write(text.replace(FORBIDDEN, ""));
    yield* finished.splice(0);
  }
  parser.close();
  if (!rootSeen) refuse("is empty");
  yield* finished;
}

/** The text of a child; empty when there is none. */
export function childText(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? "";
}

async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    // A stream without an encoding gives buffers.
    const piece = chunk as Buffer;
    if (bytes === 0 && piece[0] === 0x1f && piece[1] === 0x8b)
      throw new Refused(`${path} is compressed: unpack it first, for example with gunzip`);
    bytes += piece.length;
    yield decode(decoder, piece, path, bytes);
  }
  yield decode(decoder, undefined, path, bytes);
}

function decode(decoder: TextDecoder, piece: Buffer | undefined, path: string, bytes: number) {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new Refused(
      `${path} is not UTF-8 (before byte ${bytes}): convert it first, for example with iconv`,
    );
  }
}
