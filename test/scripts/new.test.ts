import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { dayAt } from "../../magazine/dates.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { readOutline } from "../../magazine/read/outline.ts";
import { answersFor } from "../../scripts/new/answers.ts";
import { UsageError } from "../../scripts/command.ts";
import { addFile } from "../../scripts/new/add-file.ts";
import { newFile, slugFor } from "../../scripts/new/new-file.ts";
import { fixture } from "../magazine/read/broken.ts";
import { call, temporaryFolder } from "./run.ts";

const script = join(import.meta.dirname, "../../scripts/new.ts");

/** The small magazine, to write into. */
function magazine(): string {
  const folder = temporaryFolder();
  cpSync(fixture, folder, { recursive: true });
  return folder;
}

const filesIn = (folder: string) => globSync("**/*.md", { cwd: folder }).toSorted();
const forArticle = ["--column", "marken", "--author", "bert-zander"];

describe("without a terminal", () => {
  const add = (folder: string, ...args: string[]) => call(addFile, ...args, "--content", folder);

  test("an article is a draft of today in its folder, and passes the check", async () => {
    const folder = magazine();
    const before = filesIn(folder);
    const title = `Größe: "Was ist das" für Leser's #1?`;
    const { code, output, errors } = await add(folder, "article", title, ...forArticle);
    const file = "articles/groesse-was-ist-das-fuer-lesers-1.md";
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(output).toContain(`${join(folder, file)} ist angelegt.\n`);
    expect(filesIn(folder)).toEqual([...before, file].toSorted());
    const article = readMagazine(folder).articles.find((one) => one.file === file);
    expect(article).toMatchObject({
      title: "Größe: „Was ist das“ für Leser’s #1?",
      column: { slug: "marken" },
      authors: [{ slug: "bert-zander" }],
      draft: true,
    });
  });

  test.each([
    ["author", "Änne van der Aa", [], "authors/aenne-van-der-aa.md"],
    ["column", "Aus & vorbei", ["--description=- Was war: #1"], "columns/aus-vorbei.md"],
    ["page", "@ Wer wir sind", [], "pages/wer-wir-sind.md"],
  ])("%s: the file stands in its folder, and passes the check", async (kind, title, more, file) => {
    const folder = magazine();
    expect(await add(folder, kind, title, ...more)).toMatchObject({ code: 0, errors: "" });
    expect(existsSync(join(folder, file))).toBe(true);
    const { authors, columns, pages } = readMagazine(folder);
    const names = [...authors, ...columns].map(({ name }) => name);
    expect([...names, ...pages.map((page) => page.title)]).toContain(title);
  });

  test("what is there stays, also what is no part of the magazine, an id, or a former address", async () => {
    const folder = magazine();
    const old = readFileSync(join(folder, "articles/stiller-tag.md"), "utf8");
    writeFileSync(
      join(folder, "articles/stiller-tag.md"),
      old.replace("\n---", "\nid: ruhe\naliases: [/marken/lange-her]\n---"),
    );
    symlinkSync("stiller-tag.md", join(folder, "articles/ein-verweis.md"));
    const before = filesIn(folder);
    const { obstacle } = readOutline(folder);
    expect(obstacle("articles", "ruhe", "marken")).toBe("articles/stiller-tag.md");
    expect(obstacle("articles", "lange-her", "marken")).toBe("articles/stiller-tag.md");
    expect(obstacle("articles", "lange-her", "alltag")).toBe(null);
    const { code, errors } = await add(folder, "article", "Ein Verweis", ...forArticle);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `${join(folder, "articles/ein-verweis.md")} ist schon da. ${another}\n`,
    });
    expect(filesIn(folder)).toEqual(before);
  });

  test("a magazine with mistakes gets new files, too; the only author there is writes them", async () => {
    const folder = temporaryFolder();
    for (const name of ["columns", "authors"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "magazine.yaml"), "language: en\ntimeZone: Europe/London\n");
    writeFileSync(join(folder, "authors/ann.md"), "---\nname: Ann\n---\n");
    expect(await add(folder, "article", "The first")).toEqual({
      code: 2,
      output: "",
      errors: '--column: there is none yet; begin with npm run new -- column "Name"\n',
    });
    writeFileSync(join(folder, "columns/c.md"), "---\nnane: C\n---\n");
    expect(await add(folder, "article", "The first")).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "articles/the-first.md"), "utf8")).toContain(
      "column: c\nauthor: ann\ndraft: true\n",
    );
  });
});

const outline = readOutline(fixture);
const ofArticle = { kind: "article", column: "marken", author: "bert-zander" };
const another = "Einen anderen Namen gibt --slug NAME.";

