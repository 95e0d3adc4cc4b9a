import { expect, test } from "vitest";
import {
  beginSignIn,
  isModerator,
  mailAccountLink,
} from "../../../comments-service/acts/sign-in.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { openService } from "../service.ts";

test("what the whole site has to do makes codes and links late, but for the desk", async () => {
  const limits = { signIn: { sender: [], site: [{ per: DAY, most: 1 }] } };
  const { service } = await openService({ limits });
  const senders = await service.senders("192.0.2.1");
  const late = async (purpose: "reader" | "desk") => {
    const asked = await beginSignIn(service, { purpose, email: "desk@magazine.example", senders });
    return "isLate" in asked && asked.isLate;
  };
  expect([await late("reader"), await late("reader")]).toEqual([false, true]);
  expect([await late("desk"), await late("desk")]).toEqual([false, false]);
  const link = () => mailAccountLink(service, { email: "ida@mail.example", senders });
  expect([await link(), await link()]).toEqual([{ isLate: false }, { isLate: true }]);
});

test("each sender has a share of codes and one of links", async () => {
  const limits = { signIn: { sender: [{ per: DAY, most: 1 }], site: [] } };
  const { service } = await openService({ limits });
  const [one, other] = [await service.senders("192.0.2.1"), await service.senders("192.0.2.2")];
  const email = "ida@mail.example";
  const code = (purpose: "reader" | "desk", senders = one) =>
    beginSignIn(service, { purpose, email, senders });
  const link = (senders = one) => mailAccountLink(service, { email, senders });
  for (const asked of [await code("reader"), await code("desk"), await link()])
    expect(asked).not.toHaveProperty("refused");
  for (const asked of [await code("reader"), await code("desk"), await link()])
    expect(asked).toMatchObject({ refused: "busy" });
  for (const asked of [await code("reader", other), await link(other)])
    expect(asked).not.toHaveProperty("refused");
});

test("a moderator is whose address stands in MODERATORS, in whatever case", async () => {
  const { service } = await openService({ env: { MODERATORS: "a@x.example, B@x.example" } });
  const addresses = ["A@x.example", "b@X.example", "c@x.example"];
  expect(addresses.map((each) => isModerator(service, each))).toEqual([true, true, false]);
});
