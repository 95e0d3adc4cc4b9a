import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContent, readMagazine } from "../../../magazine/read/magazine.ts";
import type { Kept, Memory } from "../../../magazine/read/memory.ts";
import { ContentMistakes, printMistake } from "../../../magazine/read/mistakes.ts";
import { article, withChanges } from "./broken.ts";
import type { Changes } from "./broken.ts";

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;
const probe = "articles/probe.md";
const illustrated: Changes = {
  [probe]: article(
    { image: "a.svg", imageAlt: "Ein Bild", topics: "[Büro]", aliases: "[/alt/]", id: "p" },
    "Ein Satz, ![ein Bild](b.svg).\n",
  ),
  "articles/a.svg": svg(1),
  "articles/b.svg": svg(2),
};

/** Keeps whatever it is told, as JSON would hold it, whether the file is still the same or not. */
function memoryOf(): Memory & { readonly all: Map<string, Kept> } {
  const all = new Map<string, Kept>();
  return {
    all,
    recall: (file) => all.get(file),
    keep(file, kept) {
      all.set(file, JSON.parse(JSON.stringify(kept)) as Kept);
      return kept;
    },
  };
}

/** Reads a magazine twice, with what the first reading kept of it, and something done to the folder in between. */
function twice(changes: Changes, between: (folder: string) => void) {
  return withChanges({ ...illustrated, ...changes }, (folder) => {
    const memory = memoryOf();
    const first = readContent(folder, new Map(), memory);
    between(folder);
    const second = readContent(folder, new Map(), memory);
    const lines = second.mistakes.map(printMistake).toSorted();
    const articles = (content: typeof first) => content.magazine?.articles ?? [];
    const titleOf = (content: typeof first) =>
      articles(content).find(({ file }) => file === probe)?.title;
    return { first, second, lines, titles: [titleOf(first), titleOf(second)] };
  });
}
const write = (file: string, from: string, to: string) => (folder: string) => {
  const path = join(folder, file);
  const source = readFileSync(path, "utf8");
  expect(source).toContain(from);
  writeFileSync(path, source.replace(from, to));
};
const renamed = write(probe, "title: Probe", "title: Anders");

test("an article that was kept is the same as when it is read, and is not read again", () => {
  withChanges(illustrated, (folder) => {
    const memory = memoryOf();
    const read = readMagazine(folder, undefined, memory);
    expect([...memory.all.keys()]).toEqual(expect.arrayContaining([probe, "articles/a.svg"]));
    const again = readMagazine(folder, undefined, memory);
    expect(again).toEqual(read);
    expect(again.articles.map(({ text }) => text.rendered)).toEqual(
      read.articles.map(({ text }) => text.rendered),
    );
    renamed(folder);
    expect(readMagazine(folder, undefined, memory)).toEqual(read);
  });
});

test.each([
  ["the language", "language: de", "language: en"],
  ["the time zone", "Europe/Berlin", "Europe/Vienna"],
  ["the end of comments", "comments:\n", "comments:\n  close: 7\n"],
])("it is read again when %s is another", (_, from, to) => {
  const { titles } = twice({}, (folder) => {
    write("magazine.yaml", from, to)(folder);
    renamed(folder);
  });
  expect(titles).toEqual(["Probe", "Anders"]);
});

test.each(["a.svg", "b.svg"])("it is read again when its picture %s is gone", (picture) => {
  const { lines } = twice({}, (folder) => rmSync(join(folder, "articles", picture)));
  expect(lines).toEqual([expect.stringContaining(`the image "${picture}" does not exist`)]);
});

test("a picture of another content is another to the article that shows it", () => {
  withChanges(illustrated, (folder) => {
    const memory = memoryOf();
    const hashes = () => {
      const { articles } = readMagazine(folder, undefined, memory);
      const read = articles.find(({ file }) => file === probe);
      return [read?.image?.width, read?.text.images["b.svg"]?.width];
    };
    expect(hashes()).toEqual([1, 2]);
    for (const [file, width] of [
      ["a", 5],
      ["b", 6],
    ] as const) {
      writeFileSync(join(folder, `articles/${file}.svg`), svg(width));
      memory.all.delete(`articles/${file}.svg`);
    }
    expect(hashes()).toEqual([5, 6]);
  });
});

