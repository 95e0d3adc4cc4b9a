import { expect, test } from "vitest";
import { checks } from "../../../../comments-service/domain/checks/checks.ts";
import { openHolding, report, signIn, write } from "./moderator.ts";

test("what a decision needs stands beside a comment: suspect words, who is answered, how the writer has fared", async () => {
  const service = await openHolding({
    only: checks.filter(({ name }) => ["suspect-words", "all-held"].includes(name)),
    env: { SUSPECT_WORDS: "gratis,guter Kredit" },
  });
  const moderator = await signIn(service);
  const act = (one: string) => moderator.send("/desk/acts", [["one", one]]);
  const email = "Gisela@mail.example";
  await act(
    `publish ${await write(service, { name: "Gisela", email, text: "Ohne h, <b> „so“." })}`,
  );
  await act(`reject ${await write(service, { name: "Gisela", email, text: "Weg" })} spam`);
  await write(service, {
    name: "Gisela",
    email: "gisela@mail.example",
    text: "Ein guter,\nKREDIT & gratis: <i>gratis</i>!",
    replyTo: 1,
  });
  const page = await (await moderator.get("/desk/")).text();
  const parts = [
    "Ein <mark>guter,\nKREDIT</mark> &amp; <mark>gratis</mark>: &lt;i&gt;<mark>gratis</mark>&lt;/i&gt;!",
    `<p class="rule">alle Kommentare werden erst geprüft</p>`,
    "Verdächtige Wörter:</span> „guter,\nKREDIT“, „gratis“",
    `#kommentar-1"><b>Antwort auf [1] Gisela:</b>`,
    "„Ohne h, &lt;b&gt; ‚so‘.“",
    "</a> 1 veröffentlicht · 2 angehalten · 1 entfernt",
    `aria-label="Veröffentlichen: Kommentar von Gisela"`,
    `aria-label="Ablehnen, Spam: Kommentar von Gisela"`,
  ];
  expect(parts.filter((part) => !page.includes(part))).toEqual([]);
  const published = await (await moderator.get("/desk/?queue=published")).text();
  expect(published).toContain(`aria-label="Verbergen: [1] von Gisela"`);
});

test("reports stand there with their reasons and messages, and who writes for the first time is named so", async () => {
  const service = await openHolding({ only: [] });
  const id = await write(service);
  const moderator = await signIn(service);
  for (const peer of ["192.0.1.7", "192.0.2.7"]) {
    const challenge = await service.challenge({ action: "report" });
    const body = { reason: "other", message: `Von ${peer} <3`, challenge };
    await service.send(`/comments/${id}/reports`, body, { peer });
  }
  await report(service, id);
  const page = await (await moderator.get("/desk/?queue=reported")).text();
  const parts = [
    "3 Meldungen",
    "<b>1 ×</b> Beleidigung oder Hetze</li>",
    "<b>2 ×</b> etwas anderes: <span",
    "„Von 192.0.1.7 &lt;3“",
    "Erster Kommentar von dieser Adresse",
  ];
  expect(parts.filter((part) => !page.includes(part))).toEqual([]);
});
