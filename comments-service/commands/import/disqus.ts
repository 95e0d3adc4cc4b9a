import { countDropped, nothingOf } from "./foreign.ts";
import type { Foreign, SkipReason } from "./foreign.ts";
import { plainTextOf } from "./plain-html.ts";
import { importedEmail, importedName, importedText, importedTime } from "./words.ts";
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
  const isDeleted = is("isDeleted");
  const isHeld = /^(?:false|0)$/iu.test(childText(post, "isApproved"));
  const at = importedTime(childText(post, "createdAt"));
  const lost: string[] = [];
  const plain = plainTextOf(childText(post, "message"), "space", (name) => void lost.push(name));
  const text = isDeleted ? "" : importedText(plain);
  const skip = (reason: SkipReason) => void foreign.skipped.push({ ...mention, reason });

  if (is("isSpam")) return skip("spam");
  if (at === null) return skip("without a date");
  if (!isDeleted && text === "") return skip("without words");
  if (!isDeleted) countDropped(foreign, lost);
  foreign.comments.push({
    ...mention,
    at,
    editedAt: null,
    name: isDeleted || author === undefined ? "" : importedName(childText(author, "name")),
    email: isDeleted || author === undefined ? "" : importedEmail(childText(author, "email")),
    text,
    state: isDeleted ? "erased" : isHeld ? "held" : "published",
  });
}

function idOf(element: Element | undefined): string {
  return element?.attributes["dsq:id"]?.trim() ?? "";
}
