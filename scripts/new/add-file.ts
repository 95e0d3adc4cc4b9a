import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayAt } from "../../magazine/dates.ts";
import { readOutline } from "../../magazine/read/outline.ts";
import { readLine, UsageError } from "../command.ts";
import { answersFor } from "./answers.ts";
import { newFile } from "./new-file.ts";
import { words } from "./words.ts";

/** Writes a new file of the content folder, at its place and with its fields filled in. At a terminal it asks for what is missing. What is there already stays as it is. */
export async function addFile(args?: readonly string[]): Promise<void> {
  const { options, words: given } = readLine(
    { content: "DIR", column: "NAME", author: "NAME", description: "TEXT", slug: "NAME" },
    ["article|author|column|page", '"Title"'],
    args,
  );
  const content = options.content ?? "content";
  const outline = readOutline(content);
  const word = words[outline.language];
  const canAsk = process.stdin.isTTY && process.stdout.isTTY;
  // Nobody waits for it who gives everything.
  const questions = canAsk ? (await import("./questions.ts")).questionsAt(word.stopped) : null;
  const [kind, title] = given;
  const answers = await answersFor({ ...options, kind, title }, outline, questions);
  const { path, source } = newFile(answers, outline, dayAt(new Date(), outline.timeZone));
  const file = join(content, path);
  writeNew(file, source, `${word.isThere(file)} ${word.otherName}`);
  console.log(word.written(file));
  if (answers.kind === "article") console.log(word.draft);
}

function writeNew(file: string, source: string, isThere: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, source, { flag: "wx" });
  } catch (error) {
    // What `readMagazine` passes over, such as a link, has the name.
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new UsageError(isThere);
    throw error;
  }
}
