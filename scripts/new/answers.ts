import { nearest } from "../../magazine/guess.ts";
import type { Choice, Outline } from "../../magazine/read/outline.ts";
import { UsageError } from "../command.ts";
import { folderOf, kinds, slugFor } from "./new-file.ts";
import type { Answers, Kind } from "./new-file.ts";
import type { Questions } from "./questions.ts";
import { words } from "./words.ts";

/** What stands on the command line. */
export interface Given {
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
  readonly slug?: string | undefined;
  readonly column?: string | undefined;
  readonly author?: string | undefined;
  readonly description?: string | undefined;
}

/**
 * All that has to be known: what was given is looked at, what is missing asked for, and the only choice that there is taken.
 *
 * @param questions null where nobody can be asked
 * @throws UsageError when something given is wrong, or something is missing that nobody can be asked for
 */
export async function answersFor(
  given: Given,
  outline: Outline,
  questions: Questions | null,
): Promise<Answers> {
  const word = words[outline.language];
  const kind = await choiceOf<Kind>(
    { option: "article, author, column or page", given: given.kind, question: word.kind },
    kinds.map((slug) => ({ slug, name: word.kinds[slug] })),
    questions,
  );
  const ofArticle = (option: "column" | "author") =>
    kind === "article"
      ? choiceOf(
          { option: `--${option}`, given: given[option], question: word[option] },
          option === "column" ? outline.columns : outline.authors,
          questions,
        )
      : "";
  const written = (option: string, text: string | undefined, question: string) =>
    textOf({ option, given: text, question }, word.needsText, questions);
  const title = await written("the title, in quotes", given.title, word.title[kind]);
  const column = await ofArticle("column");
  const author = await ofArticle("author");
  const description =
    kind === "column" ? await written("--description", given.description, word.description) : "";
  const slug = await freeSlug(
    given.slug ?? slugFor(title, outline),
    { kind, column },
    outline,
    questions,
  );
  return { kind, title, slug, column, author, description };
}

/** One thing to know: how the command line calls it, what that says, and how to ask for it. */
interface Wanted {
  readonly option: string;
  readonly given: string | undefined;
  readonly question: string;
}

async function choiceOf<Slug extends string>(
  { option, given, question }: Wanted,
  choices: readonly (Choice & { readonly slug: Slug })[],
  questions: Questions | null,
): Promise<Slug> {
  const slugs = choices.map(({ slug }) => slug);
  const [only] = slugs;
  if (only === undefined)
    throw new UsageError(
      `${option}: there is none yet; begin with npm run new -- ${option.replace("--", "")} "Name"`,
    );
  if (given !== undefined) {
    const found = slugs.find((slug) => slug === given);
    if (found !== undefined) return found;
    const guess = nearest(given, slugs);
    const meant = guess === undefined ? "" : `; did you mean "${guess}"?`;
    throw new UsageError(`${option} "${given}": expected one of ${slugs.join(", ")}${meant}`);
  }
  if (slugs.length === 1) return only;
  if (questions === null)
    throw new UsageError(`${option} is missing: expected one of ${slugs.join(", ")}`);
  return questions.choose(question, choices);
}

async function textOf(
  { option, given, question }: Wanted,
  needsText: string,
  questions: Questions | null,
): Promise<string> {
  const fault = (text: string) => (inOneLine(text) === "" ? needsText : null);
  if (given !== undefined && fault(given) === null) return inOneLine(given);
  if (questions === null) throw new UsageError(`${option} is missing: expected a text`);
  return inOneLine(await questions.text(question, fault));
}

function inOneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, " ")
    .trim()
    .toWellFormed();
}

async function freeSlug(
  slug: string,
  { kind, column }: Pick<Answers, "kind" | "column">,
  outline: Outline,
  questions: Questions | null,
): Promise<string> {
  const word = words[outline.language];
  const fault = (name: string): string | null => {
    const obstacle = outline.obstacle(folderOf[kind], name, column);
    if (obstacle === null) return null;
    if (obstacle === "slug") return word.notSlug(name);
    return obstacle === "reserved" ? word.reserved(name) : word.taken(name, obstacle);
  };
  const wrong = fault(slug);
  if (wrong === null) return slug;
  if (questions === null) throw new UsageError(`${wrong} ${word.otherName}`);
  return questions.text(`${wrong} ${word.slug}`, fault, slug);
}
