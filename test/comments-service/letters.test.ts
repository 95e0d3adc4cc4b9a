import { expect, test } from "vitest";
import { confirmLetter } from "../../comments-service/mail/letters/confirm.ts";
import { confirmWordings } from "../../comments-service/mail/letters/wordings.ts";
import { deskLetter } from "../../comments-service/mail/letters/desk.ts";
import { reportEntry } from "../../comments-service/mail/letters/desk-entries.ts";
import { reasons } from "../../comments-service/wire.ts";

const site = (language: "de" | "en") => ({
  title: language === "de" ? "Die Spalte" : "The Column",
  url: "https://x.example/",
  language,
  timeZone: "Europe/London",
});

const confirmation = {
  title: "Rain",
  name: "Petra",
  text: "I disagree.",
  link: "https://comments.example/confirm?token=x",
  notify: null,
};
const expires = Date.UTC(2012, 9, 25, 4, 15);

// Whoever changes what this letter asks for gives its wording a new name, since each comment keeps the name of what was agreed to.
test("the wording confirm.en.4 is what it was", () => {
  expect(confirmWordings.en).toBe("confirm.en.4");
  expect(confirmLetter({ ...confirmation, site: site("en") }, expires)).toEqual({
    subject: "Please confirm your comment on “Rain”",
    text: `Hello,

Somebody used your email address to write a comment on “Rain” in “The Column”:

> I disagree.
> – Petra

Was it you? Then please confirm it with this link. By doing so you agree that it appears below the article with the name you gave; you can withdraw this consent at any time:

https://comments.example/confirm?token=x

The link works until 25 Oct 2012, 05:15. If you wrote nothing, there is nothing to do: the comment will not appear, and it will be deleted with your address after three days.

Keep this email: with the same link you can edit the comment for a quarter of an hour, as long as nobody has answered it, and delete it for thirty days.

Kind regards,
The editors of “The Column”
`,
  });
});

test.each(["de", "en"] as const)(
  "a report in %s gives the reason in words, and leaves out what was not said",
  (language) => {
    const report = {
      site: site(language),
      title: "Rain",
      comment: { number: 3, name: "Eve", text: "Buy!" },
      link: "https://x.example/rain/#kommentar-3",
      addresses: { hide: "https://c.example/act?token=h", keep: "https://c.example/act?token=k" },
      desk: "https://c.example/desk/comments/c1",
      more: 0,
      became: null,
    };
    const texts = reasons.map((reason) => {
      const entry = reportEntry({ ...report, reports: [{ reason, message: "", email: null }] });
      const waiting = { held: 0, reported: 1, notices: 0 };
      const desk = "https://c.example/desk/";
      const about = { site: report.site, more: 0, waiting, desk, isLast: false };
      return deskLetter({ ...about, entries: [entry] }).text;
    });
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) {
      expect(text).toContain("> Buy!\n> – Eve\n");
      expect(text).toContain(":\nhttps://c.example/act?token=h\n\n");
      expect(text).toContain("\nhttps://c.example/desk/comments/c1\n");
      expect(text).not.toMatch(/null|undefined|\n\n\n/u);
    }
  },
);
