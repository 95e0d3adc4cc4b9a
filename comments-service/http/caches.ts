import type { Context } from "hono";
import { sha256 } from "../domain/digest.ts";
import type { Env } from "./request.ts";

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

/** A text as bytes that are known by their ETag. */
export function tagged(text: string): CachedPage {
  return {
    bytes: new TextEncoder().encode(text),
    etag: `"${sha256(text).slice(0, 32)}"`,
  };
}

/** Answers with these bytes, or that the reader has them already. Caches keep them for a moment only: an erased word must go. */
export function answerTagged(c: Context<Env>, { bytes, etag }: CachedPage, type: string): Response {
  const headers = { ETag: etag, "Cache-Control": "public, max-age=0, s-maxage=10" };
  if (isKnown(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, "Content-Type": type });
}

/** RFC 9110, 13.1.2: the comparison is weak, since a cache on the way may have compressed the bytes. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((known) => known.trim().replace(/^W\//u, "") === etag);
}
