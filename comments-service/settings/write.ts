import { writeFileSync } from "node:fs";
import { table } from "../settings.ts";
import { envExample, settingsPage } from "./files.ts";

// npm run settings: writes what is said of the settings. A test says when it is out of date.
const settings = Object.values(table);
writeFileSync(new URL("../.env.example", import.meta.url), envExample(settings));
writeFileSync(new URL("../../docs/settings.md", import.meta.url), settingsPage(settings));
