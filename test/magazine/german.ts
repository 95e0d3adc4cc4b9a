import { inGerman } from "../../magazine/read/in-words/in-words.ts";
import type { Mistake } from "../../magazine/read/mistakes.ts";

/** Every mistake that a test makes has its words in German, too: `magazine/read/in-words/`. */
export function refuseEnglish(mistakes: readonly Pick<Mistake, "what" | "expected">[]): void {
  const sentences = mistakes.flatMap(({ what, expected }) => [what, expected]);
  const missing = sentences.filter((sentence) => inGerman(sentence) === null);
  if (missing.length > 0)
    throw new Error(`magazine/read/in-words has no German for: ${missing.join(" | ")}`);
}
