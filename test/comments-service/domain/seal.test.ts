import { createCipheriv, createHash } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "../../../comments-service/domain/seal.ts";

const text = "Guten Tag – „Die Spalte“";

test("only who has the secret opens what was closed, and only as it was closed", () => {
  const sealed = seal("a secret", text);
  expect(seal("a secret", text)).not.toBe(sealed);
  expect(unseal("a secret", sealed)).toBe(text);
  expect(unseal("another", sealed)).toBeNull();
  const changed = [
    `${sealed.slice(0, -1)}${sealed.endsWith("A") ? "Q" : "A"}`,
    sealed.slice(0, 30),
  ];
  for (const each of [...changed, "", "2.", "no seal"]) expect(unseal("a secret", each)).toBeNull();
});

test("letters that an earlier version closed, in hexadecimal, are still opened", () => {
  const key = createHash("sha256").update("a secret").digest();
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const closed = [nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()];
  expect(unseal("a secret", Buffer.concat(closed).toString("hex"))).toBe(text);
});
