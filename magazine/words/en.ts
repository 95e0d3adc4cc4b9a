import type { Words } from "./de.ts";
import { searchEn } from "./search.ts";

/** Every word of the English interface. */
export const en: Words = {
  skip: "Skip to the text",
  columns: "Columns",
  authors: "Authors",
  topics: "Topics",
  allSeries: "All series",
  topic: (name) => `Topic: ${name}`,
  series: (name) => `Series: ${name}`,
  partOfSeries: (part, count) => `Part ${part} of ${count}`,
  archive: "Archive",
  columnists: "Columnists",
  services: "Services & shop",
  featured: "Editors’ picks",
  recent: "New articles",
  allOf: (column) => `Everything in ${column}`,
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
  wholeArticle: "The whole article",
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

  stylePage: {
    title: "What a text may hold",
    text: "First what is typed, below it what becomes of it. This page is there only while npm start runs, and is no part of the magazine.",
  },
  search: searchEn,

  feed: "Feed",
  feedOf: (title) => `Feed: ${title}`,
  mistakes: {
    title: (count) =>
      count === 1 ? "A mistake keeps this page back" : `${count} mistakes keep this page back`,
    mended:
      "As soon as the file is mended and saved, the page stands here again. Readers never see this: only what has no mistake is printed.",
    expected: "Expected:",
    guess: "Perhaps meant:",
    line: (line) => `Line ${line}`,
  },
  moved: "This article has moved to another address:",
  notFound: {
    title: "Page not found",
    text: "Perhaps it has moved, perhaps the address was never quite right. Search for it, or go on from here:",
    home: "To the front page",
  },
};
