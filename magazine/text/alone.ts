import type { Token } from "markdown-it";
import type { Language } from "../model.ts";
import { languageWords } from "./language.ts";

/**
 * What a paragraph is that holds one thing alone, as a class: words all in bold are the question of an interview, a link to a video or a post stands
 * where another system would embed it. Nothing of theirs is loaded: the link leads there.
 * @param parts the blocks of each part
 */
export function markAlone(parts: readonly (readonly Token[])[], language: Language): void {
  for (const blocks of parts) {
    for (const [index, paragraph] of blocks.entries()) {
      if (paragraph.type !== "paragraph_open" || paragraph.level > 0) continue;
      const children = blocks[index + 1]?.children?.filter(isPrinted) ?? [];
      if (isAll(children, "strong")) paragraph.attrSet("class", "ask");
      if (isAll(children, "link")) markEmbed(paragraph, children, language);
    }
  }
}

function isPrinted({ type, content }: Token): boolean {
  return type !== "text" || content !== "";
}

/** Whether one element holds all there is. */
function isAll(children: readonly Token[], name: string): boolean {
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type !== `${name}_open` || last?.type !== `${name}_close`) return false;
  return children.slice(1, -1).every(({ level }) => level > first.level);
}

/** A place where something stands that pages like to show: what its addresses look like, and its name. */
interface Place {
  readonly kind: "video" | "post";
  readonly name: string;
  readonly address: RegExp;
}

const places: readonly Place[] = [
  {
    kind: "video",
    name: "YouTube",
    address:
      /^https?:\/\/(?:(?:(?:www|m)\.)?youtube(?:-nocookie)?\.com\/(?:watch\?|playlist\?|shorts\/|live\/|embed\/)|youtu\.be\/)./i,
  },
  {
    kind: "post",
    name: "Bluesky",
    address: /^https?:\/\/bsky\.app\/profile\/[^/]+\/post\/./i,
  },
  {
    kind: "post",
    // On any server.
    name: "Mastodon",
    address: /^https?:\/\/[^/]+\/@[\w.-]+(?:@[\w.-]+)?\/\d{6,}\/?$/i,
  },
];

function markEmbed(paragraph: Token, children: readonly Token[], language: Language): void {
  const [open, words] = children;
  const place = places.find(({ address }) => address.test(open?.attrGet("href") ?? ""));
  if (open === undefined || place === undefined) return;
  const { kind, name } = place;
  paragraph.attrSet("class", `embed ${kind}`);
  let says = languageWords[language][kind](name);
  if (open.info === "auto" && words) {
    // An address says nothing to a reader, but for its host.
    words.content = says;
    says = new URL(open.attrGet("href") ?? "").hostname.replace(/^(?:www|m)\./, "");
  }
  Object.assign(children.at(-1) ?? {}, { meta: says });
}

/** The end of a link; where it leads to a video or a post stands in it. */
export function closeLink({ meta }: Token): string {
  return typeof meta === "string" ? ` <small>${meta}</small></a>` : "</a>";
}
