import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { Miniflare, convertV4MiniflareOptions } from "miniflare";
import * as crypto from "../../../comments-service/hosts/crypto.ts";
import { wranglerConfig } from "../d1/wrangler-config.ts";
import { markedBundle } from "../worker-bundle.ts";

const secret = "ein Geheimnis";
const text = "Guten Tag – „Die Spalte“";
const nonce = new Uint8Array(12).fill(7);
// As it was kept from the first.
const closed = "BwcHBwcHBwcHBwcHw3lxyg4Z7x5VvNM9cV-NBZo0JTBKsCWwA8kwenXuVnC6ZhYhpRXrx1GJSNq1xg";

describe("cryptography", () => {
  test("hashes as FIPS 180-4 says", () => {
    expect(crypto.sha256("")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(crypto.sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
  });

  test("signs as RFC 4231 says, and under keys longer than a block", () => {
    expect(crypto.hmacSha256("Jefe", "what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
    expect(crypto.hmacSha256("\u000B".repeat(20), "Hi There")).toBe(
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    );
    const long = "ein Geheimnis, länger als die vierundsechzig Bytes eines Blocks von SHA-256";
    expect(crypto.hmacSha256(long, "Post: „Flur“ €")).toBe(
      "7273c1fe47062ffbe444f125d314f72bba28db3d25e38f9813cc379da4a15bf2",
    );
    expect(crypto.hmacSha256(secret, Uint8Array.of(0, 255, 128))).toBe(
      "5fef3d2fd1566bb01db4d6c39426d784bc25ec51e2b923980a73f49b7482905b",
    );
  });

  test("closes a text as ever, and opens what was closed before", () => {
    expect(crypto.toBase64Url(crypto.encrypt(secret, nonce, text))).toBe(closed);
    expect(crypto.decrypt(secret, crypto.fromBase64Url(closed))).toBe(text);
    expect(crypto.decrypt(secret, crypto.encrypt(secret, nonce, ""))).toBe("");
  });

  test("opens nothing of another secret, and nothing that was changed or cut", () => {
    const bytes = crypto.fromBase64Url(closed);
    const opens = (by: string, given: Uint8Array) => {
      try {
        return crypto.decrypt(by, given);
      } catch {
        return null;
      }
    };
    expect(opens(secret, bytes)).toBe(text);
    expect(opens("another", bytes)).toBeNull();
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(opens(secret, changed)).toBeNull();
    }
    for (const length of [0, 11, 12, 20, 28, bytes.length - 1])
      expect(opens(secret, bytes.subarray(0, length))).toBeNull();
  });

  test("writes bytes as RFC 4648 says", () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const bytes of [every, every.subarray(1), every.subarray(2), new Uint8Array()]) {
      const written = crypto.toBase64Url(bytes);
      expect(written).toBe(Buffer.from(bytes).toString("base64url"));
      expect([...crypto.fromBase64Url(written)]).toEqual([...bytes]);
    }
  });

  test("compares whole texts", () => {
    expect(crypto.isSame("ab", "ab")).toBe(true);
    for (const other of ["", "a", "aa", "bb", "abc"])
      expect(crypto.isSame("ab", other)).toBe(false);
  });
});

test("a worker's gives the same answers, in workerd", async () => {
  const code = await markedBundle({
    stdin: {
      contents: `import * as crypto from "./crypto.ts";
        export default {
          async fetch(request) {
            const { secret, nonce, text, closed } = await request.json();
            const { encrypt, decrypt, fromBase64Url, toBase64Url } = crypto;
            const answers = {
              hash: crypto.sha256(text),
              sign: crypto.hmacSha256(secret, text),
              same: [crypto.isSame(text, text), crypto.isSame("ab", "aa")],
              closed: toBase64Url(encrypt(secret, Uint8Array.from(nonce), text)),
              opened: decrypt(secret, fromBase64Url(closed)),
            };
            try {
              decrypt("another", fromBase64Url(closed));
            } catch {
              answers.refused = true;
            }
            return Response.json(answers);
          },
        };`,
      resolveDir: join(import.meta.dirname, "../../../comments-service/hosts"),
    },
  });
  const workerd = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: code,
      compatibilityDate: wranglerConfig.compatibility_date,
      compatibilityFlags: wranglerConfig.compatibility_flags,
      cf: false,
    }),
  );
  onTestFinished(() => workerd.dispose());
  const body = JSON.stringify({ secret, nonce: [...nonce], text, closed });
  const answer = await workerd.dispatchFetch("https://comments.example/", { method: "POST", body });
  expect(await answer.json()).toEqual({
    hash: crypto.sha256(text),
    sign: crypto.hmacSha256(secret, text),
    same: [true, false],
    closed,
    opened: text,
    refused: true,
  });
});
