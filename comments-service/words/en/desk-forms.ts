import type {
  answer as germanAnswer,
  notes as germanNotes,
  textBlocks as germanBlocks,
} from "../de/desk-forms.ts";
import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("en");

/** An answer of the editors, from the desk. */
export const answer: typeof germanAnswer = {
  link: "Answer",
  title: (name) => (name ? `Answer to ${name}` : "Answer"),
  name: "Name above the answer",
  house: "Editors",
  text: "Answer",
  hint: (email) =>
    `The answer appears at once, marked as the editors’, and under your address ${email}, which nobody sees. Whoever follows the conversation is told.`,
  send: "Answer",
  publish: "Publish and answer",
  closed: "Comments on this article are closed, so there can be no answer.",
  full: "This conversation has so many answers already that there can be no more.",
  wrong: {
    name: "Please give a name (80 characters at most).",
    text: "Please write an answer (5,000 characters at most).",
    replyTo: "The comment has been hidden in the meantime, so there can be no answer.",
  },
};

/** Sentences that moderators keep. */
export const textBlocks: typeof germanBlocks = {
  nav: "Text blocks",
  title: "Text blocks",
  hint: "Sentences that are needed time and again. They are at hand when you answer, reject, or decide on a notice.",
  none: "There are no text blocks of your own yet.",
  new: "New text block",
  edit: "Change the text block",
  name: "Title",
  text: "Text",
  purpose: "For",
  purposes: { answer: "Answers", reason: "Reasons" },
  language: "Language",
  languages: { de: "German", en: "English" },
  save: "Save",
  change: "Change",
  remove: "Delete",
  removeOne: (title) => `Delete ${inQuotes(title)}`,
  changeOne: (title) => `Change ${inQuotes(title)}`,
  insert: "Insert",
  insertOne: (title) => `Insert ${inQuotes(title)}`,
  wrong: {
    title: "Please give a title (80 characters at most).",
    text: "Please write the text (5,000 characters at most).",
  },
};

/** Notes to colleagues. */
export const notes: typeof germanNotes = {
  link: "Note",
  title: "Notes",
  text: "Note to colleagues",
  about: "About",
  abouts: { comment: "This comment", writer: "Everything from this address" },
  hint: "Only moderators read notes. Please keep to the facts: whoever wrote the comment gets them on request, with their own data. They are erased with the comment, or with the address.",
  save: "Add the note",
  remove: "Delete",
  removeOne: (words) => `Delete the note ${inQuotes(words)}`,
  of: (by, about) => (about === "comment" ? `Note by ${by}:` : `Note on the address by ${by}:`),
  wrong: "Please write the note (1,000 characters at most).",
};
