import * as v from "valibot";
import { aliasPage, readAlias } from "../aliases.ts";
import type { Alias } from "../model.ts";
import type { Document } from "./documents.ts";
import { distinct, list, means } from "./schema.ts";

const address = "an address of this site: it begins with one slash and has no space, ? or #";
export const addressPattern = /^\/(?!\/)[^\s?#]*$/;
const aliasForm =
  "names between single slashes, none of them too long or with a dot first, without * or \\; a percent sign as %25";
const alias = v.pipe(
  v.string(address),
  v.regex(addressPattern, address),
  v.check((value) => !addressPattern.test(value) || readAlias(value) !== null, aliasForm),
  means("alias"),
);
const sameAlias = (alias: string) => aliasPage(readAlias(alias) ?? alias);

/** The field `aliases`: former addresses, each once however it is written. */
export function aliases() {
  return v.optional(v.pipe(list(alias), distinct(sameAlias)), []);
}

/** What the field says, and where. */
export function aliasesIn({ fields }: Document, written: readonly string[]): Alias[] {
  return written.flatMap((alias, index) => {
    const path = readAlias(alias);
    const place = fields?.valueAt(["aliases", index]);
    return path === null || place === undefined ? [] : [{ path, ...place }];
  });
}
