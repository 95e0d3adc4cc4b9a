import type { Magazine } from "../model.ts";
import type { Addresses } from "./addresses.ts";
import type { Frame } from "./views.ts";

/** What every page is made from. */
export interface Context {
  readonly magazine: Magazine;
  readonly addresses: Addresses;
  readonly frame: Frame;
}
