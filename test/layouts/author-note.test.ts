import { expect, test } from "vitest";
import { authorNote } from "../../layouts/author-note.ts";
import { parseText } from "../../magazine/text/text.ts";

/** What is printed of an author with that text. */
function printed(bio: string): string {
  const { key, rendered } = parseText(bio, "de");
  return authorNote({
    title: "Eva Klein",
    href: "/autoren/eva-klein/",
    tagline: null,
    portrait: null,
    bio: { key, rendered, images: {}, moved: {} },
    links: [],
  }).toString();
}

test("who has no text about the person has no place for one", () => {
  expect(printed("Schreibt.")).toContain('<div class="bio"><p>Schreibt.</p>');
  for (const bio of ["", "\n\n", "[a]: /b/"]) expect(printed(bio)).not.toContain("bio");
});
