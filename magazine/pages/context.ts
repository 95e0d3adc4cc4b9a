import type { Index } from "../index.ts";
import type { Magazine } from "../model.ts";
import type { Addresses } from "./addresses.ts";
import type { Moved } from "./moved.ts";
import type { Frame } from "./views.ts";

/** What every page is made from. */
export interface Context {
  readonly magazine: Magazine;
  readonly index: Index;
  readonly addresses: Addresses;
  readonly moved: Moved;
  readonly frame: Frame;
}
