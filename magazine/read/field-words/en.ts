import type { FieldWords } from "../described.ts";

export const en: FieldWords = {
  magazine: {
    title: ["Title", "The magazine's name."],
    url: ["Address", "Where the magazine will stand, such as `https://die-spalte.example`."],
    language: [
      "Language",
      "It decides the words of the pages, the typography, and words in addresses (`/autoren/` or `/authors/`).",
    ],
    locale: [
      "Writing of dates",
      "`de-DE`, `de-AT`, `en-GB` or `en-US`, as fits the language: `19 October 2012` or `October 19, 2012`. Left out, `de-DE` or `en-GB`.",
    ],
    timeZone: ["Time zone", "By which dates are read, such as `Europe/Berlin`."],
    description: ["Description", "What the magazine is about, in a sentence or two."],
    perPage: ["Articles a page", "How many articles a page of a list holds."],
    comments: ["Comments", "Left out, the magazine has no comments."],
    "comments.service": ["Service", "The address of the comments service."],
    "comments.close": [
      "Days until they close",
      "The comments of an article close so many days after its `date`, at the same time of day; left out, never.",
    ],
    share: [
      "Share links",
      "In the order of the links below a text: three at once and the others behind 'mehr …'.",
    ],
    services: ["Services & Shop", "The links in that box."],
    "services.title": ["Words", "What the link says."],
    "services.url": ["Address", "Where it leads."],
    publisher: ["Publisher", "Who answers for the magazine, for feeds and search engines."],
    "publisher.name": ["Name", "Of a house or a person."],
    "publisher.address": ["Address", "Where letters arrive; may be of several lines."],
    "publisher.responsible": ["Responsible", "Who is responsible for the content."],
    "publisher.email": ["E-mail", "Where the editors can be reached."],
  },
  article: {
    title: ["Headline", "On one line."],
    date: ["Date", "`2026-10-19` or `2026-10-19 09:00`, on the magazine's clock."],
    column: ["Column", "The slug of the column that the article is in."],
    author: ["Author", "An author's slug. Either this or `authors` is required."],
    authors: ["Authors", "Several authors' slugs, in the order in which they are named."],
    standfirst: ["Standfirst", "One or two sentences under the headline."],
    topics: ["Topics", "Keywords, each of which gets a page under `/themen/` (`/topics/`)."],
    series: [
      "Series",
      "The name of a series, whose articles lead to one another in the order of their dates, and which gets a page under `/serien/` (`/series/`).",
    ],
    image: [
      "Picture",
      "A picture above the text and in lists: a file that stands beside the text.",
    ],
    imageAlt: ["What it shows", "For those who cannot see the picture; goes with every `image`."],
    imageCaption: ["Caption", "A line about the picture, below it."],
    imageCredit: ["Credit", "Who made the picture."],
    imageFocus: [
      "Focus",
      "What stays in sight where the picture is cut, in per cent from the left and from the top, such as `60% 30%`. Left out, the middle.",
    ],
    updated: [
      "Updated",
      "When the text was changed after it appeared, named above and below it; neither before `date` nor in the future.",
    ],
    corrections: [
      "Corrections",
      "Printed below the text and named above it, each with its `date` (as for `updated`) and `text`.",
    ],
    "corrections.date": ["Date", "When it was corrected."],
    "corrections.text": ["Text", "What was wrong, and what is right."],
    aliases: ["Former addresses", "Each begins with a slash; see below."],
    comments: [
      "Comments",
      "`open`, `closed`, `off`, or the day (and time) from which on they are closed, such as `2026-12-24`. Left out, what `magazine.yaml` says of all; `open` stays open.",
    ],
    featured: [
      "Recommended",
      "`true`: the editors recommend it; the three newest such stand at the top of the home page.",
    ],
    draft: ["Draft", "`true`: not built."],
    expires: ["Expires", "The day (and time) from which on the article is not built."],
    id: ["Id", "Of the article and its thread, when the file's name has changed."],
  },
  author: {
    name: ["Name", "As readers know it."],
    sortName: [
      "Sorted by",
      "Such as `Lützow, Clemens von`, where the surname does not show in the name.",
    ],
    tagline: ["Tagline", "Below the name in the box of columnists, such as 'Der Markenguru'."],
    role: ["Role", "What the author does: on the author's page, and for search engines."],
    badge: [
      "Badge",
      "A word of at most 30 characters beside the author's comments, such as `Autorin`. Left out: 'Autor', in English 'Author'.",
    ],
    links: ["Links", "To the author's own pages."],
    "links.title": ["Words", "What the link says."],
    "links.url": ["Address", "Where it leads."],
    portrait: ["Portrait", "A picture that stands beside the file, shown round."],
    portraitFocus: [
      "Focus of the portrait",
      "What stays in sight where it is cut to a square, in per cent from the left and from the top, such as `50% 30%`. Left out, the middle.",
    ],
    columnist: ["In the box", "`false` keeps the author out of the box of columnists."],
  },
  column: {
    name: ["Name", "As readers know it."],
    description: ["Description", "What the column is about."],
    aliases: ["Former addresses", "Where the column stood before its file was renamed; see below."],
  },
  page: {
    title: ["Title", "On one line."],
    description: ["Description", "A sentence for search engines."],
  },
};
