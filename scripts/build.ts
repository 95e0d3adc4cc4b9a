import { tellMistakes, toldFrom } from "../magazine/read/telling.ts";
import { buildMagazine } from "./build/magazine.ts";
import { pictureCache } from "./build/pictures.ts";
import { readOptions, runCommand } from "./command.ts";
import { originOption } from "./options.ts";
import { shownMistakes } from "./start/builder.ts";
import { endWithParent } from "./start/children.ts";

/** npm run build -- [--content DIR] [--out DIR] [--url URL] [--service URL] [--now TIME] [--preview] [--style-page] [--show-mistakes] [--pictures FILE] */
export async function build(args?: readonly string[]): Promise<void> {
  const options = readOptions(
    {
      content: "DIR",
      out: "DIR",
      url: "URL",
      service: "URL",
      now: "TIME",
      preview: null,
      "style-page": null,
      "show-mistakes": null,
      pictures: "FILE",
    },
    args,
  );
  const out = options.out ?? "dist";
  const started = performance.now();
  const content = options.content ?? "content";
  const { changed, unchanged, removed, isUnlisted, drawn, mistakes, heavy } = await buildMagazine({
    content,
    out,
    url: originOption("--url", options.url),
    service: originOption("--service", options.service),
    now: options.now,
    preview: options.preview !== undefined,
    stylePage: options["style-page"] !== undefined,
    showMistakes: options["show-mistakes"] !== undefined,
    pictures: options.pictures,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${changed + unchanged} files in ${out}: ${changed} new or changed, ${unchanged} as before, ${removed} removed (${seconds} s)`,
  );
  if (drawn > 0) console.log(`${drawn} pictures drawn; they are kept in ${pictureCache}`);
  for (const line of heavy.slice(0, 5)) console.warn(line);
  if (heavy.length > 5) console.warn(`… and ${heavy.length - 5} more`);
  if (mistakes.length > 0) {
    console.error(tellMistakes(toldFrom(content, mistakes)));
    process.exitCode = shownMistakes;
  }
  if (isUnlisted) {
    console.log(
      `${out} had no list of what was printed: nothing was deleted, and what an older build left is yours to delete. The next build knows.`,
    );
  }
}

if (import.meta.main) {
  endWithParent();
  await runCommand(build);
}
