import { expect, test } from "vitest";
import { momentIn, timeZoneOf } from "../../../../comments-service/commands/import/local-time.ts";
import { importedTime } from "../../../../comments-service/commands/import/words.ts";

const ms = (text: string) => Date.parse(`${text}Z`);

test.each([
  ["Europe/Berlin", "2012-01-10T12:00:00", "2012-01-10T11:00:00"],
  ["Europe/Berlin", "2012-07-10T12:00:00", "2012-07-10T10:00:00"],
  // It leaps from two to three: half past two is what the clock before the leap would have shown.
  ["Europe/Berlin", "2012-03-25T02:30:00", "2012-03-25T01:30:00"],
  ["Europe/Berlin", "2012-03-25T03:00:00", "2012-03-25T01:00:00"],
  ["Europe/Berlin", "2012-03-25T01:59:59", "2012-03-25T00:59:59"],
  // Half past two is twice: the first one counts.
  ["Europe/Berlin", "2012-10-28T02:30:00", "2012-10-28T00:30:00"],
  ["Europe/Berlin", "2012-10-28T03:00:00", "2012-10-28T02:00:00"],
  ["America/New_York", "2012-11-04T01:30:00", "2012-11-04T05:30:00"],
  ["Asia/Kathmandu", "2012-07-10T12:00:00", "2012-07-10T06:15:00"],
  ["Australia/Lord_Howe", "2012-04-01T01:45:00", "2012-03-31T14:45:00"],
  ["UTC", "2012-07-10T12:00:00", "2012-07-10T12:00:00"],
])("a clock in %s that shows %s", (zone, local, utc) => {
  expect(new Date(momentIn(zone)(ms(local))).toISOString()).toBe(`${utc}.000Z`);
});

const pairs = (...each: [local: string, utc: string][]) =>
  each.map(([local, utc]) => ({ local: ms(local), utc: ms(utc) }));

test("the zone is the magazine's as long as it is right, and else one that is", () => {
  const winter = pairs(["2012-01-10T12:00:00", "2012-01-10T11:00:00"]);
  const berlin = [...winter, ...pairs(["2012-07-10T12:00:00", "2012-07-10T10:00:00"])];
  const fixed = [...winter, ...pairs(["2012-07-10T12:00:00", "2012-07-10T11:00:00"])];
  const newYork = pairs(
    ["2012-01-10T12:00:00", "2012-01-10T17:00:00"],
    ["2012-07-10T12:00:00", "2012-07-10T16:00:00"],
  );
  const at = (zone: string, local: string) => new Date(momentIn(zone)(ms(local))).toISOString();
  expect(timeZoneOf([], "Europe/Berlin")).toBe("Europe/Berlin");
  expect(timeZoneOf(winter, "Europe/Vienna")).toBe("Europe/Vienna");
  expect(timeZoneOf(berlin, "Europe/Berlin")).toBe("Europe/Berlin");
  expect(at(timeZoneOf(fixed, "Europe/Berlin"), "2012-08-01T12:00:00")).toBe(
    "2012-08-01T11:00:00.000Z",
  );
  expect(at(timeZoneOf(newYork, "Europe/Berlin"), "2012-08-01T12:00:00")).toBe(
    "2012-08-01T16:00:00.000Z",
  );
});

test("single mistakes and impossible differences do not turn it", () => {
  const mostly = pairs(
    ["2012-01-10T12:00:00", "2012-01-10T11:00:00"],
    ["2012-07-10T12:00:00", "2012-07-10T10:00:00"],
    ["2012-08-10T12:00:00", "2012-08-10T11:00:00"],
    ["2012-09-10T12:00:00", "2010-09-10T11:00:00"],
    ["2012-09-11T12:07:00", "2012-09-11T11:00:00"],
  );
  expect(timeZoneOf(mostly, "Europe/Berlin")).toBe("Europe/Berlin");
});

test.each([
  ["2012-10-23 04:15:00", "2012-10-23T04:15:00.000Z"],
  ["2012-10-23T04:15:00Z", "2012-10-23T04:15:00.000Z"],
  ["2012-10-23T06:15:00+02:00", "2012-10-23T04:15:00.000Z"],
  ["2012-10-23 06:15:00.123 +0200", "2012-10-23T04:15:00.000Z"],
  ["2012-10-23T04:15Z", "2012-10-23T04:15:00.000Z"],
  ["0000-00-00 00:00:00", null],
  ["0001-01-01T00:00:00", null],
  ["-0001-11-30 00:00:00", null],
  ["1970-01-01 00:00:00", null],
  ["2012-02-30 04:15:00", null],
  ["2012-10-23 24:15:00", null],
  ["23.10.2012 04:15", null],
  ["", null],
])("%j is %s", (text, iso) => {
  const at = importedTime(text);
  expect(at === null ? null : new Date(at).toISOString()).toBe(iso);
});
