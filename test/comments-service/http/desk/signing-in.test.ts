import { expect, test } from "vitest";
import { sessionOf } from "../../../../comments-service/acts/sign-in.ts";
import { openService } from "../../service.ts";
import { codeOf, own, signIn } from "./moderator.ts";

const pages = [
  "/desk/",
  "/desk/?queue=reported",
  "/desk/search?q=x",
  "/desk/record",
  "/desk/blocks",
];

test("a moderator signs in by a mailed code and gets the desk's cookie", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  expect(moderator.cookie).toMatch(/^__Host-desk=[0-9a-f]{64}$/u);
  expect((await moderator.get("/desk/")).status).toBe(200);
  expect(await (await moderator.get("/desk/")).text()).toContain("Nichts zu prüfen.");
});

test("the cookie is Secure, HttpOnly, SameSite=Lax and belongs to the host alone", async () => {
  const service = await openService();
  const form = (path: string, fields: Record<string, string>) =>
    service.ask(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  const page = await (await form("/desk/sign-in", { email: "desk@magazine.example" })).text();
  const attempt = /name="attempt" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  const code = codeOf((await service.letters())[0]?.text ?? "");
  const [cookie = ""] = (await form("/desk/code", { attempt, code })).headers.getSetCookie();
  for (const part of ["__Host-desk=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age="])
    expect(cookie).toContain(part);
  expect(cookie).not.toContain("Domain");
});

test("over plain http on one's own machine the cookie goes without its prefix and without Secure", async () => {
  const service = await openService({
    env: { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" },
  });
  const moderator = await signIn(service);
  expect(moderator.cookie).toMatch(/^desk=/u);
  expect((await moderator.get("/desk/")).status).toBe(200);
});

test.each(pages)("%s leads to the sign-in, and back to itself afterwards", async (path) => {
  const service = await openService();
  const answer = await service.ask(path);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toBe(`/desk/sign-in?next=${encodeURIComponent(path)}`);
  const forged = await service.ask(path, { headers: { Cookie: `__Host-desk=${"0".repeat(64)}` } });
  expect(forged.status).toBe(303);
});

test("whoever is no moderator gets the same answer, and no letter", async () => {
  const service = await openService();
  const ask = (email: string) =>
    service.ask("/desk/sign-in", {
      method: "POST",
      headers: own,
      body: new URLSearchParams({ email }),
    });
  const [known, unknown] = [await ask("desk@magazine.example"), await ask("x@magazine.example")];
  const plain = (text: string) =>
    text.replace(/value="[0-9a-f]{32}"/u, "").replaceAll("x@magazine", "desk@magazine");
  expect(plain(await unknown.text())).toBe(plain(await known.text()));
  expect([known.status, unknown.status]).toEqual([200, 200]);
  expect((await service.letters()).map(({ to }) => to)).toEqual(["desk@magazine.example"]);
});

test("asking counts alike for moderators and for others, so that the cap does not tell who is one", async () => {
  const remaining = async (email: string) => {
    const service = await openService();
    await service.ask("/desk/sign-in", {
      method: "POST",
      headers: own,
      body: new URLSearchParams({ email }),
    });
    let taken = 0;
    while ((await service.send("/sessions", { email: `x${taken}@y.example` })).status === 202)
      taken += 1;
    return taken;
  };
  const others = await remaining("x@magazine.example");
  expect(others).toBeGreaterThan(0);
  expect(await remaining("desk@magazine.example")).toBe(others);
});

test("an address that only looks like a moderator's is none", async () => {
  const service = await openService();
  const answer = await service.ask("/desk/sign-in", {
    method: "POST",
    headers: own,
    // The Kelvin sign, whose small letter is a k.
    body: new URLSearchParams({ email: "des\u212A@magazine.example" }),
  });
  expect(answer.status).toBe(422);
  expect(await service.letters()).toEqual([]);
});

test("sign-out ends the session at once, wherever its cookie was copied to", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  const other = await signIn(service);
  const out = await moderator.send("/desk/sign-out", []);
  expect(out.headers.get("Set-Cookie")).toMatch(/^__Host-desk=;.*Max-Age=0/u);
  expect((await moderator.get("/desk/")).status).toBe(303);
  expect((await other.get("/desk/")).status).toBe(200);
});

test("an address that leaves MODERATORS is out at its next request, and its session is gone", async () => {
  const service = await openService({ env: { MODERATORS: "a@x.example, b@x.example" } });
  const moderator = await signIn(service, "a@x.example");
  const { settings } = service.service;
  service.service.settings.moderators = ["b@x.example"];
  expect((await moderator.get("/desk/")).status).toBe(303);
  settings.moderators = ["a@x.example"];
  expect((await moderator.get("/desk/")).status).toBe(303);
  const token = moderator.cookie.split("=")[1] ?? "";
  expect(await sessionOf(service.service, "desk", token)).toBeNull();
});

test("the cookie's token is kept as a hash only, and signs no reader in", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  const token = moderator.cookie.split("=")[1] ?? "";
  const { readFileSync } = await import("node:fs");
  const stored = ["", "-wal"]
    .map((end) => readFileSync(service.databasePath + end, "latin1"))
    .join("");
  expect(stored).not.toContain(token);
  expect(await sessionOf(service.service, "reader", token)).toBeNull();
  expect(await sessionOf(service.service, "desk", token)).toEqual({
    email: "desk@magazine.example",
  });
});

test("a wrong code is told, five of them end the attempt", async () => {
  const service = await openService();
  const asked = await service.ask("/desk/sign-in", {
    method: "POST",
    headers: own,
    body: new URLSearchParams({ email: "desk@magazine.example" }),
  });
  const attempt = /name="attempt" value="([^"]+)"/u.exec(await asked.text())?.[1] ?? "";
  const [letter] = await service.letters();
  const right = (/\b\d{4}\s?\d{4}\b/u.exec(letter?.text ?? "")?.[0] ?? "").replace(/\s/gu, "");
  const wrong = right === "00000000" ? "11111111" : "00000000";
  const send = (code: string) =>
    service.ask("/desk/code", {
      method: "POST",
      headers: own,
      body: new URLSearchParams({ attempt, code }),
    });
  for (let i = 0; i < 5; i += 1) {
    const answer = await send(wrong);
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringMatching(
        /<input [^>]+ aria-invalid="true" aria-describedby="code-wrong" autofocus>.*\n<p class="wrong" id="code-wrong">[^<]+falsch oder abgelaufen/u,
      ),
    ]);
  }
  expect((await send(right)).status).toBe(403);
});

test.each([
  "https://evil.example/",
  "//evil.example/desk/",
  "/\\evil.example/desk/",
  "javascript:alert(1)",
  "/outbox",
])("after the sign-in nothing leads to %s", async (next) => {
  const service = await openService();
  const form = (path: string, fields: Record<string, string>) =>
    service.ask(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  const page = await (await form("/desk/sign-in", { email: "desk@magazine.example" })).text();
  const attempt = /name="attempt" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  const [letter] = await service.letters();
  const code = (/\b\d{4}\s?\d{4}\b/u.exec(letter?.text ?? "")?.[0] ?? "").replace(/\s/gu, "");
  const answer = await form("/desk/code", { attempt, code, next });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/desk/"]);
});
