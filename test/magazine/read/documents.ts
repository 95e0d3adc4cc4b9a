import { readFrontMatter } from "../../../magazine/read/front-matter.ts";
import type { Document } from "../../../magazine/read/documents.ts";
import type { Mistake, Report } from "../../../magazine/read/mistakes.ts";
import { printMistake } from "../../../magazine/read/mistakes.ts";

/** A file of the content folder, without any folder. */
export function documentOf(file: string, source: string): Document {
  const { mistakes: _, ...rest } = readFrontMatter(source);
  return { file, slug: file.slice(file.lastIndexOf("/") + 1, -".md".length), ...rest };
}

/** What is reported while something is done, in its order. */
export function reportedBy(work: (report: Report) => void): string[] {
  const mistakes: Mistake[] = [];
  work((mistake) => void mistakes.push(mistake));
  return mistakes.map(printMistake);
}
