import type { Words } from "./de.ts";

/** Every word of the English interface. */
export const en: Words = {
  skip: "Skip to the text",
  columns: "Columns",
  authors: "Authors",
  columnists: "Columnists",
  services: "Services & shop",
  articlesBy: (name) => `Articles by ${name}`,
  noArticles: "Nothing here yet. The first article is on its way.",
  and: "and",
  minutes: (count) => `${count} min read`,
  marks: { draft: "Draft", scheduled: "Scheduled", expired: "Expired" },

  share: "Share",
  shareMore: "more …",
  shareBy: "Share with …",
  copyLink: "Copy the link",
  linkCopied: "The link is copied.",
  shareWith: {
    x: "Share on X",
    facebook: "Share on Facebook",
    linkedin: "LinkedIn",
    xing: "XING",
    whatsapp: "WhatsApp",
    bluesky: "Bluesky",
    mastodon: "Mastodon",
    threads: "Threads",
    telegram: "Telegram",
    reddit: "Reddit",
    email: "Email",
  },

  pagesOfArticle: "Pages of this article",
  partOf: (part, count) => `Page ${part} of ${count}`,
  nextPart: (part, count) => `Continue to page ${part} of ${count}`,
  previousPart: (part, count) => `Back to page ${part} of ${count}`,
  part: "Page",
  all: "View as one page",
  updated: (date) => `Updated on ${date}`,
  corrections: "Corrections",
  contents: "Contents",
  allBy: (name) => `All articles by ${name}`,
  inColumn: (column) => `In the column ${column}`,
  before: (column) => `Before this in ${column}`,
  after: (column) => `After this in ${column}`,
  related: "You might also like",
  corrected: (dates) => `Corrected on ${dates.join(", ")}`,

  comments: "Comments",
  commentsNeedScript:
    "The comments are loaded by a small script. Please allow JavaScript on this page to read them and to join in.",

  pageOfList: (page, count) => `Page ${page} of ${count}`,
  pagesOfList: "More pages",
  newer: "Newer articles",
  older: "Older articles",

  feed: "Feed",
  feedOf: (title) => `Feed: ${title}`,
  moved: "This article has moved to another address:",
  notFound: {
    title: "Page not found",
    text: "Perhaps it has moved, perhaps the address was never quite right. These ways lead on:",
    home: "To the front page",
  },
};
