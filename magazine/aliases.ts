/**
 * Former addresses of an article (`aliases`), as paths of this site. They are kept decoded and in NFC, so that two ways to write one
 * address are one.
 */

/** Longest name of a file, in bytes of UTF-8. */
const longestName = 255;

/**
 * A former address as an editor writes it, percent-encoded or not.
 *
 * @returns the path, decoded and in NFC; null when no file could stand at it: a name is empty, begins with a dot or is too long, or a
 *   sign is escaped that a path does not hold
 */
export function readAlias(written: string): string | null {
  const path = decoded(written);
  if (path === null || /[?#*\\\p{Cc}\uFFFE\uFFFF]/u.test(path) || /%2f/i.test(written)) return null;
  const names = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  const isName = (name: string) =>
    name !== "" && !name.startsWith(".") && Buffer.byteLength(name) <= longestName;
  return path === "/" || names.every(isName) ? path : null;
}

/** A path without its percent-encoding, in NFC; null when it cannot be decoded. */
export function decoded(path: string): string | null {
  try {
    const plain = decodeURIComponent(path).normalize("NFC");
    return plain.isWellFormed() ? plain : null;
  } catch {
    return null;
  }
}

/**
 * Where the page of a former address is printed: an HTML file under its own name, everything else as a folder's page, since a host shows
 * that for `/2012/10/a-word`, `/2012/10/a-word/` and `/a-word.php` alike.
 */
export function aliasPage(alias: string): string {
  const path = alias.replace(/\/index\.html$/, "/");
  return /\.html?$/i.test(path) ? path : path.replace(/\/?$/, "/");
}

/** The folder at a former address, for what stood below it. */
export function aliasFolder(alias: string): string {
  return aliasPage(alias).replace(/\/?$/, "/");
}

/** A decoded path as it stands in addresses (RFC 3986). */
export function encoded(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
