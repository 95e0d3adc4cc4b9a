import { badges } from "./badges.ts";
import { de as checks } from "./checks.ts";
import { de as desk } from "./desk.ts";
import { de as letters } from "./letters.ts";
import { de as pages } from "./pages.ts";

export const de = { badges, checks, desk, letters, pages };
