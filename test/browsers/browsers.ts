import { join } from "node:path";
import { openStage } from "../browser/stage.ts";
import type { Engine } from "./engine.ts";
import { openFirefox } from "./firefox.ts";
import { look } from "./look.ts";
import { walk } from "./walk.ts";
import { openWebKit } from "./webkit.ts";

// npm run browsers [firefox|webkit]: walks the whole way in the engines that the tests do not use, and takes pictures to be looked at.
const engines = { firefox: openFirefox, webkit: openWebKit };
const wanted = process.argv.slice(2);
const folder = join(import.meta.dirname, "../../.kolumne/browsers");

async function within(engine: Engine, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await engine.close();
  }
}

for (const [name, open] of Object.entries(engines)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const stage = await openStage();
  try {
    const light = await open("light");
    await within(light, async () => {
      await walk(light, stage);
      await look(light, stage, { scheme: "light", folder });
    });
    const dark = await open("dark");
    await within(dark, () => look(dark, stage, { scheme: "dark", folder }));
  } finally {
    await stage.close();
  }
  console.log(`${name}: the whole way was walked; pictures lie in ${folder}`);
}
