import { nothingOf, takeComment } from "./foreign.ts";
import type { Foreign, SkipReason } from "./foreign.ts";
import { momentIn, timeZoneOf } from "./local-time.ts";
import type { ClockPair } from "./local-time.ts";
import { plainTextOf } from "./plain-html.ts";
import { importedTime } from "./words.ts";
import { childText, readXml } from "./xml.ts";
import type { Element } from "./xml.ts";

const BLOG = "rss/channel/wp:base_blog_url";
const trackbacks = new Set(["pingback", "trackback"]);
const comments = new Set(["", "comment", "review"]);

/** A file that is being read, with what is only known at its end. */
interface Reading {
  foreign: Foreign;
  /** Times that are given by the blog's clock and by Greenwich's, which tell the blog's time zone. */
  pairs: ClockPair[];
  /** Comments that are dated by the blog's clock alone. */
  local: Foreign["comments"];
}

/**
 * Reads WordPress' export (WXR 1.0 to 1.2): every post with its comments. Trackbacks and pingbacks stay behind.
 * @param tell is told how many comments have been read so far.
 * @param timeZone the blog's, where the file does not tell it.
 * @throws Refused
 */
export async function readWordPress(
  path: string,
  tell: (comments: number) => void,
  timeZone: string,
): Promise<Foreign> {
  const reading: Reading = { foreign: nothingOf("wordpress", []), pairs: [], local: [] };
  const { foreign, pairs, local } = reading;
  for await (const element of readXml(path, "rss", [BLOG, "rss/channel/item"])) {
    // Comments are counted from one in each blog.
    if (element.name === "wp:base_blog_url") foreign.places = placesOf(element.text.trim());
    else takePost(reading, element);
    tell(foreign.comments.length);
  }
  if (local.length > 0) {
    const moment = momentIn(timeZoneOf(pairs, timeZone));
    for (const comment of local) comment.at = moment(comment.at);
  }
  return foreign;
}

/** The blog, as it may have been spelled in another export. */
function placesOf(address: string): string[] {
  const url = URL.parse(address);
  if (url === null) return address === "" ? [] : [`wordpress ${address}`];
  const host = url.host.replace(/^www\./u, "");
  const path = url.pathname.replace(/\/+$/u, "");
  return ["https://", "http://"].flatMap((scheme) =>
    ["", "www."].flatMap((www) =>
      ["", "/"].map((end) => `wordpress ${scheme}${www}${host}${path}${end}`),
    ),
  );
}

function takePost(reading: Reading, post: Element): void {
  const { threads } = reading.foreign;
  dateOf(reading, post, "wp:post_date");
  const own = post.children.filter(({ name }) => name === "wp:comment");
  if (own.length === 0) return;
  // Its number may be missing or stand twice, and nothing but what stands within names it.
  const thread = String(threads.length);
  threads.push({
    key: thread,
    address: childText(post, "link"),
    identifier: childText(post, "dsq:thread_identifier") || childText(post, "wp:post_name") || null,
    title: childText(post, "title"),
  });
  for (const comment of own) takeOne(reading, comment, thread);
}

function takeOne(reading: Reading, comment: Element, thread: string): void {
  const { foreign } = reading;
  const child = (name: string) => childText(comment, `wp:comment_${name}`);
  const approved = child("approved").toLowerCase();
  const type = child("type").toLowerCase();
  const isDeleted = approved === "trash" || approved === "post-trashed";
  const isShown = ["1", "approve", "approved"].includes(approved);
  const mention = { key: keyOf(child("id")), thread, parent: keyOf(child("parent")) || null };
  const date = dateOf(reading, comment, "wp:comment_date");
  const skip = (reason: SkipReason) => void foreign.skipped.push({ ...mention, reason });
  if (trackbacks.has(type)) return skip("trackback");
  if (!comments.has(type)) return skip(`of type ${type.slice(0, 40)}`);
  if (approved === "spam") return skip("spam");
  const lost: string[] = [];
  const taken = takeComment(foreign, {
    ...mention,
    at: date?.at ?? null,
    editedAt: null,
    name: child("author"),
    email: child("author_email"),
    plain: plainTextOf(child("content"), "line", (name) => void lost.push(name)),
    lost,
    state: isDeleted ? "erased" : isShown ? "published" : "held",
  });
  if (taken !== null && date?.isLocal === true) reading.local.push(taken);
}

/** Nought is no number: comments that answer none have it as their parent. */
function keyOf(id: string): string {
  return /^0*$/u.test(id) ? "" : id;
}

/** What was dated: by Greenwich's clock, or where that is missing or nought, as in old and in converted blogs, by the blog's own. */
function dateOf(
  { pairs }: Reading,
  element: Element,
  name: string,
): { at: number; isLocal: boolean } | null {
  const utc = importedTime(childText(element, `${name}_gmt`));
  const own = childText(element, name);
  const local = importedTime(own);
  // One that says its zone is a moment already.
  const isLocal = !/(?:Z|[+-]\d\d:?\d\d)$/u.test(own);
  if (utc !== null && local !== null && isLocal) pairs.push({ local, utc });
  if (utc !== null) return { at: utc, isLocal: false };
  return local === null ? null : { at: local, isLocal };
}
