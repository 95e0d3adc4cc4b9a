import { Eleventy } from "@11ty/eleventy";
import { printPage } from "./layouts/print.ts";
import type { Assets } from "./layouts/assets.ts";
import type { Page } from "./magazine/pages/page.ts";

/**
 * The press, and the one file that knows Eleventy: prints the list of pages into a folder.
 * One virtual template goes over the list; there are no template files, no computed data and no plugins.
 *
 * @param folder the output folder, which should be empty
 * @throws Error naming the page that could not be printed
 */
export async function press(pages: readonly Page[], assets: Assets, folder: string): Promise<void> {
  const eleventy = new Eleventy(undefined, undefined, {
    configPath: false,
    quietMode: true,
    config(config) {
      config.setInputDirectory("layouts");
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
        render: ({ current }: { current: Page }) => named(current, assets),
      });
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/** Eleventy's own errors name the virtual template; ours name the page. */
function named(page: Page, assets: Assets): string {
  try {
    return printPage(page, assets);
  } catch (cause) {
    throw new Error(`${page.path} (${page.source}) could not be printed: ${String(cause)}`, {
      cause,
    });
  }
}
