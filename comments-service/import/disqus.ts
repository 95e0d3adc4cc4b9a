import { countDropped } from "./foreign.ts";
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
  const foreign: Foreign = {
    namespace: "disqus",
    threads: [],
    comments: [],
    skipped: [],
    dropped: new Map(),
  };
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
  });
}

function takePost(foreign: Foreign, post: Element): void {
  const { comments, skipped } = foreign;
  const author = post.children.find(({ name }) => name === "author");
  const at = importedTime(childText(post, "createdAt"));
  const isDeleted = childText(post, "isDeleted") === "true";
  const isHeld = childText(post, "isApproved") === "false";
  const lost: string[] = [];
  const plain = plainTextOf(childText(post, "message"), "space", (name) => void lost.push(name));
  const text = isDeleted ? "" : importedText(plain);
  const thread = idOf(post.children.find(({ name }) => name === "thread"));
  const skip = (reason: SkipReason) => void skipped.push({ thread, reason });

  if (childText(post, "isSpam") === "true") return skip("spam");
  if (at === null) return skip("without a date");
  if (!isDeleted && text === "") return skip("without words");
  if (!isDeleted) countDropped(foreign, lost);
  comments.push({
    key: idOf(post),
    thread,
    parent: idOf(post.children.find(({ name }) => name === "parent")) || null,
    at,
    editedAt: null,
    name: isDeleted || author === undefined ? "" : importedName(childText(author, "name")),
    email: isDeleted || author === undefined ? "" : importedEmail(childText(author, "email")),
    text,
    state: isDeleted ? "erased" : isHeld ? "held" : "published",
  });
}

function idOf(element: Element | undefined): string {
  return element?.attributes["dsq:id"] ?? "";
}
