/** Where a signed-in reader's token is kept: for this visit, or by choice for longer. */
export const sessionKey = "kolumne-session";

/**
 * What the reader had kept on this device, for this visit or for longer; empty when there is nothing, or where the browser keeps nothing.
 * @param once whether it goes when it has been read.
 */
export function recall(key: string, once = false): string {
  try {
    const kept = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "";
    if (once) sessionStorage.removeItem(key);
    return kept;
  } catch {
    return "";
  }
}
