import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Aside } from "../../magazine/read/memory.ts";
import { utf8Of } from "./utf8.ts";

/** Texts put aside in a file, which has no name and is gone with the process. */
export interface FileAside extends Aside {
  readonly close: () => void;
}

/** @param folder where the file is made, when there is something to put into it */
export function asideIn(folder: string): FileAside {
  const places = new Map<string, { readonly from: number; readonly length: number }>();
  let file: number | undefined;
  let end = 0;
  return {
    put(key, text) {
      if (places.has(key)) return;
      file ??= nameless(folder);
      const bytes = utf8Of(text());
      places.set(key, { from: end, length: bytes.length });
      for (let done = 0; done < bytes.length;)
        done += writeSync(file, bytes, done, bytes.length - done, end + done);
      end += bytes.length;
    },
    get(key) {
      const place = places.get(key);
      if (place === undefined || file === undefined) return null;
      const bytes = Buffer.allocUnsafe(place.length);
      readSync(file, bytes, 0, place.length, place.from);
      return bytes.toString();
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function nameless(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `.${randomUUID()}`);
  const file = openSync(path, "wx+");
  rmSync(path);
  return file;
}
