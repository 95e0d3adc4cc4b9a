import { fieldsOf } from "../../magazine/read/described.ts";
import type { Field, FileKind } from "../../magazine/read/described.ts";
import { fieldWords } from "../../magazine/read/field-words/field-words.ts";
import type { Language } from "../../magazine/model.ts";
import type { Kind } from "../../magazine/read/schema.ts";
import { slugForm } from "../../magazine/read/slugs.ts";
import { patterns, valueOf } from "./json-schema.ts";

/** What the configuration is made for. */
export interface Desk {
  readonly language: Language;
  /** The magazine's address and title. */
  readonly url: string;
  readonly title: string;
  /** Whether new articles stand in a folder of their year. */
  readonly hasYears: boolean;
  /** The content folder, from the root of the repository. */
  readonly content: string;
  /** Where the repository is. */
  readonly backend: "github" | "gitlab" | "gitea";
  /** `owner/name` */
  readonly repository: string;
}

type Markdown = Exclude<FileKind, "magazine">;

const words = {
  de: {
    folders: { article: "Artikel", author: "Autoren", column: "Kolumnen", page: "Seiten" },
    kinds: { article: "Artikel", author: "Autor", column: "Kolumne", page: "Seite" },
    magazine: "Das Magazin",
    text: "Text",
    bio: "Über die Person",
    expected: "Erwartet wird",
  },
  en: {
    folders: { article: "Articles", author: "Authors", column: "Columns", page: "Pages" },
    kinds: { article: "Article", author: "Author", column: "Column", page: "Page" },
    magazine: "The magazine",
    text: "Text",
    bio: "About the person",
    expected: "Expected:",
  },
} as const satisfies Record<Language, object>;

/** The configuration of Sveltia CMS (https://sveltiacms.app/en/docs) for a magazine, from the fields. */
export function cmsConfig(desk: Desk): object {
  const { language, url, title, content, backend, repository } = desk;
  const kinds: readonly Markdown[] = ["article", "author", "column", "page"];
  return {
    backend: { name: backend, repo: repository },
    app_title: title,
    site_url: url,
    // Where a field says nothing else: pictures stand beside their text.
    media_folder: content,
    public_folder: "/",
    slug: { encoding: "ascii", clean_accents: true },
    // A field that is left out is no mistake; one that is empty is.
    output: { omit_empty_optional_fields: true },
    collections: kinds.map((kind) => collection(kind, desk)),
    singletons: [
      {
        name: "magazine",
        label: words[language].magazine,
        file: `${content}/magazine.yaml`,
        fields: fieldsOf("magazine").map((field) => widget(field, "magazine", language)),
      },
    ],
  };
}

function collection(kind: Markdown, { language, content, hasYears }: Desk): object {
  const word = words[language];
  const fields = fieldsOf(kind);
  const name = fields.some((field) => field.name === "name") ? "name" : "title";
  return {
    name: `${kind}s`,
    label: word.folders[kind],
    label_singular: word.kinds[kind],
    folder: `${content}/${kind}s`,
    format: "yaml-frontmatter",
    identifier_field: name,
    // A file that was renamed would be another article, with other comments.
    slug: { template: `{{${name}}}`, editable: ["create"], pattern: [patterns.slug, slugForm] },
    ...(kind === "article" && hasYears && { path: "{{year}}/{{slug}}" }),
    media_folder: "",
    public_folder: "",
    fields: [...fields.map((field) => widget(field, kind, language)), ...bodyOf(kind, language)],
  };
}

/** As it is written: nothing may rearrange page breaks and footnotes. */
function bodyOf(kind: Markdown, language: Language): object[] {
  if (kind === "column") return [];
  const { bio, text } = words[language];
  const label = kind === "author" ? bio : text;
  return [{ name: "body", label, widget: "markdown", modes: ["raw"], required: kind !== "author" }];
}

function widget(field: Field, kind: FileKind, language: Language): object {
  const [label, says] = fieldWords[language][kind][field.path] ?? [];
  return {
    name: field.name,
    label,
    hint: says,
    required: field.isRequired,
    ...(field.default !== undefined && { default: valueOf(field, field.default) }),
    ...inputOf(field, kind, language),
  };
}

const relation = (collection: string) => ({
  widget: "relation",
  collection,
  value_field: "{{slug}}",
  display_fields: ["name"],
});

const byKind: Partial<Record<Kind, object>> = {
  paragraph: { widget: "text" },
  lines: { widget: "text" },
  flag: { widget: "boolean" },
  picture: { widget: "image", media_folder: "", public_folder: "", choose_url: false },
  column: relation("columns"),
  author: relation("authors"),
};

function inputOf(field: Field, kind: FileKind, language: Language): object {
  const { item, fields, choices, from, to } = field;
  const inner = (inside: readonly Field[]) => inside.map((one) => widget(one, kind, language));
  if (fields) return { widget: "object", collapsed: !field.isRequired, fields: inner(fields) };
  if (item?.fields) return { widget: "list", fields: inner(item.fields) };
  if (item?.choices) return { widget: "select", multiple: true, options: item.choices };
  if (item?.kind === "author") return { ...relation("authors"), multiple: true };
  if (item) return { widget: "list" };
  if (choices) return { widget: "select", options: choices };
  if (field.kind === "number") return { widget: "number", value_type: "int", min: from, max: to };
  const known = byKind[field.kind];
  if (known) return known;
  const pattern = patterns[field.kind];
  const says = fieldWords[language][kind][field.path]?.[1] ?? "";
  return {
    widget: "string",
    ...(pattern && { pattern: [pattern, `${words[language].expected} ${says}`] }),
  };
}

/** The version that is loaded, and what its file hashes to (https://www.w3.org/TR/SRI/): no other one runs. */
export const sveltia = {
  version: "0.221.1",
  integrity: "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6",
};

/** The page that is the CMS, with its configuration beside it. */
export function cmsPage({ language, title }: Pick<Desk, "language" | "title">): string {
  const file = `https://unpkg.com/@sveltia/cms@${sveltia.version}/dist/sveltia-cms.js`;
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped}</title>
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<script src="${file}" integrity="${sveltia.integrity}" crossorigin="anonymous"></script>
</body>
</html>
`;
}
