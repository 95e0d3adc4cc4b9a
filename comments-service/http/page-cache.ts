/** A page of a thread as it goes out. */
export interface CachedPage {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

/**
 * Keeps the pages that were asked for last, up to a number of bytes. The key holds the thread's version, so nothing in it is ever
 * out of date; it only becomes unused.
 */
export function createPageCache(mostBytes: number) {
  const pages = new Map<string, CachedPage>();
  let bytes = 0;
  return {
    get(key: string): CachedPage | undefined {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      // A Map keeps the order of insertion: what is used goes to its end.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    set(key: string, page: CachedPage): void {
      bytes += page.bytes.length - (pages.get(key)?.bytes.length ?? 0);
      pages.set(key, page);
      for (const [oldest, { bytes: old }] of pages) {
        if (bytes <= mostBytes) break;
        pages.delete(oldest);
        bytes -= old.length;
      }
    },
  };
}
