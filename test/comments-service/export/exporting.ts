import { exportLines } from "../../../comments-service/export/ndjson.ts";
import { importNdjson } from "../../../comments-service/import/ndjson.ts";
import { bring, fixture, issoDatabase, temporaryFile } from "../import/importing.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

/** A service with comments of all states. */
export async function filled(): Promise<TestService> {
  const service = await openService();
  await service.publish({ text: "Eins.\n\n„Zwei“ 🌧" });
  await service.publish({ text: "Antwort.", replyTo: 1, email: "jens@mail.example" });
  await service.post({ text: "Nie bestätigt.", email: "vergessen@mail.example" });
  await bring(service, "disqus", fixture("disqus.xml"));
  await bring(service, "isso", issoDatabase());
  const [comment] = (await service.thread("regen")).comments;
  const challenge = await service.challenge({ thread: "regen", action: "report" });
  await service.send(`/comments/${comment?.id}/reports`, { reason: "other", challenge });
  return service;
}

/** The whole export, as one text. */
export const all = (databasePath: string) => [...exportLines(databasePath)].join("");

/** Imports an export of our own, by default into a database that is not there yet. */
export function restored(content: string | Uint8Array, databasePath = temporaryFile("new.sqlite")) {
  const path = temporaryFile("export.ndjson", content);
  const quiet = () => {};
  return {
    databasePath,
    lines: importNdjson({ databasePath, path, now: 7, isDry: false, progress: quiet }),
  };
}
