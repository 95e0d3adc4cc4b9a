/** A comment in a file of WordPress; what is not given is left out of the file. */
export interface WrittenComment {
  id?: string;
  parent?: string;
  author?: string;
  email?: string;
  text?: string;
  gmt?: string;
  date?: string;
  type?: string;
  approved?: string;
}

export interface WrittenItem {
  link?: string;
  id?: string;
  name?: string;
  title?: string;
  /** Its own date, by the blog's clock and by Greenwich's. */
  dates?: [local: string, gmt: string];
  comments: WrittenComment[];
}

const tag = (name: string, value: string | undefined): string =>
  value === undefined ? "" : `<${name}><![CDATA[${value}]]></${name}>`;

/** A file as WordPress writes it, and as converters do: whatever is not given is not there. */
export function wxr(items: readonly WrittenItem[], blog?: string): string {
  return `<rss><channel>${tag("wp:base_blog_url", blog)}${items.map(item).join("")}</channel></rss>`;
}

function item({ link, id, name, title, dates, comments }: WrittenItem): string {
  const head = [
    tag("title", title),
    tag("link", link),
    tag("wp:post_id", id),
    tag("wp:post_name", name),
    tag("wp:post_date", dates?.[0]),
    tag("wp:post_date_gmt", dates?.[1]),
  ];
  return `<item>${head.join("")}${comments.map(comment).join("")}</item>`;
}

function comment({ id, parent, author, email, text, gmt, date, type, approved }: WrittenComment) {
  const all = {
    id,
    author: author ?? "Petra",
    author_email: email,
    date,
    date_gmt: gmt ?? (date === undefined ? "2012-10-23 04:15:00" : undefined),
    content: text ?? "Text.",
    approved: approved ?? "1",
    type,
    parent,
  };
  const tags = Object.entries(all).map(([name, value]) => tag(`wp:comment_${name}`, value));
  return `<wp:comment>${tags.join("")}</wp:comment>`;
}

/** A post in a file of Disqus. */
export interface WrittenPost {
  id?: string;
  thread?: string;
  parent?: string;
  author?: string;
  text?: string;
  at?: string;
  isSpam?: string;
}

/** A file as Disqus writes it. */
export function disqus(
  threads: readonly { id?: string; link?: string; name?: string; title?: string }[],
  posts: readonly WrittenPost[],
): string {
  const named = (name: string, id: string | undefined) =>
    id === undefined ? "" : `<${name} dsq:id="${id}"/>`;
  const all = [
    ...threads.map(
      ({ id = "", link, name, title }) =>
        `<thread dsq:id="${id}">${tag("id", name)}${tag("link", link)}${tag("title", title)}</thread>`,
    ),
    ...posts.map(
      ({ id = "", thread, parent, author, text, at, isSpam }) =>
        `<post dsq:id="${id}">${tag("message", `<p>${text ?? "Text."}</p>`)}${tag("createdAt", at ?? "2012-10-23T04:15:00Z")}${tag("isSpam", isSpam)}
          <author>${tag("name", author ?? "Petra")}</author>${named("thread", thread)}${named("parent", parent)}</post>`,
    ),
  ];
  return `<disqus xmlns:dsq="d">${all.join("\n")}</disqus>`;
}
