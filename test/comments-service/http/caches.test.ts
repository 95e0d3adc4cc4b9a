import { expect, test } from "vitest";
import { createPageCache } from "../../../comments-service/http/caches.ts";

const page = (bytes: number, etag = '"x"') => ({ bytes: new Uint8Array(bytes), etag });

test("it keeps what was asked for last, up to its size", () => {
  const cache = createPageCache(100);
  cache.set("a", page(40));
  cache.set("b", page(40));
  cache.get("a");
  cache.set("c", page(40));
  expect(["a", "b", "c"].map((key) => cache.get(key)?.bytes.length)).toEqual([40, undefined, 40]);
});

test("it counts a page that is set twice once", () => {
  const cache = createPageCache(100);
  for (let i = 0; i < 5; i += 1) cache.set("a", page(60, `"${i}"`));
  cache.set("b", page(40));
  expect([cache.get("a")?.etag, cache.get("b")?.bytes.length]).toEqual(['"4"', 40]);
});

test("it does not keep a page that is larger than all of it", () => {
  const cache = createPageCache(100);
  cache.set("a", page(101));
  cache.set("b", page(100));
  expect([cache.get("a"), cache.get("b")?.bytes.length]).toEqual([undefined, 100]);
});
