import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, places } from "./reading.ts";

test("a paragraph all in bold is the question of an interview, and only that", () => {
  expect(html("**Woran liegt *das*?**\n\nAn den Stühlen.\n")).toBe(
    `<p class="ask"><strong>Woran liegt <em>das</em>?</strong></p>\n<p>An den Stühlen.</p>\n`,
  );
  for (const other of ["**Öhring:** Ja.", "**a** **b**", "- **a**\n\n  b", "> **a**", "*a*"]) {
    expect(html(other)).not.toContain('class="ask"');
  }
});

describe("a link alone in its paragraph", () => {
  test.for([
    ["https://www.youtube.com/watch?v=abc", "video", "Video auf YouTube", "youtube.com"],
    ["https://youtu.be/abc?t=3", "video", "Video auf YouTube", "youtu.be"],
    ["https://m.youtube.com/shorts/abc", "video", "Video auf YouTube", "youtube.com"],
    ["https://bsky.app/profile/a.example/post/3k", "post", "Beitrag auf Bluesky", "bsky.app"],
    ["https://norden.example/@mara/112233445566", "post", "Beitrag auf Mastodon", "norden.example"],
    [
      "https://norden.example/@mara@sued.example/112233445566",
      "post",
      "Beitrag auf Mastodon",
      "norden.example",
    ],
  ])("to %s says where it leads", ([address = "", kind = "", place = "", host = ""]) => {
    expect(html(`[Ein "Rundgang"](${address})`)).toBe(
      `<p class="embed ${kind}"><a href="${address}">Ein „Rundgang“ <small>${place}</small></a></p>\n`,
    );
    expect(html(address)).toBe(
      `<p class="embed ${kind}"><a href="${address}">${place} <small>${host}</small></a></p>\n`,
    );
  });

  test("may hold a picture of our own, which is the only one that is loaded", () => {
    const printed = html("[![Eine Tür](tuer.jpg) Der Rundgang](https://youtu.be/a)");
    expect([...printed.matchAll(/ src="(.*?)"/gu)].map(([, src]) => src)).toEqual(["tuer.jpg"]);
    expect(printed.replace(/<img [^>]*>/u, "<img>")).toBe(
      `<p class="embed video"><a href="https://youtu.be/a"><img> Der Rundgang <small>Video auf YouTube</small></a></p>\n`,
    );
  });

  test("speaks the magazine's language", () => {
    const printed = renderText(parseText("[a](https://youtu.be/a)", "en"), { part: "all" });
    expect(printed).toContain("<small>Video on YouTube</small>");
  });

  test.for([
    "[a](https://www.youtube.com/@kanal)",
    "[a](https://www.example.org/watch?v=a)",
    "[a](https://example.org/@mara/profil)",
    "[a](https://bsky.app/profile/a.example)",
    "So: [a](https://youtu.be/a)",
    "- [a](https://youtu.be/a)",
    "[a](https://youtu.be/a) [b](https://youtu.be/b)",
    "Wort[^1]\n\n[^1]: [a](https://youtu.be/a)",
    "Wort^[[a](https://youtu.be/a)]",
  ])("and %j stay links as others", (source) => {
    expect(html(source)).not.toMatch(/embed|<small>/u);
  });
});

test("a link without words in place of a video is a mistake as elsewhere", () => {
  expect(places("[](https://youtu.be/a)")).toEqual(["1:1 a link without words"]);
});
