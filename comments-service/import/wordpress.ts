import { countDropped } from "./foreign.ts";
import type { Foreign, ForeignComment, SkipReason } from "./foreign.ts";
import { plainTextOf } from "./plain-html.ts";
import { importedEmail, importedName, importedText, importedTime } from "./words.ts";
import { childText, readXml } from "./xml.ts";
import type { Element } from "./xml.ts";

const BLOG = "rss/channel/wp:base_blog_url";

/**
 * Reads WordPress' export (WXR 1.0 to 1.2): every post with its comments. Trackbacks and pingbacks stay behind.
 * @param tell is told how many comments have been read so far.
 * @throws Refused
 */
export async function readWordPress(
  path: string,
  tell: (comments: number) => void,
): Promise<Foreign> {
  const foreign: Foreign = {
    namespace: "wordpress",
    threads: [],
    comments: [],
    skipped: [],
    dropped: new Map(),
  };
  for await (const element of readXml(path, "rss", [BLOG, "rss/channel/item"])) {
    // Comments are counted from one in each blog.
    if (element.name === "wp:base_blog_url") foreign.namespace = `wordpress ${element.text.trim()}`;
    else takePost(foreign, element);
    tell(foreign.comments.length);
  }
  return foreign;
}

function takePost(foreign: Foreign, post: Element): void {
  const { threads, comments, skipped } = foreign;
  const own = post.children.filter(({ name }) => name === "wp:comment");
  if (own.length === 0) return;
  const thread = childText(post, "wp:post_id");
  const address = childText(post, "link");
  threads.push({ key: thread, address, identifier: childText(post, "wp:post_name") || null });
  for (const comment of own) {
    const taken = readComment(foreign, comment, thread);
    if (typeof taken === "string") skipped.push({ thread, reason: taken });
    else comments.push(taken);
  }
}

function readComment(
  foreign: Foreign,
  comment: Element,
  thread: string,
): ForeignComment | SkipReason {
  const child = (name: string) => childText(comment, `wp:comment_${name}`);
  const approved = child("approved");
  const isDeleted = approved === "trash" || approved === "post-trashed";
  const at = importedTime(child("date_gmt"));
  const lost: string[] = [];
  const plain = plainTextOf(child("content"), "line", (name) => void lost.push(name));
  const text = isDeleted ? "" : importedText(plain);
  if (!["", "comment"].includes(child("type"))) return "trackback";
  if (approved === "spam") return "spam";
  if (at === null) return "without a date";
  if (!isDeleted && text === "") return "without words";
  if (!isDeleted) countDropped(foreign, lost);
  const parent = child("parent");
  return {
    key: child("id"),
    thread,
    parent: parent === "0" || parent === "" ? null : parent,
    at,
    editedAt: null,
    name: isDeleted ? "" : importedName(child("author")),
    email: isDeleted ? "" : importedEmail(child("author_email")),
    text,
    state: isDeleted ? "erased" : approved === "1" || approved === "approve" ? "published" : "held",
  };
}
