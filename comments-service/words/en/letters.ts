import type { Contact, Letters } from "../de/letters.ts";
import { en as desk } from "./desk.ts";
import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("en");

const notify = {
  replies: "when somebody replies to your comment",
  thread: "when there is a new comment below the article",
};

const outcomes = {
  removed: "We removed the comment. Nobody can read it any more.",
  stays: "The comment stays.",
  back: "We have changed our decision. The comment can be read again.",
  "removed otherwise":
    "This notice is no reason for us to remove the comment. It stays removed all the same: there was another notice about the same comment, for which we removed it, and that decision still stands.",
  gone: "This notice is no reason for us to remove the comment. For another reason, however, it cannot be read.",
};

const writeToUs = ({ isImprint, url }: Contact) =>
  `If you disagree, write to the editors; ${isImprint ? "their contact details are here" : "you can reach them here"}: ${url}`;

const wayIn = (link: string) => [
  "Do you get emails like this without asking, and none when you do ask for one? Then open this link where you want to sign in; it works for a day:",
  link,
];

export const en: Letters = {
  greeting: "Hello,",
  closing: (magazine) => `Kind regards,\nThe editors of ${inQuotes(magazine)}`,
  removalReasons: {
    spam: "It is spam.",
    duplicate: "The same text has already been posted elsewhere.",
    insult: "The comment insults or degrades somebody, which our comment rules exclude.",
    offtopic: "The comment has nothing to do with the article, which our comment rules exclude.",
    private: "The comment contains private details of others, which our comment rules exclude.",
    advertising: "The comment advertises something, which our comment rules exclude.",
    illegal: "We consider the content of the comment illegal.",
  },

  confirm: (about) => ({
    subject: `Please confirm your comment on ${inQuotes(about.title)}`,
    parts: [
      `Somebody used your email address to write a comment on ${inQuotes(about.title)} in ${inQuotes(about.magazine)}:`,
      about.quoted,
      "Was it you? Then please confirm it with this link. By doing so you agree that it appears below the article with the name you gave; you can withdraw this consent at any time:",
      about.link,
      ...(about.notify === null
        ? []
        : [
            `This also confirms that you want an email ${notify[about.notify]}. You can stop that at any time.`,
          ]),
      `The link works until ${about.expires}. If you wrote nothing, there is nothing to do: the comment will not appear, and it will be deleted with your address after three days.`,
      "Keep this email: with the same link you can edit the comment for a quarter of an hour, as long as nobody has answered it, and delete it for thirty days.",
    ],
  }),

  code: (code, wayInLink, magazine) => ({
    subject: `${code} is your code for ${inQuotes(magazine)}`,
    parts: [
      `This code signs you in to ${inQuotes(magazine)}:`,
      code,
      "It works for ten minutes, and only where you asked for it. Do not pass it on. If you did not want to sign in, there is nothing to do.",
      ...wayIn(wayInLink),
    ],
  }),

  account: (link, wayInLink, magazine) => ({
    subject: `Your comments in ${inQuotes(magazine)}`,
    parts: [
      `With this link you see all that ${inQuotes(magazine)} keeps about your email address, and can download it, change it or delete it:`,
      link,
      "The link works for an hour. Whoever has it can do the same as you; do not pass it on. If you did not ask for it, there is nothing to do.",
      ...wayIn(wayInLink),
    ],
  }),

  appeared: (title, quoted, link) => ({
    subject: `Your comment on ${inQuotes(title)} has appeared`,
    parts: [
      `The editors have read your comment on ${inQuotes(title)}:`,
      quoted,
      "It now appears below the article:",
      link,
    ],
  }),

  rejected: (about) => ({
    subject: `Your comment on ${inQuotes(about.title)} will not appear`,
    parts: [
      `The editors have read your comment on ${inQuotes(about.title)}:`,
      about.quoted,
      "They decided not to publish it.",
      "The reason:",
      about.why,
      writeToUs(about.contact),
    ],
  }),

  removed: (about) => ({
    subject: `Your comment on ${inQuotes(about.title)} was removed`,
    parts: [
      `We removed your comment on ${inQuotes(about.title)} in ${inQuotes(about.magazine)}. Nobody can read it any more; a notice stands in its place.`,
      about.quoted,
      "The reason:",
      about.why,
      `${about.cause === "own" ? "We came upon it while looking through the comments." : "Readers reported the comment."} A person decided this, not a program.`,
      writeToUs(about.contact),
      "You may also go to court.",
    ],
  }),

  news: (about) => ({
    subject: `${about.scope === "replies" ? "A reply to your comment" : "A new comment"} on ${inQuotes(about.title)}`,
    parts: [
      about.scope === "replies"
        ? `Somebody replied to your comment on ${inQuotes(about.title)}:`
        : `There is a new comment on ${inQuotes(about.title)}:`,
      about.quoted,
      "To the comment:",
      about.link,
      "Unsubscribe from notifications about this article:",
      about.unsubscribe,
    ],
  }),

  receipt: (title, link, quoted) => ({
    subject: `Your notice about a comment on ${inQuotes(title)}`,
    parts: [
      `We have received your notice that this comment on ${inQuotes(title)} is illegal:`,
      link,
      "Your explanation:",
      quoted,
      "A person will look at the notice. We will write to tell you what we decide, and why.",
    ],
  }),

  noticeDecision: (about) => ({
    subject: `Our decision on a comment on ${inQuotes(about.title)}`,
    parts: [
      `This is about a comment on ${inQuotes(about.title)} that was reported to us as illegal:`,
      ...(about.quoted === "" ? [] : [about.quoted]),
      about.link,
      outcomes[about.outcome],
      "The reasons:",
      about.grounds,
      "A person decided this, not a program.",
      ...(about.objection === null
        ? []
        : [
            "If you disagree, you can object here for six months, free of charge. Someone not involved in the first decision will review it:",
            about.objection,
          ]),
      "You can turn to a certified body for out-of-court dispute settlement. You may also go to court.",
    ],
  }),

  toDesk: {
    act: { ...desk.act, erase: "Erase name, address and text" },
    actsHint:
      "Each link leads to a page with one button and works for seven days, as long as nobody else has decided.",
    subject: (count, magazine) => `Desk: ${count} new cases in ${inQuotes(magazine)}`,
    opening: (count, magazine) =>
      `${count} new cases in ${inQuotes(magazine)} are awaiting your decision.`,
    more: (count) => `And ${count === 1 ? "one more case" : `${count} more cases`} at the desk.`,
    details: "At the desk:",
    waiting: ({ held, reported, notices }) =>
      `Waiting at the desk: ${held} to check, ${reported} reported, ${notices} with a notice of illegal content.`,
    last: "This is the last email from the desk today. Anything else will wait there; the next email comes tomorrow at the earliest.",
    comment: "The comment:",
    held: {
      subject: (title) => `To be checked: a comment on ${inQuotes(title)}`,
      opening: (magazine) => `A comment in ${inQuotes(magazine)} is awaiting your decision.`,
      why: "Why it is held for review:",
    },
    reported: {
      subject: (title, number) => `Reported: comment${number} on ${inQuotes(title)}`,
      opening: (magazine) => `A comment in ${inQuotes(magazine)} was reported.`,
      reason: "Reason:",
      reasons: desk.reportReason,
      message: "The report says:",
      email: (email) => `Reporter’s address: ${email} (not verified)`,
      more: (count) => (count === 1 ? "And one more report." : `And ${count} more reports.`),
      became: {
        hidden: "The reports have hidden the comment until you decide.",
        left: "The comment can still be read despite the reports: reports alone hide only a few comments an hour.",
      },
    },
    notice: {
      subject: (title, isObjection) =>
        isObjection
          ? `Objection about a comment on ${inQuotes(title)}`
          : `Illegal? A comment on ${inQuotes(title)}`,
      opening: (magazine, isObjection) =>
        `In ${inQuotes(magazine)} somebody ${isObjection ? "objects to a decision" : "considers a comment illegal"}.`,
      reason: "The explanation:",
      please: "Please decide, and give the reasons.",
    },
  },
};