test("a picture that is kept has the name of the language that is read in", () => {
  const { second } = twice({}, write("magazine.yaml", "language: de", "language: en"));
  const read = second.magazine?.articles.find(({ file }) => file === probe);
  expect(read?.image?.name).toBe("/images/a");
  expect(read?.image?.width).toBe(1);
});

test("an author or a column that is gone is a mistake of the article that names it", () => {
  const author = twice(
    {
      [probe]: article({ authors: "[anna-oestreich, eva]", author: null }),
      "authors/eva.md": "---\nname: Eva\n---\n",
    },
    (folder) => rmSync(join(folder, "authors/eva.md")),
  );
  expect(author.first.mistakes).toEqual([]);
  expect(author.lines).toEqual([
    expect.stringContaining('articles/probe.md:5:27 author "eva" is not in content/authors'),
  ]);
  const column = twice(
    {
      [probe]: article({ column: "neu" }),
      "columns/neu.md": "---\nname: N\ndescription: N\n---\n",
    },
    (folder) => rmSync(join(folder, "columns/neu.md")),
  );
  expect(column.lines).toEqual([expect.stringContaining('column "neu" is not in content/columns')]);
});

test("what two articles both claim is told at its place, also of one that was kept", () => {
  const { first, lines } = twice({}, (folder) => {
    const other = article({ topics: "[Buero]", aliases: "[/x/, /alt/]", id: "p" });
    writeFileSync(join(folder, "articles/a.md"), other);
  });
  expect(first.mistakes).toEqual([]);
  expect(lines).toEqual([
    'articles/probe.md:10:5 the id "p" is already taken at articles/a.md:8:5; expected another file name, or an id of its own',
    'articles/probe.md:8:10 the topic "Büro" is written "Buero" in articles/a.md; expected one way to write it',
    'articles/probe.md:9:11 the former address "/alt/" is already taken at articles/a.md:7:16; expected each former address in one article',
  ]);
});

test("what has a mistake, or lacks a picture, is not kept", () => {
  const lacking = article({}, "Ein Satz, ![ein Bild](fehlt.svg).\n");
  const changes = { "articles/lacking.md": lacking, [probe]: article({ draft: "x" }) };
  withChanges(changes, (folder) => {
    const memory = memoryOf();
    readContent(folder, new Map(), memory);
    const known = ["articles/lacking.md", probe, "articles/stiller-tag.md"];
    expect(known.filter((file) => memory.all.has(file))).toEqual(["articles/stiller-tag.md"]);
  });
});

test("nor is what has a mistake in its text alone, which is told again and again", () => {
  const wrong: Changes = {
    [probe]: article({}, "Ein <b>Satz</b>.\n"),
    "authors/eva.md": "---\nname: Eva\n---\n\nEin <i>Satz</i>.\n",
    "pages/neu.md": "---\ntitle: Neu\n---\n\nEin <u>Satz</u>.\n",
  };
  const { first, second } = twice(wrong, () => {});
  const files = [...new Set(first.mistakes.map(({ file }) => file))].toSorted();
  expect(files).toEqual([probe, "authors/eva.md", "pages/neu.md"]);
  expect(second.mistakes).toEqual(first.mistakes);
  // Columns and authors stay, since others need them.
  const { articles = [], authors = [], pages = [] } = second.magazine ?? {};
  const read = [...articles, ...authors, ...pages].map(({ file }) => file);
  expect(files.filter((file) => read.includes(file))).toEqual(["authors/eva.md"]);
  expect(read).toContain("pages/impressum.md");
});

