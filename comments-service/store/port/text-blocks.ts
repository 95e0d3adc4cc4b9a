/** Sentences that moderators keep, to put them into answers and reasons. */
export interface TextBlocks {
  /** All of them, by their titles. */
  textBlocks(): Promise<KeptTextBlock[]>;
  /** Writes a new one, or new words for the one with its id. */
  saveTextBlock(block: Omit<KeptTextBlock, "changed">, now: number): Promise<void>;
  deleteTextBlock(id: string): Promise<void>;
}

export interface KeptTextBlock {
  id: string;
  /** `reason`: beside a rejection, and in the decision on a notice. */
  purpose: "answer" | "reason";
  language: "de" | "en";
  /** What it is found by. */
  title: string;
  text: string;
  changed: number;
  /** Which moderator wrote it, or changed it last. */
  by: string;
}
