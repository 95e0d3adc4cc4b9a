import { fileNames } from "../../../comments-service/http/files.ts";

/** Calls that openapi.json leaves out, with the reason; a path stands for all below it. */
export const undescribed: Readonly<Record<string, string>> = {
  "/desk": "the pages of the desk are for people, and change with it: see docs/desk.md",
  ...Object.fromEntries(
    fileNames
      .filter((name) => name !== "openapi.json")
      .map((name) => [`/${name}`, "pages load it"]),
  ),
  "/outbox": "it is there on one's own machine only",
};
