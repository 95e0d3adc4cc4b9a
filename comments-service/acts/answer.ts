import { readDraft } from "../domain/comment.ts";
import { keyedHash } from "../domain/digest.ts";
import { signedInWordings } from "../mail/letters/wordings.ts";
import type { DeskComment } from "../store/port/queues.ts";
import { moderate } from "./moderate.ts";
import { placeIn } from "./post.ts";
import type { Refusal } from "./refusal.ts";
import type { Service } from "./service.ts";
import { settle } from "./settle.ts";

/** An answer of the editors, written at the desk. */
export interface Answer {
  to: DeskComment;
  name: string;
  text: string;
  /** The moderator: the answer is a comment under this address, as if it had been written signed in. */
  by: string;
  /** Names the very form that was filled in: it counts once. */
  form: string;
  /** Which words of the comment the moderator has read, as for every act that lets them appear. */
  lastEditRead: number;
}

/**
 * Answers a comment for the editors: what has not appeared is published first, and the answer is posted as any comment of a signed-in
 * reader is, so that whoever follows the conversation is told. The record has it as `answer`.
 * @returns the batch of both; or why not: `changed` when the comment cannot appear as it was read. A refusal for its place may leave the
 *   comment published.
 */
export async function answer(
  service: Service,
  given: Answer,
): Promise<{ batch: string } | Refusal | { refused: "changed" }> {
  const { magazine, ids } = service;
  const { to, by } = given;
  const read = readDraft({ ...given, email: by, challenge: "" });
  if ("errors" in read) return { refused: "fields", errors: read.errors };
  const thread = await magazine.thread(to.thread.id);
  if ("missing" in thread) return { refused: "missing", what: thread.missing };
  if (thread.state === "closed") return { refused: "closed", what: "thread" };
  const batch = ids.id();
  if (to.state !== "published") {
    const { id: comment } = to;
    const { lastEditRead } = given;
    const publish = { act: "publish", comment, by, reason: null, note: "", lastEditRead } as const;
    if (!(await moderate(service, publish, batch))) return { refused: "changed" };
  }
  const replyTo = to.number ?? (await service.store.comment(to.id))?.number ?? null;
  const place = await placeIn(service, thread, replyTo);
  if ("refused" in place) return place;
  const { name, text } = read.draft;
  await write(service, { ...given, name, text, batch }, { thread: thread.id, replyTo, ...place });
  return { batch };
}

/** Posts the answer, settled with the editors' badge, and records it. The same form once more does nothing. */
async function write(
  service: Service,
  { by, name, text, form, batch }: Answer & { batch: string },
  place: { thread: string; replyTo: number | null; conversation: number | null },
): Promise<void> {
  const { store, ids, clock, secret, magazine } = service;
  const { language } = await magazine.lastKnownSite();
  const subject = ids.id();
  const words = { ...place, name, email: by, text };
  const sent = { isHoneypotFilled: false, openFor: null };
  const comment = { ...words, ...sent, id: subject, state: "unconfirmed", signedIn: true } as const;
  // Who is also an author speaks here for the editors.
  const settlement = {
    ...(await settle(service, comment)),
    badge: "editor" as const,
    author: null,
  };
  await store.postSignedIn(
    {
      ...words,
      ...sent,
      subject,
      solution: `answer ${form}`,
      bodyHash: keyedHash(secret, JSON.stringify(["answer", place, name, text])),
      counters: [],
      queues: [],
      wording: signedInWordings[language],
      subscription: null,
      settlement,
      record: { id: ids.id(), batch, by, why: "" },
    },
    clock(),
  );
}
