import type { Words } from "./de.ts";

export const en: Words = {
  locale: "en-GB",
  month: "short",

  loading: "Loading comments …",
  again: "Try again",
  newestFirst: "Newest first",
  empty: "No comments yet. Write the first one.",
  closed: "Comments are closed.",
  older: "Show older comments",
  notFound: (number) => `Comment [${number}] cannot be found.`,

  comment: (number, name) => `Comment ${number}${name && ` by ${name}`}`,
  gone: {
    hidden: "This comment has been removed.",
    erased: "This comment was deleted.",
  },
  badge: { author: "Author", editor: "Editor" },
  replyTo: "Reply to ",
  reply: "Reply",
  report: "Report spam",

  write: "Write a comment",
  cancel: "Cancel",
  name: "Name or pseudonym *",
  email: "E-mail * (never shown)",
  text: "Comment *",
  left: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  notice:
    "* These fields are required. Your comment appears once you have confirmed the link that we send you. ",
  rules: "Rules",
  privacy: "Privacy",
  wrong: {
    name: "Please give a name or a pseudonym.",
    email: "Please give an address like name@example.com.",
    text: "Please write a comment.",
  },
  sending: "Sending …",
  almost: "Almost done",
  mailed: (email) =>
    `We have sent a mail to ${email}. Your comment appears once you have confirmed the link in it.`,
  mailAgain: "No mail received? Send it again",
  mailedAgain: "The mail is on its way again.",
  another: "Write another comment",

  why: "Reason",
  reasons: {
    spam: "Spam or advertising",
    insult: "Insult or hate",
    illegal: "Illegal content",
    other: "Something else",
  },
  message: "Note to the editors (optional)",
  sendReport: "Report",
  reported: "Thank you. The editors will look at the comment.",

  away: "The comments cannot be reached right now.",
  busy: (when) => `It is busy here. Please try again ${when}.`,
  refused: "That did not work.",
};
