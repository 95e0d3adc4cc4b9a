import type { WritingWords } from "./de.ts";

export const en: WritingWords = {
  left: (count) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  wrong: {
    name: "Please give a name or a pseudonym.",
    email: "Please give an address like name@example.com.",
    text: "Please write a comment.",
  },
  sending: "Sending …",
  almost: "Almost done",
  mailed: (email) =>
    `We have sent a mail to ${email}. Your comment appears once you have confirmed it with the link in that mail.`,
  mailAgain: "No mail received? Send it again",
  mailedAgain: "The mail is on its way again.",
  another: "Write another comment",

  noticeSignedIn: "* These fields are required. Your comment appears at once. ",
  held: "Thank you. The editors will look at your comment before it appears. They will tell you by e-mail what they decide.",
  signInTitle: "Sign in",
  signInHint:
    "We send you a code by e-mail. While you are signed in, your comments appear at once, and you can edit and delete them.",
  address: "E-mail address",
  stay: "Stay signed in on this device",
  sendCode: "Send the code",
  code: "Code from the e-mail",
  codeSent: (email) => `The code is on its way to ${email}. It works for ten minutes.`,
  codeAgain: "Send a new code",
  codeWrong: "The code is wrong, or it no longer works.",
  enter: "Sign in",
  signedInAs: (email) => `Signed in as ${email} · `,
  yours: "your data",
  signOut: "sign out",
  signedOut: "Your session has ended. Your text is still here.",
  edit: "Edit",
  erase: "Delete",
  save: "Save the change",
  tooLate: "Too late: a quarter of an hour has passed, or somebody has answered.",
  reallyErase: "Delete the comment for good?",
  eraseNow: "Yes, delete it",

  pictureCode: "Code from the image *",
  pictureAlt:
    "An image with a code of five characters. If you cannot read it, take “Without image”.",
  picture: "Another image",
  noPicture: "Without image",
  codeMissing: "Please type the code from the image.",
  pictureWrong: "The code is not right. Here is a new image.",

  why: "Reason",
  reasons: {
    spam: "Spam or advertising",
    insult: "Insult or hate",
    illegal: "Illegal content",
    other: "Something else",
  },
  message: "Note to the editors (optional)",
  sendReport: "Report",
  toNotice: "Give formal notice, with a receipt and a decision with reasons",
  reported: "Thank you. The editors will look at the comment.",
};
