import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openService } from "../comments-service/service.ts";
import { printSite, sample } from "../site.ts";

// What Firefox and WebKit showed once (npm run browsers), held here as far as it can be without them.
const root = join(import.meta.dirname, "../..");

describe("every style", () => {
  const files = globSync(["layouts/styles/*.css", "comments-service/public/*.css"], {
    cwd: root,
  });

  test.each(files)(
    "underlines by longhands, since WebKit knows no shorthand of two values: %s",
    (file) => {
      const css = readFileSync(join(root, file), "utf8");
      expect(css.match(/text-decoration:\s*[\w-]+\s+[^;}\s][^;}]*/gu)).toBeNull();
    },
  );

  test("hyphenates headlines from fourteen letters on, in each engine's words", () => {
    const css = readFileSync(join(root, "layouts/styles/frame.css"), "utf8");
    const rule = /h1,\s*h2[^{]*\{([^}]*)\}/u.exec(css)?.[1];
    expect(rule).toContain("hyphenate-limit-chars: 14");
    expect(rule).toContain("-webkit-hyphenate-limit-before: 7");
    expect(rule).toContain("-webkit-hyphenate-limit-after: 7");
  });
});

test("no page asks a browser to fetch the next one ahead, which the policy would refuse; its links say which it is", async () => {
  const { printed } = await printSite(sample);
  const all = [...printed.values()].join("");
  expect(all.match(/<link[^>]+rel="(next|prefetch|prerender|preload)"/gu)).toBeNull();
  expect(all).toMatch(/<a [^>]*rel="next"/u);
  expect(all).toMatch(/<a [^>]*rel="prev"/u);
});

test.each(["/mine", "/confirm?token=x", "/desk/sign-in", "/unsubscribe", "/notices/new"])(
  "no browser asks for a favicon beside %s",
  async (path) => {
    const service = await openService();
    await service.thread();
    const answer = await service.ask(path);
    expect(await answer.text()).toContain('<link rel="icon" href="data:,">');
    expect(answer.headers.get("Content-Security-Policy")).toContain("img-src data:");
  },
);
