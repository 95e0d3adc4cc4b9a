import type { ShareTarget } from "../model.ts";

/** Addresses that open a network's own form: plain links, nothing is asked of anyone before the click. */
const addresses: Readonly<Record<ShareTarget, (title: string, url: string) => string>> = {
  x: (title, url) => `https://x.com/intent/tweet?text=${title}&url=${url}`,
  facebook: (_, url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  linkedin: (_, url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  xing: (_, url) => `https://www.xing.com/spi/shares/new?url=${url}`,
  whatsapp: (title, url) => `https://wa.me/?text=${title}%20${url}`,
  bluesky: (title, url) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
  mastodon: (title, url) => `https://share.joinmastodon.org/#text=${title}%20${url}`,
  threads: (title, url) => `https://www.threads.com/intent/post?text=${title}&url=${url}`,
  telegram: (title, url) => `https://t.me/share/url?url=${url}&text=${title}`,
  reddit: (title, url) => `https://www.reddit.com/submit?url=${url}&title=${title}`,
  email: (title, url) => `mailto:?subject=${title}&body=${url}`,
};

/** The share links of one article, in the order that the magazine names. `url` is the canonical address. */
export function shareLinks(targets: readonly ShareTarget[], title: string, url: string) {
  return targets.map((target) => ({
    target,
    href: addresses[target](encodeURIComponent(title), encodeURIComponent(url)),
  }));
}
