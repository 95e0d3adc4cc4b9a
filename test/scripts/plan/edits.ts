import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";

/** What an editor does to a magazine of `start`. The numbers choose among what is there. */
export type Edit = {
  readonly what: (typeof kinds)[number];
  readonly which: number;
  readonly how: number;
};

const kinds = [
  "body",
  "title",
  "date",
  "author",
  "bio",
  "column",
  "topics",
  "move",
  "delete",
  "new",
  "pagebreak",
  "picture",
  "picture itself",
  "time",
  "settings",
  "comments",
  "series",
  "link",
  "alias",
  "link to an alias",
  "page",
] as const;

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom(...kinds),
  which: fc.nat(5),
  how: fc.nat(3),
});

const columns = ["alltag", "marken"] as const;
const authors = ["anna", "bert", "clara"] as const;

/** A magazine as plain data; `written` puts it into files. */
export interface Draft {
  readonly articles: Map<string, Record<string, string> & { body: string }>;
  readonly bios: Map<string, string>;
  readonly columns: Map<string, string>;
  settings: { title: string; perPage: number };
  page: string;
  circles: number;
  /** In days after the first of November 2026. */
  day: number;
}

export function start(): Draft {
  const articles = new Map(
    [1, 2, 3, 4, 5].map((n) => [
      `artikel-${n}`,
      {
        title: `Artikel ${n}`,
        author: authors[n % 3] ?? "anna",
        column: columns[n % 2] ?? "alltag",
        date: `2026-11-0${n} 09:00`,
        topics: n % 2 === 0 ? "[Post]" : "[Post, Papier]",
        body: `Ein Satz von ${n}.\n\nNoch ein Absatz.\n`,
      },
    ]),
  );
  return {
    articles,
    bios: new Map(authors.map((name) => [name, `Schreibt über ${name}.`])),
    columns: new Map(columns.map((name) => [name, `Die Kolumne ${name}.`])),
    settings: { title: "Die Probe", perPage: 2 },
    page: "Wer wir sind.",
    circles: 4,
    day: 3,
  };
}

/** Changes a draft. What has nothing to be done to does nothing. */
export function edit(draft: Draft, { what, which, how }: Edit): void {
  const names = [...draft.articles.keys()];
  const name = names[which % Math.max(1, names.length)];
  const article = name === undefined ? undefined : draft.articles.get(name);
  const author = authors[which % 3] ?? "anna";
  const column = columns[which % 2] ?? "alltag";
  if (what === "bio") draft.bios.set(author, `Schreibt zum ${how}. Mal.`);
  if (what === "column") draft.columns.set(column, `Eine Kolumne, ${how}.`);
  if (what === "time") draft.day = (draft.day + how) % 9;
  if (what === "settings")
    draft.settings =
      how % 2 === 0 ? { title: `Die ${how}.`, perPage: 2 } : { title: "Die Probe", perPage: how };
  if (what === "page") draft.page = `Wer wir sind: ${how} Leute.`;
  if (what === "picture itself") draft.circles = 4 + how;
  if (what === "new")
    draft.articles.set(`neu-${which}-${how}`, {
      title: `Neu ${how}`,
      author,
      column,
      date: `2026-11-0${which + 2} 10:00`,
      body: "Ganz neu.\n",
    });
  if (article === undefined || name === undefined) return;
  if (what === "body") article.body = `Ein anderer Satz, ${how}.\n\n## Eine Überschrift\n\nEnde.\n`;
  if (what === "title") article["title"] = `Anders ${how}`;
  if (what === "date") article["date"] = `2026-${10 + (how % 2)}-0${which + 1} 09:00`;
  if (what === "author") article["author"] = authors[how % 3] ?? "anna";
  if (what === "topics")
    article["topics"] = ["[]", "[Post]", "[Papier, Post]", "[Tinte]"][how] ?? "[]";
  if (what === "series") article["series"] = how % 2 === 0 ? "Eine Reihe" : "Noch eine";
  if (what === "comments") article["comments"] = ["open", "closed", '"off"', "open"][how] ?? "open";
  if (what === "move") article["column"] = columns[how % 2] ?? "alltag";
  if (what === "delete") draft.articles.delete(name);
  if (what === "pagebreak") article.body += `\n<!-- pagebreak: Teil ${how} -->\n\nWeiter.\n`;
  if (what === "picture") article.body += "\n![Ein Kreis](kreis.svg)\n";
  if (what === "alias") article["aliases"] = `[/frueher/${name}/]`;
  if (what === "link to an alias")
    article.body += `\nSiehe [frueher](/frueher/artikel-${how + 1}/).\n`;
  if (what === "link") {
    const to = draft.articles.get(names[how % names.length] ?? name);
    if (to !== undefined) article.body += `\nSiehe [hier](/${to["column"]}/).\n`;
  }
}

/** Makes a folder hold the draft's files, and touches only those that differ. */
export function writeDraft(folder: string, draft: Draft): void {
  const files = filesOf(draft);
  for (const [file, text] of files) {
    const path = join(folder, file);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const old of written.get(folder) ?? []) if (!files.has(old)) rmSync(join(folder, old));
  written.set(folder, [...files.keys()]);
}

const written = new Map<string, string[]>();

function filesOf({ articles, bios, columns, settings, page, circles }: Draft): Map<string, string> {
  const circle = '<circle cx="5" cy="5" r="';
  return new Map([
    [
      "magazine.yaml",
      `title: ${settings.title}\ndescription: Zur Probe\nurl: https://probe.example\nlanguage: de\ntimeZone: Europe/Berlin\nperPage: ${settings.perPage}\ncomments:\n  service: https://c.example\npublisher:\n  name: Probe\n  address: Weg 1\n  responsible: Anna\n  email: a@probe.example\n`,
    ],
    ["pages/ueber.md", `---\ntitle: Über uns\n---\n\n${page}\n`],
    [
      "articles/kreis.svg",
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${circle}${circles}"/></svg>`,
    ],
    ...[...bios].map(([name, bio]): [string, string] => [
      `authors/${name}.md`,
      `---\nname: ${name[0]?.toUpperCase()}${name.slice(1)} Muster\ncolumnist: true\n---\n\n${bio}\n`,
    ]),
    ...[...columns].map(([name, about]): [string, string] => [
      `columns/${name}.md`,
      `---\nname: ${name}\ndescription: ${about}\n---\n`,
    ]),
    ...[...articles].map(([name, { body, ...fields }]): [string, string] => {
      const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
      return [`articles/${name}.md`, `---\n${lines.join("\n")}\n---\n\n${body}`];
    }),
  ]);
}
