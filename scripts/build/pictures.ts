import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Card } from "../../magazine/pages/cards.ts";
import type { Rendition } from "../../magazine/pictures.ts";
import { writeWhole } from "./files.ts";

/** How many are drawn at once: of a picture of 40 megapixels each takes some 200 MB. */
const workers = 2;

const inTurn = atMost(workers);

/** After how many days without use a kept picture goes, in milliseconds. */
const patience = 30 * 86_400_000;

export interface Drawn {
  /** How many were drawn; the others were kept. */
  readonly drawn: number;
  /** Files that could not be drawn, relative to the content folder, and why. */
  readonly undrawn: ReadonlyMap<string, string>;
}

/** A picture for sharing, and the file of its article. */
export interface PrintedCard {
  readonly address: string;
  readonly file: string;
  readonly card: Card;
}

interface Folders {
  readonly content: string;
  /** What is printed. */
  readonly out: string;
  readonly cache: string;
}

/** Something to be drawn into a file of its own. */
interface Drawing {
  /** Where it is printed; the name says all that its bytes depend on. */
  readonly address: string;
  /** What it is drawn from, relative to the content folder: told where it cannot be. */
  readonly file: string;
  readonly draw: () => Promise<Buffer>;
}

/** A picture in another size and format. It brings 20 MB of native code, which a build that draws nothing does not load. */
function asDrawing(rendition: Rendition, content: string): Drawing {
  const draw = async () => (await import("./draw.ts")).draw(rendition, content);
  return { address: rendition.address, file: rendition.file, draw };
}

/** Prints the renditions and the pictures for sharing: those that are kept are copied, the others drawn and kept. */
export async function drawPictures(
  renditions: readonly Rendition[],
  { content, out, cache }: Folders,
  cards: readonly PrintedCard[] = [],
): Promise<Drawn> {
  const undrawn = new Map<string, string>();
  let drawn = 0;
  const print = async (drawing: Drawing) => {
    try {
      const { file, isNew } = await keptFile(drawing, cache);
      if (isNew) drawn += 1;
      const to = join(out, drawing.address);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(file, to);
    } catch (error) {
      if (!(error instanceof NoPicture)) throw error;
      undrawn.set(drawing.file, error.message);
    }
  };
  const drawings = [
    ...renditions.map((one) => asDrawing(one, content)),
    ...cards.map(({ address, file, card }) => ({
      address,
      file,
      draw: async () => (await import("./card.ts")).drawCard(card, content),
    })),
  ];
  await Promise.all(drawings.map(print));
  return { drawn, undrawn };
}

/** A file that cannot be drawn; the message says why. */
export class NoPicture extends Error {
  override readonly name = "NoPicture";
}

/**
 * The kept file of a rendition, which is drawn if it is not there yet.
 *
 * @throws NoPicture
 */
export async function keptPicture(
  rendition: Rendition,
  content: string,
  cache: string,
): Promise<string> {
  return (await keptFile(asDrawing(rendition, content), cache)).file;
}

async function keptFile(
  { address, draw }: Drawing,
  cache: string,
): Promise<{ readonly file: string; readonly isNew: boolean }> {
  const file = join(cache, basename(address));
  if (existsSync(file)) {
    const now = new Date();
    utimesSync(file, now, now);
    return { file, isNew: false };
  }
  const bytes = await inTurn(() =>
    draw().catch((error: unknown) => {
      throw new NoPicture(String(error).split("\n")[0]);
    }),
  );
  writeWhole(file, bytes);
  return { file, isNew: true };
}

/**
 * Deletes what no build has used for a month.
 *
 * @param used addresses or files of what is printed now
 */
export function forgetPictures(cache: string, now: Date, used: Iterable<string>): void {
  if (!existsSync(cache)) return;
  const inUse = new Set([...used].map((one) => basename(one)));
  for (const name of readdirSync(cache)) {
    if (inUse.has(name)) continue;
    const file = join(cache, name);
    const used = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (now.getTime() - used > patience) rmSync(file, { force: true });
  }
}

/** Lets so many acts run at once; the others wait, first come first served. */
function atMost(count: number): <Thing>(act: () => Promise<Thing>) => Promise<Thing> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (act) => {
    if (free === 0) await new Promise<void>((done) => waiting.push(done));
    else free -= 1;
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
