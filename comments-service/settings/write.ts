import { writeFileSync } from "node:fs";
import { envExample, explained, settingsPage } from "./files.ts";

// npm run settings: writes what is said of the settings. A test says when it is out of date.
writeFileSync(new URL("../.env.example", import.meta.url), envExample(explained));
writeFileSync(new URL("../../docs/settings.md", import.meta.url), settingsPage(explained));
