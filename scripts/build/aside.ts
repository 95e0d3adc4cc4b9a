import { randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Aside } from "../../magazine/read/memory.ts";
import { utf8Of } from "./utf8.ts";

/** Texts put aside in files, which have no name and are gone with the process. */
export interface FileAside extends Aside {
  /** An open file for another thread to write texts into; closed with the others. */
  readonly another: () => number;
  /** Takes note of a text that stands there. */
  readonly note: (key: string, place: Place) => void;
  readonly close: () => void;
}

/** Where a text stands: in an open file, from which byte on, and how many they are. */
export interface Place {
  readonly file: number;
  readonly from: number;
  readonly length: number;
}

/** @param folder where the files are made, when there is something to put into them */
export function asideIn(folder: string): FileAside {
  const places = new Map<string, Place>();
  const files: number[] = [];
  const another = (): number => {
    const file = nameless(folder);
    files.push(file);
    return file;
  };
  let write: ReturnType<typeof writerAt> | undefined;
  return {
    another,
    put(key, text) {
      if (places.has(key)) return;
      write ??= writerAt(another());
      places.set(key, write(text()));
    },
    note(key, place) {
      if (!places.has(key)) places.set(key, place);
    },
    get(key) {
      const place = places.get(key);
      if (place === undefined) return null;
      const bytes = Buffer.allocUnsafe(place.length);
      readSync(place.file, bytes, 0, place.length, place.from);
      return bytes.toString();
    },
    close() {
      for (const file of files) closeSync(file);
      places.clear();
    },
  };
}

/** Writes texts into an open file that nobody else writes into, one behind the other. */
export function writerAt(file: number): (text: string) => Place {
  let end = 0;
  return (text) => {
    const bytes = utf8Of(text);
    const place = { file, from: end, length: bytes.length };
    for (let done = 0; done < bytes.length;)
      done += writeSync(file, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
    return place;
  };
}

function nameless(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `.${randomUUID()}`);
  const file = openSync(path, "wx+");
  rmSync(path);
  return file;
}
