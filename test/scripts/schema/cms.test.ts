import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { fieldsOf } from "../../../magazine/read/described.ts";
import { cmsConfig, cmsPage, sveltia } from "../../../scripts/schema/cms.ts";
import type { Desk } from "../../../scripts/schema/cms.ts";
import { writeSchema } from "../../../scripts/schema/write-schema.ts";
import { call, run, temporaryFolder } from "../run.ts";

const desk: Desk = {
  language: "de",
  title: "Das Prüfblatt",
  url: "https://pruefblatt.example",
  hasYears: true,
  content: "content",
  backend: "github",
  repository: "verlag/magazin",
};

/** As the package `@sveltia/cms` of that version publishes it. */
const published = JSON.parse(
  readFileSync(`test/fixtures/sveltia-cms-${sveltia.version}.json`, "utf8"),
) as object;
const fits = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(published);

/** What the configuration says, as far as the tests look into it. */
interface Config {
  readonly collections: readonly Collection[];
  readonly singletons: readonly (Collection & { readonly file: string })[];
}
interface Collection {
  readonly name: string;
  readonly folder: string;
  readonly path?: string;
  readonly fields: readonly { readonly name: string; readonly required: boolean }[];
}
const configOf = (changed: Partial<Desk> = {}) => cmsConfig({ ...desk, ...changed }) as Config;

describe("the configuration of Sveltia CMS", () => {
  test.each<Partial<Desk>>([
    {},
    { language: "en", hasYears: false },
    { backend: "gitlab" },
    { backend: "gitea" },
  ])("fits the schema that Sveltia publishes: %o", (changed) => {
    fits(configOf(changed));
    expect(fits.errors).toBe(null);
  });

  test("would not fit with a field that it does not know", () => {
    const config = configOf();
    const [first, ...rest] = config.collections;
    const fields = [{ name: "title", widget: "string", min_length: 3 }];
    expect(fits({ ...config, collections: [{ ...first, fields }, ...rest] })).toBe(false);
  });

  test("offers every field of every kind of file, the needed ones as needed, and the text last", () => {
    const config = configOf();
    const all = [...config.collections, ...config.singletons];
    expect(all.map(({ name }) => name)).toEqual([
      "articles",
      "authors",
      "columns",
      "pages",
      "magazine",
    ]);
    const kinds = ["article", "author", "column", "page", "magazine"] as const;
    for (const [at, kind] of kinds.entries()) {
      const offered = all[at]?.fields.map(({ name, required }) => [name, required]) ?? [];
      const fields = fieldsOf(kind).map(({ name, isRequired }) => [name, isRequired]);
      const body = { article: [["body", true]], page: [["body", true]], author: [["body", false]] };
      expect(offered).toEqual([...fields, ...(body[kind as keyof typeof body] ?? [])]);
    }
  });

  test("puts new articles where the others are", () => {
    expect(configOf().collections[0]).toMatchObject({
      folder: "content/articles",
      path: "{{year}}/{{slug}}",
    });
    expect(configOf({ hasYears: false }).collections[0]?.path).toBe(undefined);
    expect(configOf().singletons[0]?.file).toBe("content/magazine.yaml");
  });
});

test("the page loads one file, of one version and with its hash, and nothing else", () => {
  const page = cmsPage({ language: "de", title: "Hin & <Her>" });
  expect(page).toContain("<title>Hin &amp; &lt;Her></title>");
  expect(page.match(/https?:[^"]+/gu)).toEqual([
    `https://unpkg.com/@sveltia/cms@${sveltia.version}/dist/sveltia-cms.js`,
  ]);
  expect(page).toMatch(/ integrity="sha384-[\w+/]{64}" crossorigin="anonymous">/u);
});

describe("npm run schema -- cms", () => {
  const words = ["cms", "--content", "test/fixtures/magazine"];
  const schema = (...args: string[]) => call(writeSchema, ...words, ...args);

  test("writes the page and its configuration into one folder", async () => {
    const out = join(temporaryFolder(), "admin");
    const given = [...words, "--repository", "verlag/magazin", "--out", out];
    const { code, errors } = await run("scripts/schema.ts", ...given);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(readdirSync(out).toSorted()).toEqual(["config.json", "index.html"]);
    const config: unknown = JSON.parse(readFileSync(join(out, "config.json"), "utf8"));
    expect(config).toMatchObject({
      backend: { name: "github", repo: "verlag/magazin" },
      app_title: "Das Prüfblatt",
    });
    expect(fits(config)).toBe(true);
  });

  test.each([
    ["no repository", [], "--repository OWNER/NAME"],
    ["another backend", ["--repository", "a/b", "--backend", "svn"], "github, gitlab or gitea"],
  ])("%s gives one clear line and the exit code 2", async (_, args, line) => {
    const { code, errors } = await schema(...args);
    expect(code).toBe(2);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(errors).toContain(line);
  });
});
