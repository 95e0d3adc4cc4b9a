import type { WritingWords } from "./de.ts";

export const en: WritingWords = {
  cancel: "Cancel",
  busy: (when) => `That does not work right now. Please try again ${when}.`,
  left: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  wrong: {
    name: "Please give a name or a pseudonym.",
    email: "Please give an address like name@example.com.",
    text: "Please write a comment.",
  },
  sending: "Sending …",
  almost: "Almost done",
  mailed: (email) =>
    `We have sent an email to ${email}. Your comment appears once you have confirmed it with the link in it.`,
  mayBeLate: " It may take a while today; if nothing arrives, try again tomorrow.",
  mailAgain: "No email? Send it again",
  mailedAgain: "The email is on its way again.",
  another: "Write another comment",

  noticeSignedIn: "Your comment appears at once. ",
  held: "Thank you. The editors will look at your comment before it appears. They will tell you by email what they decide.",
  signInTitle: "Sign in",
  signInHint:
    "We send you a code by email. While you are signed in, your comments appear at once, and you can edit and delete them.",
  address: "Email address",
  stay: "Stay signed in on this device",
  sendCode: "Send the code",
  code: "Code from the email",
  codeSent: (email) => `The code is on its way to ${email}. It works for ten minutes.`,
  codeAgain: "Send a new code",
  codeWrong: "The code is wrong, or it no longer works.",
  enter: "Sign in",
  signedInAs: (email) => `Signed in as ${email}`,
  yours: "your data",
  signOut: "Sign out",
  signedOut: "Your session has ended. Your text is still here.",
  edit: "Edit",
  erase: "Delete",
  save: "Save the change",
  tooLate: "Too late: a quarter of an hour has passed, or somebody has answered.",
  reallyErase: "Delete the comment for good?",
  eraseNow: "Yes, delete it",

  codeMissing: "Please type the code from the image.",
  pictureWrong: "The code is not right. Here is a new image.",

  reasons: {
    spam: "Spam or advertising",
    insult: "Insult or hate",
    other: "Something else",
  },
  message: "Note to the editors (optional)",
  toNotice: "Report as illegal (with a receipt and a decision with reasons)",
  reported: "Thank you. The editors will look at the comment.",
};
