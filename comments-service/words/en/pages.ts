import type { PageWords } from "../de/pages.ts";
import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("en");

export const en: PageWords = {
  around: {
    label: (site) => `About ${inQuotes(site)}`,
    home: "Back to the magazine",
    imprint: "Contact details",
    privacy: "Privacy",
  },
  trouble: {
    busy: {
      title: "Not just now",
      sentence: "Please try again in a minute. Nothing has been lost.",
    },
    foreign: {
      title: "Please open the link from the email",
      sentence: "This request did not come from our own page, so nothing was changed.",
    },
    tooMuch: {
      title: "Please try again later",
      sentence:
        "A great many comments have just been confirmed with your address. This one has to wait: please open the link again later.",
    },
    tooLong: {
      title: "This is too long",
      sentence:
        "We cannot take that much text, so nothing was changed. Please shorten it: your browser’s “Back” returns to your text.",
    },
  },
  confirm: {
    ask: {
      title: "Confirm your comment",
      sentence: (article) =>
        `Your comment on ${inQuotes(article)} appears as soon as you confirm it here. By doing so you agree that we publish it with the name you gave; you can withdraw this consent at any time.`,
    },
    published: {
      title: "Your comment is confirmed",
      sentence: (article) => `It now appears below ${inQuotes(article)}. Thank you for joining in.`,
    },
    held: {
      title: "Your comment is held for review",
      sentence: (article) =>
        `Your address is confirmed. Before the comment appears below ${inQuotes(article)}, the editors look at it. They will tell you by email what they decide.`,
    },
    closed: {
      title: "The discussion is closed",
      sentence: (article) =>
        `Comments on ${inQuotes(article)} are no longer taken, so yours cannot appear any more.`,
    },
    expired: {
      title: "The link has expired",
      sentence: (article) =>
        `It worked for two days. Your comment on ${inQuotes(article)} did not appear; you are welcome to write it again.`,
    },
    gone: {
      title: "This comment no longer exists",
      sentence: (article) =>
        `The comment on ${inQuotes(article)} that this link belongs to was removed or deleted.`,
    },
    unknown: {
      title: "We do not recognise this link",
      sentence:
        "Perhaps it is incomplete, or it expired long ago. Please open it again from the email.",
    },
    button: "Publish the comment",
    toComment: "Go to the comment",
    toArticle: "Go to the article",
    toOwn: "Edit or delete the comment",
  },
  account: {
    ask: {
      title: "Your comments",
      sentence:
        "Enter the email address you commented with. We will send you a link to everything that is kept about it, so that you can download, change or delete it.",
      email: "Email address",
      button: "Send the link",
    },
    mailed: {
      title: "The email is on its way",
      sentence: "The link in it works for an hour. You may close this window.",
    },
    mailedLate: {
      title: "The email is on its way",
      sentence:
        "The link in it works for an hour. We are getting many requests right now: if no email arrives, try again later or tomorrow.",
    },
    busy: { title: "We are busy right now", sentence: "Please try again in a few minutes." },
    unknown: {
      title: "This link no longer works",
      sentence: "It has expired, or it is incomplete.",
      again: "Request a new link",
    },
    gone: {
      title: "This comment no longer exists",
      sentence: "Name, address and text have been deleted.",
    },
    title: "Your comments",
    one: "Your comment",
    about: (site, email) => `This is all that ${inQuotes(site)} keeps about ${email}.`,
    none: "There are no comments from this address.",
    older: "Older comments",
    said: {
      edited: "Your change has been saved.",
      held: "Your change has been saved. The editors will look at the comment before it appears.",
      tooLate: "The comment can no longer be changed: the time is up, or somebody has answered it.",
      invalid: "The comment is unchanged: the new text is empty or longer than 5,000 characters.",
      erased: "The comment has been deleted.",
      stopped: "You will no longer be notified about this article.",
    },
    states: {
      unconfirmed: "awaiting your confirmation",
      held: "held for review",
      published: "published",
      hidden: "hidden until the editors have decided",
      removed: "removed by the editors",
      rejected: "not published",
    },
    labels: { state: "State", name: "Name", written: "Written", edited: "Edited", text: "Text" },
    editable: (time) => `You can change the text until ${time}, as long as nobody answers.`,
    save: "Save the change",
    erase: "Delete the comment",
    wishes: "Notifications",
    scopes: {
      replies: (title) => `Replies to your comment on ${inQuotes(title)}`,
      thread: (title) => `New comments on ${inQuotes(title)}`,
    },
    stop: "Unsubscribe",
    export: {
      title: "Download",
      sentence: "Everything on this page as a file that programs can read, too (JSON):",
      link: "Download the data",
    },
    forget: {
      title: "Delete everything",
      erase: "Delete name, address and texts",
      keep: "Delete name and address, leave published texts without a name",
      button: "Delete for good",
    },
    forgotten: {
      title: "Everything is deleted",
      sentence:
        "Nothing is kept about your address any more. Sign-ins, notifications and emails that had not been sent are deleted, too.",
    },
  },
  notice: {
    title: "Report illegal content",
    intro:
      "Here you give notice of a comment that you consider illegal (Article 16 of the Digital Services Act, DSA). You will get a receipt and, later, the decision with its reasons by email. Whoever wrote the comment is not told your name. For spam and rudeness ‘Report’ at the comment itself is enough.",
    about: (number) => `This is about comment [${number}]:`,
    reason: "Why do you consider the content illegal? *",
    name: "Your name *",
    email: "Your email address *",
    abuse: "It shows sexual abuse of children. (Then name and address may be left out.)",
    faith: "I believe in good faith that what I say is accurate and complete. *",
    send: "Send the notice",
    required: "* These fields are required.",
    honeypot: "Please leave this empty",
    wrong: {
      reason: "Please explain your notice, in 5,000 characters at most.",
      name: "Please give your name, in 80 characters at most.",
      email: "Please give an address like name@example.com.",
      faith: "Without this statement we cannot take the notice.",
    },
    received: {
      title: "Your notice has arrived",
      sentence:
        "Thank you. A person will look at it. If you gave an address, the receipt is on its way; the decision follows by email.",
    },
    busy: { title: "Too many notices just now", sentence: "Please try again later." },
    missing: {
      title: "There is no such comment",
      sentence: "Perhaps it has been removed in the meantime.",
    },
  },
  objection: {
    title: "Object to a decision",
    intro:
      "Do you disagree with our decision? Tell us why. Someone not involved in the first decision will review it, and you will get the outcome with its reasons by email.",
    about: (number) => `This is about comment [${number}].`,
    grounds: "Our reasons were:",
    text: "Why should we decide differently?",
    send: "Send the objection",
    wrong: "Please write why we should decide differently.",
    given: {
      title: "Your objection has arrived",
      sentence: "You will get the outcome with its reasons by email.",
    },
    over: {
      title: "The time is up",
      sentence: "An objection was possible for six months. You may also go to court.",
    },
    unknown: {
      title: "We do not recognise this link",
      sentence: "Perhaps it is incomplete. Please open it again from the email.",
    },
  },
  unsubscribe: {
    ask: "Unsubscribe from notifications",
    askFor: (article) =>
      `We will no longer write to you when there is something new on ${inQuotes(article)}.`,
    button: "Unsubscribe",
    ended: "You are unsubscribed",
    endedFor: (article) => `You will no longer be notified about ${inQuotes(article)}.`,
    toArticle: "Go to the article",
    unknown: {
      title: "We do not recognise this link",
      sentence: "Perhaps it is incomplete, or the notifications were deleted long ago.",
    },
  },
  wayIn: {
    ask: {
      title: "Can’t get in?",
      sentences: [
        "When somebody keeps asking for codes or links for your email address, we send no more of them after a while, so that your mailbox does not fill up. Your own would not arrive then either.",
        "With this button we remember for today that you are asking from the internet connection you are using now. What you request from here will arrive again. It does not sign you in.",
      ],
    },
    button: "Allow requests from here again",
    done: {
      title: "The way is clear",
      sentences: ["Now request a new code or link from here. This holds until midnight UTC."],
    },
    unknown: {
      title: "This link no longer works",
      sentences: [
        "It works for a day. Perhaps it is incomplete. Every newer email with a code contains a new one.",
      ],
    },
  },
  outbox: {
    title: "Outbox",
    stays: "These letters stay on this machine. Set MAIL_URL to a mail server to send them.",
    none: "There is none yet: write a comment.",
    to: "To",
    time: "Time",
  },
  feed: {
    ofThread: (title) => `Comments on ${inQuotes(title)}`,
    ofSite: (title) => `Comments in ${inQuotes(title)}`,
    entry: (name, title) => `${name} on ${inQuotes(title)}`,
    nameless: "Anonymous",
  },
};
