import { exportLines } from "../../../../comments-service/commands/export/ndjson.ts";
import { importNdjson } from "../../../../comments-service/commands/import/ndjson.ts";
import { copyDatabase } from "../../../../comments-service/store/sqlite/database-file.ts";
import { openSqlite } from "../../../../comments-service/store/sqlite/sqlite.ts";
import { bring, fixture, issoDatabase, temporaryFile } from "../import/importing.ts";
import { own, signIn } from "../../http/desk/moderator.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";

/** A service with comments of all states, and rows in every table that is exported. */
export async function filled(): Promise<TestService> {
  const service = await openService();
  await service.publish({ text: "Eins.\n\n„Zwei“ 🌧", notify: "replies" });
  await service.publish({ text: "Antwort.", replyTo: 1, email: "jens@mail.example" });
  await service.post({ text: "Nie bestätigt.", email: "vergessen@mail.example" });
  await bring(service, "disqus", fixture("disqus.xml"));
  await bring(service, "isso", issoDatabase());
  const [comment] = (await service.thread("regen")).comments;
  const challenge = await service.challenge({ thread: "regen", action: "report" });
  await service.send(`/comments/${comment?.id}/reports`, { reason: "other", challenge });
  await moderated(service, comment?.id ?? "");
  return service;
}

/** What the desk leaves behind: a block, a switch, a note, a text block, a decision on a notice, and an objection to it. */
async function moderated(service: TestService, comment: string): Promise<void> {
  const desk = await signIn(service);
  await desk.send("/desk/blocks", [["value", "spam.example"]]);
  await desk.send("/desk/threads", [
    ["act", "hold"],
    ["thread", "regen"],
  ]);
  await desk.send(`/desk/comments/${comment}/notes`, [["text", "Fragt oft nach."]]);
  await desk.send("/desk/texts", [
    ["purpose", "answer"],
    ["language", "de"],
    ["title", "Dank"],
    ["text", "Danke."],
  ]);
  const send = (path: string, fields: Record<string, string>) =>
    service.ask(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  const email = "renate@mail.example";
  await send("/notices", { comment, reason: "Weil.", name: "Renate", email, faith: "yes" });
  const [notice] = await service.store.notices(1);
  await desk.send(`/desk/notices/${notice?.id}`, [
    ["decision", "kept"],
    ["grounds", "Eine Meinung."],
  ]);
  const letters = await service.letters();
  const token = letters.map(({ text }) => /\/objections\?token=([0-9a-f]+)/u.exec(text)?.[1]);
  await send("/objections", { token: token.find(Boolean) ?? "", text: "Doch." });
}

/** The whole export of a database file, as one text; the file stays as it is. */
export async function all(databasePath: string): Promise<string> {
  const copy = temporaryFile("copy.sqlite");
  await copyDatabase(databasePath, copy);
  const database = openSqlite(copy);
  try {
    return (await Array.fromAsync(exportLines(database))).join("");
  } finally {
    await database.close();
  }
}

/** Imports an export of our own, by default into a database that is not there yet. */
export function restored(content: string | Uint8Array, databasePath = temporaryFile("new.sqlite")) {
  const path = temporaryFile("export.ndjson", content);
  const quiet = () => {};
  return {
    databasePath,
    lines: importNdjson({
      settings: { database: { engine: "sqlite", path: databasePath } },
      path,
      now: 7,
      isDry: false,
      progress: quiet,
    }),
  };
}
