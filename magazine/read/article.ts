import type { Article, ArticleImage, Time } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { daysAfter } from "../dates.ts";
import { aliasesIn } from "./aliases.ts";
import { changesOf, notBefore, refuseDisorder } from "./article-dates.ts";
import { checkFields } from "./check-fields.ts";
import { altForm, articleSchema } from "./content-schema.ts";
import type { Document } from "./documents.ts";
import { imageIn, refuseEmpty, textOf } from "./reading.ts";
import type { Reading, Shelves } from "./reading.ts";
import { authorsOf, columnOf } from "./references.ts";
import { asParagraph, focusOf } from "./schema.ts";

/**
 * Reads one article after another; a schema is made once for all of them, when there is one.
 *
 * @returns a function that gives an article, or null when it has mistakes, which are reported.
 */
export function articleReader(
  reading: Reading,
  shelves: Shelves,
): (document: Document) => Article | null {
  let schema: ReturnType<typeof articleSchema> | undefined;
  const set = (words: string) => typeset(words, reading.language);
  return (document) => {
    schema ??= articleSchema(reading);
    const fields = checkFields(document, schema, reading.report);
    refuseDisorder(document, reading);
    const column = columnOf(document, shelves, reading);
    const authors = authorsOf(document, shelves, reading);
    const image = articleImageIn(document, reading);
    const text = textOf(document, reading);
    refuseEmpty(document, reading.report);
    if (fields === null || column === null || authors.length === 0) return null;
    return {
      file: document.file,
      id: fields.id ?? document.slug,
      slug: document.slug,
      column,
      authors,
      title: set(fields.title),
      standfirst: fields.standfirst === undefined ? null : set(fields.standfirst),
      topics: fields.topics,
      series: fields.series ?? null,
      date: fields.date,
      updated: fields.updated === undefined ? null : notBefore(fields.date, fields.updated),
      corrections: fields.corrections.map(({ date, text }) => ({ date, text: set(text) })),
      changes: changesOf(document, fields.date, reading.timeZone),
      aliases: aliasesIn(document, fields.aliases),
      comments: fields.comments?.state ?? "open",
      commentsClose: closeOf(fields, reading),
      featured: fields.featured,
      draft: fields.draft,
      expires: fields.expires ?? null,
      image,
      text,
      mark: null,
      isNews: false,
    };
  };
}

/** What the article says counts; where it says nothing, what magazine.yaml says of all. */
function closeOf(
  { date, comments }: { date: Time; comments?: { closes: Time | null } | undefined },
  { closeAfter, timeZone }: Reading,
): Time | null {
  if (comments !== undefined) return comments.closes;
  return closeAfter === null ? null : daysAfter(date, closeAfter, timeZone);
}

function articleImageIn(document: Document, reading: Reading): ArticleImage | null {
  const image = imageIn(document, "image", reading);
  if (document.fields === null) return null;
  const { file, fields } = document;
  const { image: named, imageAlt: alt } = fields.data;
  if (named !== undefined && alt === undefined) {
    const what = "imageAlt is missing";
    reading.report({ file, ...fields.keyAt(["image"]), what, expected: altForm });
  }
  for (const field of ["imageAlt", "imageCaption", "imageCredit", "imageFocus"]) {
    if (named !== undefined || fields.data[field] === undefined) continue;
    reading.report({
      file,
      ...fields.keyAt([field]),
      what: "image is missing",
      expected: `an image for ${field}`,
    });
  }
  if (image === null || typeof alt !== "string") return null;
  const { imageCaption: caption, imageCredit: credit, imageFocus } = fields.data;
  const set = (words: string) => typeset(asParagraph(words), reading.language);
  const setIfGiven = (words: unknown) => (typeof words === "string" ? set(words) : null);
  return {
    ...image,
    alt: set(alt),
    caption: setIfGiven(caption),
    credit: setIfGiven(credit),
    focus: typeof imageFocus === "string" ? focusOf(imageFocus) : image.focus,
  };
}
