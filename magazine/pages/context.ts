import type { Index } from "../index.ts";
import type { Author, Magazine } from "../model.ts";
import type { Addresses } from "./addresses.ts";
import type { Moved } from "./moved.ts";
import type { AuthorNote, Frame } from "./views.ts";

/** What every page is made from. */
export interface Context {
  readonly magazine: Magazine;
  readonly index: Index;
  readonly addresses: Addresses;
  readonly moved: Moved;
  readonly frame: Frame;
  /** What lists, and the ends of articles, show of each author. */
  readonly notes: ReadonlyMap<Author, AuthorNote>;
}
