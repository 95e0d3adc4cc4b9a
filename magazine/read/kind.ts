import type { Image } from "../model.ts";

type Kind = Image["kind"];

/** Of a PNG or a WebP without loss: a photograph takes more bytes for a pixel, what is drawn or was taken from a screen less. */
const light = 0.75;

/**
 * What a whole picture is made of, as its file's head says it.
 *
 * @param type as image-size calls the format
 * @param pixels how many it has
 */
export function kindOf(bytes: Uint8Array, type: string, pixels: number): Kind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "gif") return "asItIs";
  if (type === "png") return kindOfPng(view, pixels);
  if (type === "webp") return kindOfWebp(view, pixels);
  return type === "jpg" ? "photo" : kindOfAvif(bytes);
}

/** PNG, 11.2 and 11.3: the colour type stands in the first chunk; transparency and frames (acTL) have chunks of their own. */
function kindOfPng(view: DataView, pixels: number): Kind {
  const chunks = chunksOf(view);
  if (chunks.has(0x61_63_54_4c)) return "asItIs";
  if ((chunks.get(0x49_44_41_54) ?? 0) < pixels * light) return "drawing";
  return (view.getUint8(25) & 4) !== 0 || chunks.has(0x74_52_4e_53) ? "cutout" : "photo";
}

/** The names of a PNG's chunks, as numbers, each with the bytes that they hold together. */
function chunksOf(view: DataView): ReadonlyMap<number, number> {
  const chunks = new Map<number, number>();
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    chunks.set(name, (chunks.get(name) ?? 0) + view.getUint32(at));
  }
  return chunks;
}

/** WebP (RFC 9649): the first chunk is plain, without loss (its 29th bit says whether it is see-through), or has flags. */
function kindOfWebp(view: DataView, pixels: number): Kind {
  const name = view.getUint32(12);
  const flags = view.getUint8(20);
  if (name === 0x56_50_38_58)
    return (flags & 2) !== 0 ? "asItIs" : (flags & 16) !== 0 ? "cutout" : "photo";
  if (name !== 0x56_50_38_4c) return "photo";
  if (view.byteLength < pixels * light) return "drawing";
  return (view.getUint8(24) & 16) !== 0 ? "cutout" : "photo";
}

/** AVIF: a sequence says so in its brand; a see-through one has a second picture, for that. */
function kindOfAvif(bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (head.slice(8, 12) === "avis") return "asItIs";
  return /auxiliary:alpha|auxid:1/.test(head) ? "cutout" : "photo";
}
