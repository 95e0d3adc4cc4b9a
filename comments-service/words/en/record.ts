import type { recordPage as german } from "../de/record.ts";

/** The record as it is looked through. */
export const recordPage: typeof german = {
  who: "Who",
  what: "What",
  article: "Article",
  from: "From",
  until: "To",
  anybody: "everybody",
  anything: "everything",
  filter: "Filter",
  unfilter: "Clear filter",
  download: "Download as NDJSON",
  time: "Time",
  place: "Article and number",
  words: "Text and reason",
  nothing: "Nothing like that is in the record.",
  older: "Show older entries",
  because: "Reason:",
  comment: "Comment",
  allArticles: "all articles",
  quote: (words) => `“${words}”`,
};
