import type { Words } from "./de.ts";

export const en: Words = {
  locale: "en-GB",
  month: "short",
  // 6:15 a.m., as the magazine's pages say it, where the locale has such hours.
  oclock: (clock) => clock.toLowerCase().replace(/.(.)m$/, " $1.m."),

  loading: "Loading comments …",
  again: "Try again",
  order: "Order",
  orders: { newest: "Newest first", oldest: "Oldest first", recommended: "Recommended only" },
  empty: "No comments yet. Write the first one.",
  closed: (since) => `Comments ${since ? `have been closed since ${since}` : "are closed"}.`,
  readOn: " You can still read them.",
  older: "Show older comments",
  newer: "Show newer comments",
  moreReplies: (count) => (count === 1 ? "One more reply" : `${count} more replies`),
  subscribe: "Subscribe to comments (feed)",
  notFound: (number) => `Comment [${number}] cannot be found.`,

  comment: (number, name) => `Comment ${number}${name && ` by ${name}`}`,
  gone: {
    hidden: "Hidden for now, until the editors have decided.",
    removed: "Removed by the editors.",
    erased: "This comment was deleted.",
  },
  badge: { author: "Author", editor: "Editor" },
  ofThis: " of this article",
  pick: "Recommended by the editors",
  replyTo: "Reply to ",
  edited: "edited",
  nameless: "Anonymous",
  reply: "Reply",
  report: "Report",

  write: "Write a comment",
  name: "Name or pseudonym *",
  email: "Email * (not published)",
  text: "Comment *",
  required: "* These fields are required. ",
  notice:
    "Your comment appears once you have confirmed it with the link that we send you by email. ",
  notify: "Notify me by email",
  scopes: {
    replies: "when somebody replies to my comment",
    thread: "of every new comment on this article",
  },
  signIn: "Sign in instead",
  rules: ["Our ", "comment rules", " apply. "],
  privacy: ["More under ", "Privacy", "."],

  outdated: "A part of this page that you need for writing could not be loaded. ",
  reload: "Reload the page, keep the text",

  away: "The comments cannot be reached right now.",
  refused: "That did not work.",
};
