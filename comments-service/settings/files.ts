import { table } from "../settings.ts";
import type { Setting } from "../settings.ts";
import { meanings } from "./meanings.ts";
import type { Meaning } from "./meanings.ts";

const WIDTH = 140;

type Explained = Setting & Meaning;

/** Every setting with what it means, in the order of `.env.example`. */
export const explained: readonly Explained[] = Object.entries<Setting>(table).map(
  ([key, setting]) => Object.assign({}, setting, meanings[key as keyof typeof table]),
);

/** `.env.example`: a file to start from, which every shell reads as the defaults. */
export function envExample(settings: readonly Explained[]): string {
  const about =
    "The settings of the comments service. Copy this file to `.env` in the folder from which the service is started (with `npm run comments` that is the root of the repository), and keep that one out of the repository.\nOn your own machine nothing has to be set: every line below shows a default, or an example where a public service needs a value.";
  const rows = settings.map(({ name, meaning, expected, ...setting }) => {
    return `${comment(`${meaning}\nExpected: ${expected}.`)}${name}=${standing(setting, settings)}\n`;
  });
  return [comment(about), ...rows].join("\n");
}

/** `docs/settings.md`: the same with all that there is to say. */
export function settingsPage(settings: readonly Explained[]): string {
  const about =
    "The service reads its settings once, from the environment or from a file `.env` in the folder where it is started. What is missing or wrong is named all at once, and the exit code is then 2. On a loopback address (`localhost`) nothing has to be set. For the public, everything without a default below has to be. [`.env.example`](../comments-service/.env.example) is a file to start from.";
  const sections = settings.map((setting) => {
    const { name, meaning, more, expected } = setting;
    const said = [meaning, more, `Expected: ${expected}. ${defaultOf(setting, settings)}`];
    return `## ${name}\n\n${said
      .filter((each) => each !== undefined)
      .map(wrapped)
      .join("\n\n")}\n`;
  });
  return [`# Settings of the comments service\n\n${wrapped(about)}\n`, ...sections].join("\n");
}

function defaultOf(setting: Setting, settings: readonly Setting[]): string {
  const value = standing(setting, settings);
  const shown = value === "" ? "none" : `\`${value}\``;
  return typeof setting.default === "string"
    ? `Default: ${shown}.`
    : `Default on a loopback address: ${shown}; elsewhere it has to be set.`;
}

/** The default as it is read on one's own machine. */
function standing({ default: text }: Pick<Setting, "default">, all: readonly Setting[]): string {
  if (typeof text !== "string") return text.local;
  return text.replace(/\$([A-Z_]+)/u, (_, name: string) => {
    const other = all.find((setting) => setting.name === name);
    return other === undefined ? "" : standing(other, all);
  });
}

function comment(text: string): string {
  const lines = text.split("\n").flatMap((line) => wrapped(line).split("\n"));
  return lines.map((line) => `# ${line}\n`).join("");
}

/** Lines of at most WIDTH characters, broken between words. */
function wrapped(text: string): string {
  return text.replaceAll(new RegExp(`(.{1,${WIDTH}})(?: |$)`, "gu"), "$1\n").trimEnd();
}
