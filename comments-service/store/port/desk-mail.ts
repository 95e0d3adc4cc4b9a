import type { NewActLink } from "./desk.ts";
import type { Party } from "./notices.ts";

/** Letters to the desk. They are gathered: one row waits for each moderator, and is printed when it leaves, from what waits at the desk then. */
export interface DeskMail {
  /**
   * What has come to the desk since a time and still waits there: notices first, then the newest first, and how much of it there is in all.
   * An entry names what it is about; its words are asked for apart.
   */
  deskNews(since: number, most: number): Promise<{ entries: DeskNews[]; count: number }>;
  /**
   * A letter to the desk is about to be printed: others that wait for the same moderator are given up, since this one says what they would.
   * @returns since when it has to tell, and how many have gone to this moderator since the day began.
   */
  gather(letter: { id: string; subject: string }, day: number, now: number): Promise<Gathered>;
  /** Keeps links that act; one that is kept already stays as it is. */
  keepActLinks(links: readonly NewActLink[], now: number): Promise<void>;
}

/** Something that came to the desk: a comment that is held or was reported, or a notice, or one side's objection to what was decided on it. */
export type DeskNews =
  | { what: "held" | "reported"; comment: string; at: number }
  | { what: "notice"; notice: string; party: Party | null; at: number };

export interface Gathered {
  since: number;
  sent: number;
}
