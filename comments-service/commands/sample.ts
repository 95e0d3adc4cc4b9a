import { readFileSync } from "node:fs";
import { createMagazine } from "../acts/magazine.ts";
import { isLoopbackHost } from "../domain/client-address.ts";
import { count } from "../domain/count.ts";
import { textLog } from "../domain/log.ts";
import { Refused } from "../domain/refused.ts";
import type { Settings } from "../settings.ts";
import type { Database } from "../store/sql/database.ts";
import { clearSample, fillSample, sampleWording } from "../store/sql/sample.ts";
import type { SampleComment } from "../store/sql/sample.ts";
import { createSqlStore } from "../store/sql/store.ts";

/** A conversation to be looked at, as it stands in its file. */
interface SampleConversation {
  /** The thread that it belongs to. */
  thread: string;
  /** Stands behind each name. */
  mark: string;
  comments: readonly {
    name: string;
    /** With its offset from UTC. */
    at: string;
    text: string;
    /** The number of the comment that it answers, from 1. */
    answers?: number;
    badge?: "author" | "editor";
    author?: string;
    recommended?: boolean;
  }[];
}

/**
 * What `npm start` shows to whoever is new: a conversation in a thread in which nothing stands yet. A second call changes nothing.
 * @param path a file with the conversation
 * @param isGone whether the magazine no longer has the thread: then the comments go.
 * @throws Refused unless magazine and service stand on this machine alone, with a database in a file.
 */
export async function sample(options: {
  settings: Settings;
  database: Database;
  path: string;
  isGone: boolean;
  now: number;
  tell: (line: string) => void;
}): Promise<string[]> {
  const { settings, database, path, isGone, now, tell } = options;
  refusePublic(settings);
  // Written by us.
  const conversation = JSON.parse(readFileSync(path, "utf8")) as SampleConversation;
  const { thread } = conversation;
  if (isGone) {
    const isCleared = await clearSample(database, thread);
    return isCleared ? [`no sample comments in ${thread} any more`] : [];
  }
  const store = await createSqlStore(database, now);
  const siteUrl = settings.site.url;
  await createMagazine({ store, siteUrl, clock: () => now, log: textLog(tell) }).refresh();
  const comments = commentsOf(conversation);
  const isNew = await fillSample(database, thread, comments);
  return isNew ? [`${count(comments.length, "sample comment")} in ${thread}`] : [];
}

function refusePublic({ site, serviceUrl, database }: Settings): void {
  const urls = [site.url, serviceUrl];
  const isHere = urls.every((url) => isLoopbackHost(new URL(url).hostname));
  if (!isHere || database.engine !== "sqlite")
    throw new Refused("sample comments are for a service that only this machine can reach");
}

function commentsOf({ mark, comments }: SampleConversation): SampleComment[] {
  return comments.map((comment, index) => ({
    id: idOf(index + 1),
    parent: comment.answers === undefined ? null : idOf(comment.answers),
    state: "published",
    name: `${comment.name} (${mark})`,
    email: "beispiel@kolumne.example",
    text: comment.text,
    wording: sampleWording,
    at: Date.parse(comment.at),
    editedAt: null,
    badge: comment.badge ?? null,
    author: comment.author ?? null,
    isRecommended: comment.recommended ?? false,
  }));
}

/** In the form of every comment's id. */
function idOf(number: number): string {
  return `5a3b1e${String(number).padStart(26, "0")}`;
}