test("a broken picture is told at one of those that show it, and at the next when that is gone", () => {
  const shows = "Ein Satz, ![ein Bild](kaputt.svg).\n";
  const folders = ["articles", "authors", "pages"];
  const broken = Object.fromEntries(
    folders.flatMap((folder): [string, string][] => {
      const of = (name: string) =>
        folder === "articles"
          ? article({}, shows)
          : `---\n${folder === "pages" ? "title" : "name"}: ${name}\n---\n\n${shows}`;
      return [
        [`${folder}/kaputt.svg`, "<svg"],
        [`${folder}/eins.md`, of("Eins")],
        [`${folder}/zwei.md`, of("Zwei")],
      ];
    }),
  );
  const { first, second } = twice(broken, (folder) => {
    for (const one of folders) rmSync(join(folder, one, "eins.md"));
  });
  expect(first.mistakes.map(({ file }) => file).toSorted()).toEqual(
    folders.map((folder) => `${folder}/kaputt.svg`),
  );
  expect(second.mistakes).toEqual(first.mistakes);
});

test("a picture that has its umlaut in two letters now is the one that stands there", () => {
  const name = "käse.svg".normalize("NFC");
  const pictured = article({ image: name, imageAlt: "Käse" }, `![Käse](${name})\n`);
  const { second } = twice({ [probe]: pictured, [`articles/${name}`]: svg(1) }, (folder) => {
    const at = (file: string) => join(folder, "articles", file);
    renameSync(at(name), at(name.normalize("NFD")));
  });
  const read = second.magazine?.articles.find(({ file }) => file === probe);
  const stands = `articles/${name.normalize("NFD")}`;
  expect([read?.image?.file, read?.text.images[name]?.file]).toEqual([stands, stands]);
});

test("a picture that could not be drawn is a mistake where it is named", () => {
  withChanges(illustrated, (folder) => {
    const memory = memoryOf();
    readMagazine(folder, undefined, memory);
    const undrawn = new Map([["articles/a.svg", "bad bytes"]]);
    expect(readContent(folder, undrawn, memory).mistakes.map(printMistake)).toEqual([
      "articles/probe.md:6:8 the file articles/a.svg cannot be drawn (bad bytes); expected an image in the format svg",
    ]);
    expect(() => readMagazine(folder, undrawn, memory)).toThrow(ContentMistakes);
  });
});

test("an author and a plain page that were kept are not read again, but when a picture of theirs or the language is another", () => {
  const changes = {
    "authors/eva.md":
      "---\nname: Eva\nportrait: eva.svg\n---\n\nEin Satz, ![ein Bild](eva-2.svg).\n",
    "authors/eva.svg": svg(1),
    "authors/eva-2.svg": svg(2),
    "pages/neu.md": "---\ntitle: Neu\n---\n\nEin Satz, ![ein Bild](neu.svg).\n",
    "pages/neu.svg": svg(3),
  };
  withChanges(changes, (folder) => {
    const memory = memoryOf();
    const names = (read: ReturnType<typeof readMagazine>) => [
      read.authors.find(({ slug }) => slug === "eva")?.name,
      read.pages.find(({ slug }) => slug === "neu")?.title,
    ];
    const read = readMagazine(folder, undefined, memory);
    write("authors/eva.md", "name: Eva", "name: Ida")(folder);
    write("pages/neu.md", "title: Neu", "title: Alt")(folder);
    const again = readMagazine(folder, undefined, memory);
    expect(again).toEqual(read);
    expect(names(again)).toEqual(["Eva", "Neu"]);
    const redraw = (file: string) => {
      writeFileSync(join(folder, file), svg(9));
      memory.all.delete(file);
      return names(readMagazine(folder, undefined, memory));
    };
    expect(redraw("pages/neu.svg")).toEqual(["Eva", "Alt"]);
    expect(redraw("authors/eva.svg")).toEqual(["Ida", "Alt"]);
    write("authors/eva.md", "name: Ida", "name: Eva")(folder);
    expect(redraw("authors/eva-2.svg")).toEqual(["Eva", "Alt"]);
    write("authors/eva.md", "name: Eva", "name: Ida")(folder);
    write("pages/neu.md", "title: Alt", "title: Neu")(folder);
    write("magazine.yaml", "language: de", "language: en")(folder);
    expect(names(readMagazine(folder, undefined, memory))).toEqual(["Ida", "Neu"]);
  });
});
