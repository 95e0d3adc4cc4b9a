import { expect, test } from "vitest";
import { serviceOn } from "../../../comments-service/acts/service.ts";
import { openService } from "../service.ts";

test("a service takes the newest secret of its settings, and where they name none the one that is kept", async () => {
  const { store, settings, clock } = await openService();
  const on = (secrets: string[]) =>
    serviceOn({ store, settings: { ...settings, secrets }, clock: () => clock.now, log: () => {} });
  const kept = await on([]);
  expect(kept.secret).toMatch(/^[0-9a-f]{64}$/u);
  expect(kept.secrets).toEqual([kept.secret]);
  expect((await on([])).secret).toBe(kept.secret);
  const named = await on(["newest", "older"]);
  expect([named.secret, named.secrets]).toEqual(["newest", ["newest", "older"]]);
  expect(await store.key("service", () => "another", clock.now)).toBe(kept.secret);
});
