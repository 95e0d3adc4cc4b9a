import { join } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { Page } from "./magazine/pages/page.ts";

/**
 * The press, and the one file that knows Eleventy: prints the list of pages into a folder.
 * One virtual template goes over the list; there are no template files, no computed data and no plugins.
 *
 * @param print gives the text of a page
 * @param folder the output folder, which should be empty
 * @throws what `print` throws
 */
export async function press(
  pages: readonly Page[],
  print: (page: Page) => string,
  folder: string,
): Promise<void> {
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: false,
    quietMode: true,
    config(config) {
      config.setInputDirectory(join(import.meta.dirname, "layouts"));
      config.setOutputDirectory(folder);
      config.setTemplateFormats(["11ty.js"]);
      config.setUseGitIgnore(false);
      config.addGlobalData("pages", pages);
      config.addTemplate("page.11ty.js", {
        data: {
          pagination: { data: "pages", size: 1, alias: "current" },
          permalink: ({ current }: { current: Page }) =>
            current.path.endsWith("/") ? `${current.path}index.html` : current.path,
        },
        render: ({ current }: { current: Page }) => print(current),
      });
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  // Made before Eleventy knows that it is to be quiet, it would tell on a slow machine how long its parts took.
  eleventy.bench.get("Configuration").setIsVerbose(false);
  await eleventy.write();
}
