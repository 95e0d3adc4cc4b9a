import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../comments-service/domain/rates.ts";
import { DAY, MINUTE } from "../../comments-service/domain/times.ts";
import type { Letter } from "../../comments-service/mail/mail.ts";
import { askAt, doors, networkOf, sendForm } from "./asking.ts";
import type { Door } from "./asking.ts";
import { rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const owner = "ida@magazine.example";
const home = "203.0.113.9";
const env = { MODERATORS: owner };

/** What came to the owner for asking once more at this door. */
async function getsLetter(service: TestService, door: Door, peer: string): Promise<boolean> {
  const before = (await service.letters()).length;
  expect((await askAt(service, door, owner, peer)).status).toBeLessThan(300);
  return (await service.letters()).length > before;
}

async function attack(service: TestService, door: Door, networks: number, times: number) {
  for (let i = 0; i < networks * times; i += 1)
    await askAt(service, door, owner, networkOf(Math.floor(i / times)));
}

function wayIn([letter]: readonly Letter[]): string {
  const token = /way-in\?token=(\S+)/u.exec(letter?.text ?? "")?.[1];
  if (token === undefined) throw new Error(`the letter has no way in: ${letter?.text}`);
  return token;
}

describe.each(doors)("at %s nobody keeps the owner of an address out", (door) => {
  const others = doors.filter((each) => each !== door);

  test.each([2, 3])("by asking five times from each of %i networks", async (networks) => {
    const service = await openService({ env });
    await attack(service, door, networks, 5);
    expect(await getsLetter(service, door, home)).toBe(true);
  });

  test("by asking from forty networks of one provider's customer", async () => {
    const service = await openService({ env });
    for (let net = 0; net < 40; net += 1) {
      service.clock.now += 10 * MINUTE;
      await askAt(service, door, owner, `2001:db8:1:${net.toString(16)}::1`);
      await askAt(service, door, owner, `198.51.100.${net}`);
    }
    expect(await getsLetter(service, door, home)).toBe(true);
  });

  test("by asking at all doors from two networks, and writing under the address", async () => {
    const service = await openService({ env });
    for (const each of doors) await attack(service, each, 2, 5);
    for (let i = 0; i < 10; i += 1)
      await service.post({ email: owner }, { peer: networkOf(Math.floor(i / 5)) });
    expect(await getsLetter(service, door, home)).toBe(true);
  });

  test("by asking at the other doors from a hundred networks, and writing under the address", async () => {
    const service = await openService({ env });
    for (const each of others) await attack(service, each, 100, 1);
    for (let i = 0; i < 100; i += 1) await service.post({ email: owner }, { peer: networkOf(i) });
    expect(await getsLetter(service, door, home)).toBe(true);
  });

  test("by asking from a hundred networks, when the address was proven in the owner's that day", async () => {
    const service = await openService({ env });
    await service.publish({ email: owner }, { peer: "192.0.2.1" });
    await attack(service, door, 100, 1);
    expect(await getsLetter(service, door, home)).toBe(false);
    expect(await getsLetter(service, door, "192.0.2.250")).toBe(true);
  });

  test("from anywhere else, when one of the many letters that came is used to clear the way", async () => {
    const service = await openService({ env });
    await attack(service, door, 100, 1);
    expect(await getsLetter(service, door, home)).toBe(false);
    const token = wayIn(await service.letters());
    const looked = await service.ask(`/way-in?token=${token}`, {}, home);
    expect([looked.status, looked.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(await getsLetter(service, door, home)).toBe(false);
    expect((await sendForm(service, "/way-in", { token }, home)).status).toBe(200);
    expect(await getsLetter(service, door, home)).toBe(true);
    expect(await getsLetter(service, door, networkOf(150))).toBe(false);
  });

  test("by using up what the whole site may send, when the address is known there", async () => {
    const one = [{ per: DAY, most: 1 }];
    const signIn = { ...defaultLimits.signIn, site: one };
    const service = await openService({ env, limits: { signIn } });
    await service.publish({ email: owner }, { peer: "192.0.2.1" });
    for (let i = 0; i < 3; i += 1) await askAt(service, door, `reader${i}@x.example`, networkOf(i));
    expect(await getsLetter(service, door, "192.0.2.1")).toBe(true);
  });

  test("and the next day begins anew", async () => {
    const service = await openService({ env });
    await attack(service, door, 100, 1);
    service.clock.now += DAY;
    expect(await getsLetter(service, door, home)).toBe(true);
  });
});

test("the desk's letters do not depend on what the whole site may send", async () => {
  const one = [{ per: DAY, most: 1 }];
  const service = await openService({
    env,
    limits: { signIn: { ...defaultLimits.signIn, site: one } },
  });
  for (let i = 0; i < 9; i += 1)
    for (const door of doors) await askAt(service, door, `reader${i}@x.example`, networkOf(i));
  expect(await getsLetter(service, "/desk/sign-in", home)).toBe(true);
});

test("what one asks for at one door does not use up what the same network may ask for at another", async () => {
  const service = await openService({ env });
  for (let i = 0; i < 9; i += 1) await askAt(service, "/sessions", `reader${i}@x.example`, home);
  expect(await getsLetter(service, "/desk/sign-in", home)).toBe(true);
});

test("who mistypes a code or comes too late gets another one", async () => {
  const service = await openService({ env });
  for (let i = 0; i < 2; i += 1) {
    expect(await getsLetter(service, "/desk/sign-in", home)).toBe(true);
    service.clock.now += 11 * MINUTE;
  }
});

describe("the link that clears the way", () => {
  async function open() {
    const service = await openService({ env });
    await askAt(service, "/sessions", owner, networkOf(1));
    return { service, token: wayIn(await service.letters()) };
  }
  const known = async (service: TestService) =>
    (await rowsOf(service.database, "counter")).filter(({ key }) => key.startsWith("known "));

  test("signs nobody in and confirms nothing", async () => {
    const { service, token } = await open();
    const done = await sendForm(service, "/way-in", { token }, home);
    expect(done.headers.get("Set-Cookie")).toBeNull();
    expect((await service.ask(`/mine?token=${token}`)).status).toBe(404);
    expect((await service.ask(`/own?token=${token}`)).status).toBe(404);
    expect((await service.confirm(token)).status).toBe(404);
    const me = await service.ask("/me", { headers: { Authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
  });

  test("does the same once more: one row, of which only hashes are kept, for a day", async () => {
    const { service, token } = await open();
    for (let i = 0; i < 3; i += 1) await sendForm(service, "/way-in", { token }, home);
    const [row, ...more] = await known(service);
    expect(more).toEqual([]);
    expect(row?.key).toMatch(/^known [0-9a-f]{64} [0-9a-f]{64}$/u);
    expect(row?.count).toBe(1);
  });

  test("is not pressed by a look, nor by a form from elsewhere", async () => {
    const { service, token } = await open();
    for (const method of ["GET", "HEAD"]) await service.ask(`/way-in?token=${token}`, { method });
    const foreign = await service.ask("/way-in", {
      method: "POST",
      headers: { "Sec-Fetch-Site": "cross-site" },
      body: new URLSearchParams({ token }),
    });
    expect(foreign.status).toBe(403);
    expect(await known(service)).toEqual([]);
  });

  test("works for a day, and nothing that is none works", async () => {
    const { service, token } = await open();
    const confirm = tokenOfPost(service);
    for (const wrong of ["", "2.", token.slice(0, -1), `${token}0`, "f".repeat(76), await confirm])
      expect((await sendForm(service, "/way-in", { token: wrong }, home)).status).toBe(404);
    service.clock.now += DAY;
    expect((await service.ask(`/way-in?token=${token}`)).status).toBe(404);
    expect((await sendForm(service, "/way-in", { token }, home)).status).toBe(404);
    expect(await known(service)).toEqual([]);
  });

  test("is good for its own address only", async () => {
    const { service } = await open();
    await askAt(service, "/sessions", "eve@x.example", home);
    const [eves] = await service.letters();
    await attack(service, "/desk/sign-in", 100, 1);
    await sendForm(service, "/way-in", { token: wayIn(eves === undefined ? [] : [eves]) }, home);
    expect(await getsLetter(service, "/desk/sign-in", home)).toBe(false);
  });

  test("speaks the magazine's language, in the letter and on its page", async () => {
    const service = await openService({ env, language: "en" });
    await service.thread();
    await askAt(service, "/mine", owner, home);
    const [letter] = await service.letters();
    expect(letter?.text).toContain("open this link where you want to sign in");
    const page = await service.ask(`/way-in?token=${wayIn([letter ?? ({} as Letter)])}`);
    expect(await page.text()).toContain("It does not sign you in.");
  });
});

async function tokenOfPost(service: TestService): Promise<string> {
  await service.post();
  return service.token();
}
