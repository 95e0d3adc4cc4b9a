import type { de } from "../de/words.ts";
import { badges } from "./badges.ts";
import { en as checks } from "./checks.ts";
import { en as desk } from "./desk.ts";
import { en as letters } from "./letters.ts";
import { en as pages } from "./pages.ts";

export const en: typeof de = { badges, checks, desk, letters, pages };
