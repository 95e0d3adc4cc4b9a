import type { SharesOfMailbox } from "../../comments-service/domain/shares.ts";

/** As many letters to one mailbox as a test wants, whoever asks for them. */
export const unshared: SharesOfMailbox = {
  most: 1_000_000,
  forPurpose: 0,
  forNetworks: 0,
  known: 0,
  waiting: 0,
};
