import { nothingOf, takeComment } from "./foreign.ts";
import type { Foreign } from "./foreign.ts";
import { plainTextOf } from "./plain-html.ts";
import { importedTime } from "./words.ts";
import { childText, readXml } from "./xml.ts";
import type { Element } from "./xml.ts";

/**
 * Reads the XML file that Disqus exports (https://docs.disqus.com/developers/export/): threads, then posts, each with an internal id.
 * @param tell is told how many comments have been read so far.
 * @throws Refused
 */
export async function readDisqus(path: string, tell: (comments: number) => void): Promise<Foreign> {
  // Its ids are unique in all of Disqus.
  const foreign = nothingOf("disqus", ["disqus"]);
  for await (const element of readXml(path, "disqus", ["disqus/thread", "disqus/post"])) {
    if (element.name === "thread") takeThread(foreign, element);
    else takePost(foreign, element);
    tell(foreign.comments.length);
  }
  return foreign;
}

function takeThread({ threads }: Foreign, thread: Element): void {
  threads.push({
    key: idOf(thread),
    address: childText(thread, "link"),
    identifier: childText(thread, "id") || null,
    title: childText(thread, "title"),
  });
}

function takePost(foreign: Foreign, post: Element): void {
  const is = (name: string) => /^(?:true|1)$/iu.test(childText(post, name));
  const author = post.children.find(({ name }) => name === "author");
  const mention = {
    key: idOf(post),
    thread: idOf(post.children.find(({ name }) => name === "thread")),
    parent: idOf(post.children.find(({ name }) => name === "parent")) || null,
  };
  if (is("isSpam")) return void foreign.skipped.push({ ...mention, reason: "spam" });
  const isHeld = /^(?:false|0)$/iu.test(childText(post, "isApproved"));
  const lost: string[] = [];
  takeComment(foreign, {
    ...mention,
    at: importedTime(childText(post, "createdAt")),
    editedAt: null,
    name: author === undefined ? "" : childText(author, "name"),
    email: author === undefined ? "" : childText(author, "email"),
    plain: plainTextOf(childText(post, "message"), "space", (name) => void lost.push(name)),
    lost,
    state: is("isDeleted") ? "erased" : isHeld ? "held" : "published",
  });
}

function idOf(element: Element | undefined): string {
  return element?.attributes["dsq:id"]?.trim() ?? "";
}
