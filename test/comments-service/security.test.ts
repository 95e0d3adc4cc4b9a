import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { keyedHash, sha256 } from "../../comments-service/domain/digest.ts";
import { outboxAddress } from "../../comments-service/http/pages/outbox.ts";
import { comment, openService, secret } from "./service.ts";
import type { TestService } from "./service.ts";

const PATH = "/threads/flur/comments";

test.each([
  ["/threads/flur", 200],
  ["/threads/flur?limit=x", 422],
  ["/threads/nobody", 404],
  ["/counts?thread=flur", 200],
  ["/challenge?thread=flur", 200],
  ["/confirm?token=x", 404],
  ["/health", 200],
  ["/nowhere", 404],
])("%s carries the headers that keep browsers safe", async (path, status) => {
  const service = await openService();
  const answer = await service.ask(path);
  expect(answer.status).toBe(status);
  const policy = answer.headers.get("Content-Security-Policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(`form-action 'self' ${service.site.origin}`);
  expect(policy).not.toContain("unsafe");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
});

test("links come from the settings, whatever the Host header says", async () => {
  const service = await openService();
  const challenge = await service.challenge();
  const answer = await service.ask(`https://evil.example${PATH}`, {
    method: "POST",
    headers: {
      Origin: service.site.origin,
      "Content-Type": "application/json",
      "X-Forwarded-Host": "evil.example",
    },
    body: JSON.stringify({ ...comment, challenge }),
  });
  expect(answer.status).toBe(202);
  const [letter] = await service.letters();
  expect(letter?.text).toContain("https://comments.example/confirm?token=");
  expect(letter?.text).not.toContain("evil");
});

describe("the local outbox", () => {
  const local = { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" };
  /** The path with the key. */
  const outboxOf = async ({ service }: TestService) => {
    const address = new URL((await outboxAddress(service)) ?? "https://x.example/outbox");
    return address.pathname + address.search;
  };

  test.each(["", "?key=", "?key=x", `?key=${"0".repeat(64)}`])(
    "is not there without the key that the start has shown: %j",
    async (query) => {
      const service = await openService({ env: local });
      expect((await service.outbox()).status).toBe(200);
      expect((await service.ask(`/outbox${query}`, {}, "127.0.0.1")).status).toBe(404);
    },
  );

  test.each([
    ["is there for this machine", local, "127.0.0.1", {}, 200],
    ["is there over IPv6", local, "::1", {}, 200],
    ["is not there for others", local, "192.0.2.1", {}, 404],
    ["is not there behind a proxy", local, "127.0.0.1", { "X-Forwarded-For": "127.0.0.1" }, 404],
    ["is not there when letters are sent", {}, "127.0.0.1", {}, 404],
  ])("%s", async (_, env, peer, headers, status) => {
    const service = await openService({ env });
    expect((await service.ask(await outboxOf(service), { headers }, peer)).status).toBe(status);
  });

  test("is not there under a name that somebody has pointed to this machine", async () => {
    const service = await openService({ env: local });
    const address = `http://evil.example:8788${await outboxOf(service)}`;
    expect((await service.ask(address, {}, "127.0.0.1")).status).toBe(404);
  });
});

test("nothing public holds an address, its hash or a word that is not published", async () => {
  const service = await openService();
  await service.publish({ email: "ida@mail.example" });
  await service.post({ name: "Ungelesen", text: "Unveröffentlicht", email: "other@mail.example" });
  const paths = ["/threads/flur", "/counts?thread=flur", "/challenge?thread=flur", "/health"];
  const all = (await Promise.all(paths.map(async (path) => (await service.ask(path)).text()))).join(
    "",
  );
  expect(all).toContain(comment.text);
  expect(all).not.toMatch(/ida|other@|mail\.example|192\.0\.2|Ungelesen|Unveröffentlicht/u);
});

test("the log holds no token, address or text, even when something breaks", async () => {
  const service = await openService();
  await service.post({ name: "Geheim", text: "Geheim" });
  const token = await service.token();
  await service.store.close();
  const trouble = [
    await service.send(PATH, { ...comment, name: "Geheim", challenge: "x" }),
    await service.ask(`/confirm?token=${token}`),
    await service.confirm(token),
    await service.ask("/threads/flur"),
  ];
  expect(trouble.map(({ status }) => status).every((status) => status >= 500)).toBe(true);
  expect(service.log.length).toBeGreaterThanOrEqual(4);
  expect(service.log.join("\n")).not.toMatch(/Geheim|mail\.example|token=/u);
  for (const line of service.log) expect(line).not.toContain("\n");
});

test("how long an answer took is told of threads only, which everybody may read", async () => {
  const service = await openService();
  await service.publish();
  // A store that takes its time, by the clock that is passed in.
  const store = { ...service.store };
  service.store.thread = async (id) => {
    service.clock.now += 7;
    return store.thread(id);
  };
  const read = async () => (await service.ask("/threads/flur")).headers.get("Server-Timing");
  expect(await read()).toBe("thread;dur=7, page;dur=7");
  expect(await read()).toBe("thread;dur=7, page;dur=0");
  const form = { method: "POST", headers: { "Sec-Fetch-Site": "same-origin" } };
  const others = [
    await service.post({ text: "Noch einer." }),
    await service.confirm("x"),
    await service.ask("/confirm?token=x"),
    await service.ask("/me", { headers: { Authorization: "Bearer x" } }),
    await service.ask("/desk/sign-in", {
      ...form,
      body: new URLSearchParams({ email: "a@b.example" }),
    }),
    await service.ask("/mine", { ...form, body: new URLSearchParams({ email: "a@b.example" }) }),
    await service.ask("/threads/nobody"),
  ];
  expect(others.map(({ headers }) => headers.get("Server-Timing"))).toEqual(others.map(() => null));
});

test("odd requests give no server error", async () => {
  const service = await openService();
  const odd = [
    "/threads/%E0%A4%A",
    "/threads/%00?before=1",
    "/counts?thread[]=x",
    "/challenge?thread=%FF",
    "/confirm?token=%FF&token=x",
    "/threads/flur?limit=1&limit=2",
    "//evil.example/threads/flur",
  ];
  for (const path of odd) {
    const answer = await service.ask(`https://comments.example${path}`);
    expect([path, answer.status < 500]).toEqual([path, true]);
  }
  const multipart = {
    "Content-Type": "multipart/form-data; boundary=x",
    "Sec-Fetch-Site": "same-origin",
  };
  for (const body of ["--x\r\nbroken", "\u0000", "token=%E0%A4", "token&token"])
    expect(
      (await service.ask("/confirm", { method: "POST", headers: multipart, body })).status,
    ).toBe(404);
  for (const method of ["PUT", "DELETE", "PATCH", "POST"])
    expect((await service.ask("/threads/flur", { method })).status).toBe(404);
});

test("without the secret nobody can try out whether somebody has written something", async () => {
  const service = await openService();
  await service.post();
  const raw = new DatabaseSync(service.databasePath, { readOnly: true });
  const rows = JSON.stringify(raw.prepare("SELECT * FROM solution").all());
  raw.close();
  const { name, email, text } = comment;
  const posted = JSON.stringify(["comment", "flur", name, email, text, null, null, false]);
  expect(rows).toContain(keyedHash(secret, posted));
  expect(rows).not.toContain(sha256(posted));
});
