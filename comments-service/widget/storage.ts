/** Where a signed-in reader's token is kept: for this visit, or by choice for longer. */
export const sessionKey = "kolumne-session";

/** What the reader had kept on this device, for this visit or for longer; empty when there is nothing, or where the browser keeps nothing. */
export function recall(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a value for this visit, or with `stay` for longer; an empty one is forgotten. A browser may keep nothing: the page goes on without. */
export function keep(key: string, value: string, stay = false): void {
  try {
    const storage = stay ? localStorage : sessionStorage;
    if (value) storage.setItem(key, value);
    else storage.removeItem(key);
  } catch {
    // Cookies are blocked, the room is used up, or the page has no origin to keep anything for.
  }
}
