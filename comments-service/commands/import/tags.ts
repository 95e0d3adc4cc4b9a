// Stands for a `<` that is text, while the parser and its leftovers know `<` only as the beginning of a tag.
export const LESS_THAN = "\uE000";

/** What begins and ends a paragraph. */
export const blocks = new Set(
  "p div blockquote ul ol pre table tr h1 h2 h3 h4 h5 h6 hr dl dt dd figure".split(" "),
);
/** What stands between their tags is never shown. */
export const unseen = new Set(["script", "style", "template", "iframe", "object"]);
const mayStayOpen = new Set("p br hr img wbr li dd dt tr td th thead tbody tfoot col".split(" "));
const inline =
  "a abbr acronym address article b bdi bdo big br caption center cite code col colgroup del details dfn em figcaption font footer header i " +
  "img ins kbd li mark nobr q s samp section small span strike strong sub summary sup tbody td tfoot th thead time tt u var wbr";
/** Marks words up and says nothing itself. */
export const markup = new Set([...blocks, ...inline.split(" ")]);

const LONGEST_TAG = 4000;
// An opening tag as CommonMark has it, a closing one, or one with something wrong behind a first attribute that is right.
const TAG =
  /^<(\/?)([a-z][a-z0-9-]*)(?:(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|\s+[a-z_:][\w:.-]*=(?:'[^'<>]*'|"[^"<>]*")[^<>]*>)/iu;
// What browsers take for tags all the same.
const BROKEN_TAG = /^<(?:[a-z][a-z0-9-]*\/|[/!])[^<>]*>/iu;
const ADDRESS = /^<(https?:\/\/[^\s<>]+)>/iu;
const CLOSING = /<\/([a-z][a-z0-9-]*)\s*>/giu;

/** For what a program has written: each `<` that begins no tag of a decent length is a word, and so is a tag that would hide all that follows. */
export function tagsOfProgram(html: string): string {
  const known = withoutEntities(html.replaceAll(LESS_THAN, "")).replace(
    /<(https?:\/\/[^\s<>]+)>/giu,
    "$1",
  );
  const halves = [...unseen].filter(
    (name) => countOf(known, `<${name}`) !== countOf(known, `</${name}`),
  );
  const shown = halves.length === 0 ? known : openly(known, halves);
  return shown.replace(/</gu, (sign, at: number) => {
    const near = shown.slice(at, at + LONGEST_TAG);
    return TAG.test(near) || BROKEN_TAG.test(near) ? sign : LESS_THAN;
  });
}

function openly(html: string, names: readonly string[]): string {
  return html.replace(new RegExp(`<(?=/?(?:${names.join("|")})\\b)`, "giu"), LESS_THAN);
}

function countOf(html: string, beginning: string): number {
  return html.match(new RegExp(`${beginning}\\b`, "giu"))?.length ?? 0;
}

/**
 * For what somebody has typed: tags are those of elements that mark words up and, where they have to be closed, are. All else in angle
 * brackets are words: `vector<int>`, `a<b && c>d`, `<bob@example.org>`, and whatever stands in `code` or `pre`.
 * @param dropped is told of what is neither: comments.
 */
export function tagsOfWriter(typed: string, dropped: (name: string) => void): string {
  const html = typed.replaceAll(LESS_THAN, "");
  const lastClosing = new Map(
    Array.from(html.matchAll(CLOSING), ({ 1: name = "", index }) => [name.toLowerCase(), index]),
  );
  const lastComment = html.lastIndexOf("-->");
  let out = "";
  let at = 0;
  for (let next = html.indexOf("<"); next !== -1; next = html.indexOf("<", at)) {
    out += html.slice(at, next);
    at = take(next);
    if (at === next) {
      out += LESS_THAN;
      at += 1;
    }
  }
  return withoutEntities(out + html.slice(at));

  /** Writes what begins there. @returns where it ends; where it begins, when it is a `<` and nothing more. */
  function take(from: number): number {
    if (html.startsWith("<!--", from) && lastComment > from) {
      dropped("<!-- -->");
      return html.indexOf("-->", from) + 3;
    }
    const near = html.slice(from, from + LONGEST_TAG);
    const [whole = "", address] = ADDRESS.exec(near) ?? [];
    if (address !== undefined) out += address;
    return address === undefined ? takeTag(from, near) : from + whole.length;
  }

  function takeTag(from: number, near: string): number {
    const [tag = "", slash = "", given = ""] = TAG.exec(near) ?? [];
    const name = given.toLowerCase();
    const isClosed = (lastClosing.get(name) ?? -1) > from;
    // What stands there alone, as in `List<b>`, without an attribute, and nothing closes it, is a word.
    const isAlone = slash === "" && !isClosed && !mayStayOpen.has(name) && !tag.includes("=");
    if (!markup.has(name) || isAlone) return from;
    out += tag;
    const end = from + tag.length;
    const isCode = slash === "" && isClosed && (name === "pre" || name === "code");
    return isCode ? takeCode(name, end) : end;
  }

  function takeCode(name: "pre" | "code", from: number): number {
    const closing = new RegExp(`</${name}\\s*>`, "giu");
    closing.lastIndex = from;
    const end = closing.exec(html)?.index ?? from;
    // Some systems write a line end twice; and a `code` within `pre` says nothing more.
    const code = html.slice(from, end).replace(/<br ?\/?>(?=\r?\n)/giu, "");
    const inner = /^\s*<code[^<>]*>/iu.exec(code)?.[0];
    const words =
      name === "code" || inner === undefined
        ? code
        : code.slice(inner.length).replace(/<\/code\s*>\s*$/iu, "");
    out += words.replaceAll("<", LESS_THAN);
    return end;
  }
}

/** Escaped signs stand for words before anything is taken for a tag. */
function withoutEntities(html: string): string {
  return html.replace(/&lt;|&#0*60;|&#x0*3c;/giu, LESS_THAN);
}
