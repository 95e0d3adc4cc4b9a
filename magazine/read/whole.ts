/**
 * Whether a picture's file is there to its end: each format says how long its pieces are, or how it ends. A file that was cut off in
 * copying still says how large the picture is, and would be printed half grey.
 *
 * @param type as image-size calls the format
 */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const check = checks[type];
  return check === undefined || check(view);
}

const checks: Readonly<Record<string, (view: DataView) => boolean>> = {
  png: isWholePng,
  jpg: isWholeJpeg,
  gif: isWholeGif,
  webp: isWholeWebp,
  avif: isWholeIsoMedia,
  heif: isWholeIsoMedia,
};

/** PNG, 5: chunks of a length, a name, data and a checksum, the last one IEND. */
function isWholePng(view: DataView): boolean {
  const end = 0x49_45_4e_44;
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === end) return true;
  }
  return false;
}

/** JPEG, Annex B: segments behind a marker; what follows a scan is its data, until the next marker; EOI ends it all. */
function isWholeJpeg(view: DataView): boolean {
  let at = 2;
  while (at + 2 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0xff || isInScan(marker)) {
      // Data of a scan, or bytes that fill up before a marker.
      at += 1;
      continue;
    }
    if (marker === 0xd9) return true;
    if (at + 4 > view.byteLength) return false;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

/** In a scan 0xFF is written with a zero behind it, and restart markers stand between its pieces. */
function isInScan(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** GIF89a: blocks of three kinds, each of sub-blocks that end with an empty one, and a trailer. */
function isWholeGif(view: DataView): boolean {
  const byte = (at: number) => (at < view.byteLength ? view.getUint8(at) : 0);
  const table = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1));
  let at = 13 + table(byte(10));
  while (at < view.byteLength) {
    const kind = byte(at);
    if (kind === 0x3b) return true;
    if (kind === 0x2c) at += 11 + table(byte(at + 9));
    else if (kind === 0x21) at += 2;
    else return false;
    while (byte(at) !== 0) at += byte(at) + 1;
    at += 1;
  }
  return false;
}

/** WebP is a RIFF file: its length stands behind its name. */
function isWholeWebp(view: DataView): boolean {
  return view.byteLength >= 8 && view.getUint32(4, true) + 8 <= view.byteLength;
}

/** ISO 14496-12, of which AVIF is a kind: boxes of a length, the last one perhaps to the file's end. */
function isWholeIsoMedia(view: DataView): boolean {
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const length = view.getUint32(at);
    if (length === 0) return true;
    if (length === 1 && at + 16 > view.byteLength) return false;
    const long = length === 1 ? Number(view.getBigUint64(at + 8)) : length;
    if (long < 8) return false;
    at += long;
  }
  return at <= view.byteLength;
}