test.each([
  [{}, "article, author, column or page is missing: expected one of article, author, column, page"],
  [
    { kind: "artikle" },
    'article, author, column or page "artikle": expected one of article, author, column, page; did you mean "article"?',
  ],
  [{ kind: "article" }, "the title, in quotes is missing: expected a text"],
  [{ kind: "page", title: " \n" }, "the title, in quotes is missing: expected a text"],
  [{ kind: "article", title: "A" }, "--column is missing: expected one of alltag, marken"],
  [
    { ...ofArticle, title: "A", column: "marke" },
    '--column "marke": expected one of alltag, marken; did you mean "marken"?',
  ],
  [{ kind: "column", title: "A" }, "--description is missing: expected a text"],
  [
    { kind: "page", title: "Feed" },
    `„feed“ steht schon in den Adressen des Magazins selbst. ${another}`,
  ],
  [{ kind: "page", title: "Marken" }, `„marken“ ist vergeben: columns/marken.md. ${another}`],
  [
    { ...ofArticle, title: "Drei Fragen" },
    `„drei-fragen“ ist vergeben: articles/2012/drei-fragen.md. ${another}`,
  ],
  [
    { ...ofArticle, title: "!?", slug: "A B" },
    `„A B“ kann in keiner Adresse stehen. Möglich sind Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche dazwischen. ${another}`,
  ],
])("where nobody can be asked, %j is refused with what to do", async (given, message) => {
  await expect(answersFor(given, outline, null)).rejects.toThrow(new UsageError(message));
});

test("a file's name is cut between words, and never past sixty letters", () => {
  expect(slugFor("Wort ".repeat(20), outline)).toBe("wort-".repeat(12).slice(0, -1));
  expect(slugFor("Wort".repeat(20), outline)).toBe("wort".repeat(15));
});

test("where the newest article stands in a folder of its year, the new one does", () => {
  const answers = {
    kind: "article",
    title: "A",
    slug: "a",
    column: "c",
    author: "b",
    description: "",
  } as const;
  const day = dayAt(new Date("2026-12-31T23:30:00Z"), "Europe/Berlin");
  expect(day).toBe("2027-01-01");
  expect(newFile(answers, { ...outline, hasYears: true }, day).path).toBe("articles/2027/a.md");
  expect(newFile(answers, { ...outline, hasYears: false }, day).path).toBe("articles/a.md");
  expect(outline.hasYears).toBe(false);
  const folder = magazine();
  cpSync(join(fixture, "articles/zukunft.md"), join(folder, "articles/2099/zukunft.md"));
  expect(readOutline(folder).hasYears).toBe(false);
});

/** Types the answers at a terminal of its own, each when its question shows. */
function atTerminal(args: readonly string[], answers: readonly (readonly [string, string])[]) {
  const words = [process.execPath, script, ...args].map((word) => `'${word}'`);
  // A new terminal has no width.
  const line = `stty cols 120 rows 40; exec ${words.join(" ")}`;
  const child =
    process.platform === "darwin"
      ? spawn("script", ["-q", "/dev/null", "sh", "-c", line])
      : spawn("script", ["-qefc", line, "/dev/null"]);
  onTestFinished(() => void child.kill());
  let shown = "";
  const waiting = [...answers];
  child.stdout.on("data", (data: Buffer) => {
    shown += stripVTControlCharacters(data.toString());
    const [next] = waiting;
    if (next === undefined || !shown.includes(next[0])) return;
    waiting.shift();
    shown = "";
    child.stdin.write(next[1]);
  });
  return new Promise<{ code: number | null; left: number; shown: string }>((done) => {
    child.on("close", (code) => done({ code, left: waiting.length, shown }));
  });
}

const down = "\u001B[B";
const enter = "\r";

describe("at a terminal", () => {
  test("all that is missing is asked for, a name that is taken once more", async () => {
    const folder = magazine();
    const outcome = await atTerminal(
      ["--content", folder],
      [
        ["Was soll neu sein?", enter],
        ["Wie heißt der Artikel?", `Stiller Tag${enter}`],
        ["In welcher Kolumne?", `${down}${enter}`],
        ["Von wem?", `${down}${enter}`],
        ["„stiller-tag“ ist vergeben", `-zwei${enter}`],
      ],
    );
    expect(outcome).toMatchObject({ code: 0, left: 0 });
    const file = "articles/stiller-tag-zwei.md";
    expect(outcome.shown).toContain(`${file} ist angelegt.`);
    expect(readMagazine(folder).articles.find((one) => one.file === file)).toMatchObject({
      title: "Stiller Tag",
      column: { slug: "marken" },
      authors: [{ slug: "bert-zander" }],
    });
  });

  test("who stops it leaves nothing behind", async () => {
    const folder = magazine();
    const before = filesIn(folder);
    const outcome = await atTerminal(
      ["column", "Neues", "--content", folder],
      [["Wovon handelt die Kolumne?", "\u0003"]],
    );
    expect(outcome).toMatchObject({ code: 130, left: 0 });
    expect(outcome.shown).toContain("Nichts wurde geschrieben.");
    expect(filesIn(folder)).toEqual(before);
  });
});
