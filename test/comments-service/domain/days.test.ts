import { expect, test } from "vitest";
import { dayAt, endOfDay, startOfDay } from "../../../comments-service/domain/days.ts";

const utc = (text: string) => Date.parse(text);

test.each([
  ["2026-11-30", "UTC", "2026-11-30T00:00Z", "2026-12-01T00:00Z"],
  ["2026-11-30", "Europe/Berlin", "2026-11-29T23:00Z", "2026-11-30T23:00Z"],
  ["2026-07-01", "Europe/Berlin", "2026-06-30T22:00Z", "2026-07-01T22:00Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  ["2026-12-31", "Pacific/Kiritimati", "2026-12-30T10:00Z", "2026-12-31T10:00Z"],
  ["2026-01-01", "America/Los_Angeles", "2026-01-01T08:00Z", "2026-01-02T08:00Z"],
])("%s in %s begins at %s and ends at %s", (day, zone, begins, ends) => {
  expect([startOfDay(day, zone), endOfDay(day, zone)]).toEqual([utc(begins), utc(ends)]);
  expect(dayAt(utc(begins), zone)).toBe(day);
  expect(dayAt(utc(ends) - 1, zone)).toBe(day);
});

test.each(["", "2026", "2026-13-01", "2026-02-30", "30.11.2026", "2026-11-30T00:00", "x"])(
  "%j is no day",
  (day) => {
    expect([startOfDay(day, "UTC"), endOfDay(day, "UTC")]).toEqual([null, null]);
  },
);
