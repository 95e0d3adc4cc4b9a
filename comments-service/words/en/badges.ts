import type { badges as de } from "../de/badges.ts";

export const badges: typeof de = {
  author: "Author",
  editor: "Editors",
  ofThisArticle: " of this article",
  recommended: "Recommended by the editors",
};
