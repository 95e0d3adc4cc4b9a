import { expect, test } from "vitest";
import { fieldsOf, withInner } from "../../../magazine/read/described.ts";

test("a column's fields, whole", () => {
  const [name, description, aliases] = fieldsOf("column");
  expect(name).toEqual({ name: "name", path: "name", kind: "line", isRequired: true });
  expect(description).toEqual({
    name: "description",
    path: "description",
    kind: "paragraph",
    isRequired: true,
  });
  expect(aliases).toEqual({
    name: "aliases",
    path: "aliases",
    kind: "list",
    isRequired: false,
    item: { name: "aliases", path: "aliases", kind: "alias", isRequired: true },
  });
});

test("fields of fields, choices, bounds and defaults", () => {
  const fields = new Map(withInner(fieldsOf("magazine")).map((field) => [field.path, field]));
  expect(fields.get("language")).toEqual({
    name: "language",
    path: "language",
    kind: "choice",
    isRequired: true,
    choices: ["de", "en"],
  });
  expect(fields.get("perPage")).toEqual({
    name: "perPage",
    path: "perPage",
    kind: "number",
    isRequired: false,
    default: "10",
    from: 1,
    to: 100,
  });
  expect(fields.get("comments")).toMatchObject({ kind: "map", isRequired: false });
  expect(fields.get("comments")?.fields?.map(({ path, isRequired }) => [path, isRequired])).toEqual(
    [
      ["comments.service", true],
      ["comments.close", false],
    ],
  );
  expect(fields.get("services")?.item?.fields?.map(({ name, path }) => [name, path])).toEqual([
    ["title", "services.title"],
    ["url", "services.url"],
  ]);
  expect(fields.get("share")?.item?.choices).toContain("bluesky");
  expect(fields.get("share")).not.toHaveProperty("default");
  expect([...fields.keys()].slice(6, 14)).toEqual([
    "perPage",
    "comments",
    "comments.service",
    "comments.close",
    "share",
    "services",
    "services.title",
    "services.url",
  ]);
});

test("each kind of value that an article and an author have", () => {
  const kinds = (kind: "article" | "author") =>
    fieldsOf(kind).map((field) => `${field.name} ${field.kind} ${field.item?.kind ?? ""}`.trim());
  expect(kinds("article")).toEqual([
    "title line",
    "date time",
    "column column",
    "author author",
    "authors list author",
    "standfirst paragraph",
    "topics list line",
    "series line",
    "image picture",
    "imageAlt paragraph",
    "imageCaption paragraph",
    "imageCredit paragraph",
    "imageFocus focus",
    "updated time",
    "corrections list map",
    "aliases list alias",
    "comments conversation",
    "featured flag",
    "draft flag",
    "expires time",
    "id slug",
  ]);
  expect(kinds("author")).toEqual([
    "name line",
    "sortName line",
    "tagline paragraph",
    "role line",
    "badge line",
    "links list map",
    "portrait picture",
    "portraitFocus focus",
    "columnist flag",
  ]);
});
