import { expect, test } from "vitest";
import { openWayIn, wayInLink } from "../../../comments-service/acts/known-network.ts";
import { hashOfMailbox } from "../../../comments-service/acts/letters.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { rowsOf } from "../rows.ts";
import { openService, secret } from "../service.ts";

test("the way in makes the network known in which it is opened, for its own address; a token that is none does nothing", async () => {
  const { service, database, clock } = await openService();
  const known = async () => {
    const keys = (await rowsOf(database, "counter")).map(({ key }) => key);
    return keys.filter((key) => key.startsWith("known "));
  };
  const { pathname, searchParams } = new URL(wayInLink(service, "Ida+x@mail.example"));
  expect(pathname).toBe("/way-in");
  const token = searchParams.get("token") ?? "";
  expect(await openWayIn(service, { token: `${token}0`, network: "home" })).toBe(false);
  expect(await known()).toEqual([]);
  expect(await openWayIn(service, { token, network: "home" })).toBe(true);
  expect(await known()).toEqual([`known ${hashOfMailbox(secret, "ida@mail.example")} home`]);
  clock.now += DAY;
  expect(await openWayIn(service, { token, network: "elsewhere" })).toBe(false);
  expect(await known()).toHaveLength(1);
});
