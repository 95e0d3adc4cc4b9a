import { expect, test } from "vitest";
import { shareTargets } from "../../../magazine/model.ts";
import { shareLinks } from "../../../magazine/pages/share.ts";

test("each network's own form gets title and address, in the order that is asked for", () => {
  const links = shareLinks(shareTargets, "A & B", "https://a.example/ö/");
  const [title, url] = ["A%20%26%20B", "https%3A%2F%2Fa.example%2F%C3%B6%2F"];
  expect(links.map(({ target }) => target)).toEqual(shareTargets);
  expect(links.map(({ href }) => href)).toEqual([
    `https://x.com/intent/tweet?text=${title}&url=${url}`,
    `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    `https://www.xing.com/spi/shares/new?url=${url}`,
    `https://wa.me/?text=${title}%20${url}`,
    `https://bsky.app/intent/compose?text=${title}%20${url}`,
    `https://share.joinmastodon.org/#text=${title}%20${url}`,
    `https://www.threads.com/intent/post?text=${title}&url=${url}`,
    `https://t.me/share/url?url=${url}&text=${title}`,
    `https://www.reddit.com/submit?url=${url}&title=${title}`,
    `mailto:?subject=${title}&body=${url}`,
  ]);
});
