import { expect, test } from "vitest";

import {
  dayAt,
  daysAfter,
  formatDate,
  formatLongDate,
  formatMonth,
  formatRfc822,
  isTimeZone,
  readTime,
} from "../../magazine/dates.ts";

const berlin = "Europe/Berlin";

test.each([
  ["2012-10-19", berlin, "2012-10-19T00:00:00+02:00"],
  ["2012-10-19 09:00", berlin, "2012-10-19T09:00:00+02:00"],
  ["2012-12-24 18:30", berlin, "2012-12-24T18:30:00+01:00"],
  ["2012-02-29", berlin, "2012-02-29T00:00:00+01:00"],
  ["2099-01-01 00:00", berlin, "2099-01-01T00:00:00+01:00"],
  ["2012-10-19 09:00", "UTC", "2012-10-19T09:00:00+00:00"],
  ["2012-10-19 09:00", "America/New_York", "2012-10-19T09:00:00-04:00"],
  ["2012-10-19 09:00", "Asia/Kolkata", "2012-10-19T09:00:00+05:30"],
  ["2012-10-19 09:00", "America/St_Johns", "2012-10-19T09:00:00-02:30"],
])("%s on the wall in %s is %s", (text, zone, time) => {
  expect(readTime(text, zone)).toEqual({ time });
});

test.each([
  ["2012-03-25 01:59", "2012-03-25T01:59:00+01:00"],
  ["2012-03-25 03:00", "2012-03-25T03:00:00+02:00"],
  ["2012-10-28 01:59", "2012-10-28T01:59:00+02:00"],
  ["2012-10-28 03:00", "2012-10-28T03:00:00+01:00"],
])("beside a change of the clock %s is %s", (text, time) => {
  expect(readTime(text, berlin)).toEqual({ time });
});

test("of a time that the clock shows twice the first is meant", () => {
  expect(readTime("2012-10-28 02:00", berlin)).toEqual({ time: "2012-10-28T02:00:00+02:00" });
  expect(readTime("2012-10-28 02:59", berlin)).toEqual({ time: "2012-10-28T02:59:00+02:00" });
  expect(readTime("2012-11-04 01:30", "America/New_York")).toEqual({
    time: "2012-11-04T01:30:00-04:00",
  });
});

test("a time that the clock skips is refused by name", () => {
  for (const time of ["02:00", "02:59"]) {
    expect(readTime(`2012-03-25 ${time}`, berlin)).toEqual({
      expected: `a time that exists: in Europe/Berlin the clock skips ${time} on that day`,
    });
  }
});

test("a day begins when its clock begins", () => {
  expect(readTime("2012-10-21", "America/Sao_Paulo")).toEqual({
    time: "2012-10-21T01:00:00-02:00",
  });
  expect(readTime("2011-12-30", "Pacific/Apia")).toEqual({ time: "2011-12-31T00:00:00+14:00" });
});

test("so many days later the clock shows the same time, or the next that it shows", () => {
  expect(daysAfter("2012-10-19T09:00:00+02:00", 14, berlin)).toBe("2012-11-02T09:00:00+01:00");
  expect(daysAfter("2012-03-23T02:30:00+01:00", 2, berlin)).toBe("2012-03-25T03:00:00+02:00");
  expect(daysAfter("2012-10-26T02:30:00+02:00", 2, berlin)).toBe("2012-10-28T02:30:00+02:00");
});

test.each([
  ["2012-10-18T21:59:59Z", berlin, "2012-10-18"],
  ["2012-10-18T22:00:00Z", berlin, "2012-10-19"],
  ["2012-12-18T22:59:59Z", berlin, "2012-12-18"],
  ["2012-10-19T03:59:59Z", "America/New_York", "2012-10-18"],
])("at %s the day in %s is %s", (instant, zone, day) => {
  expect(dayAt(new Date(instant), zone)).toBe(day);
});

test("every hour of two years is read as an instant that shows it again", () => {
  const skipped: string[] = [];
  const clock = new Intl.DateTimeFormat("sv", {
    timeZone: berlin,
    dateStyle: "short",
    timeStyle: "short",
  });
  for (let wall = Date.UTC(2012, 0, 1); wall < Date.UTC(2014, 0, 1); wall += 3_600_000) {
    const text = new Date(wall).toISOString().slice(0, 16).replace("T", " ");
    const read = readTime(text, berlin);
    const shown = "time" in read && clock.format(new Date(read.time));
    if (shown !== text) skipped.push(text);
  }
  expect(skipped).toEqual(["2012-03-25 02:00", "2013-03-31 02:00"]);
});

test.each([
  ["2012-02-30", "a day that exists: February 2012 has 29 days"],
  ["2013-02-29", "a day that exists: February 2013 has 28 days"],
  ["2012-04-31 09:00", "a day that exists: April 2012 has 30 days"],
  ["2012-04-00", "a day that exists: April 2012 has 30 days"],
  ["2012-00-10", "a month from 01 to 12"],
  ["2012-13-10", "a month from 01 to 12"],
  ["2012-10-19 24:00", "a time from 00:00 to 23:59"],
  ["2012-10-19 09:60", "a time from 00:00 to 23:59"],
  ["19.10.2012", "the year first: 2012-10-19"],
  ["1. 3. 2012", "the year first: 2012-03-01"],
])("%s is refused: expected %s", (text, expected) => {
  expect(readTime(text, berlin)).toEqual({ expected });
});

test.each(["", "2012", "2012-10", "12-10-19", "2012-10-19T09:00", "2012-10-19 9:00", "heute"])(
  "'%s' is not how a date is written",
  (text) => {
    const expected = "a day such as 2012-10-19, or with a time such as 2012-10-19 09:00";
    expect(readTime(text, berlin)).toEqual({ expected });
  },
);

test("time zones are those of the IANA database", () => {
  for (const name of ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Asia/Kolkata"]) {
    expect(isTimeZone(name)).toBe(true);
  }
  for (const name of ["", "Berlin", "Europe/Belrin", "+01:00", "-0100"]) {
    expect(isTimeZone(name)).toBe(false);
  }
});

const times = [
  "2012-10-09T06:05:00+02:00",
  "2012-12-31T23:59:00-05:00",
  "2012-01-01T00:00:00+05:30",
];

test.each([
  [formatDate, "de-DE", ["09.10.2012", "31.12.2012", "01.01.2012"]],
  [formatDate, "en-GB", ["9 Oct 2012", "31 Dec 2012", "1 Jan 2012"]],
  [formatDate, "en-US", ["Oct 9, 2012", "Dec 31, 2012", "Jan 1, 2012"]],
  [formatLongDate, "de-DE", ["9. Oktober 2012", "31. Dezember 2012", "1. Januar 2012"]],
  [formatLongDate, "de-AT", ["9. Oktober 2012", "31. Dezember 2012", "1. Jänner 2012"]],
  [formatLongDate, "en-GB", ["9 October 2012", "31 December 2012", "1 January 2012"]],
  [formatLongDate, "en-US", ["October 9, 2012", "December 31, 2012", "January 1, 2012"]],
  [formatMonth, "de-AT", ["Oktober 2012", "Dezember 2012", "Jänner 2012"]],
  [formatMonth, "en-US", ["October 2012", "December 2012", "January 2012"]],
] as const)("%o in %s prints what the magazine's clock showed", (format, locale, printed) => {
  expect(times.map((time) => format(time, locale))).toEqual(printed);
});

test.each([
  ["2012-10-19T09:00:00+02:00", "Fri, 19 Oct 2012 09:00:00 +0200"],
  ["2012-02-29T23:59:00-02:30", "Wed, 29 Feb 2012 23:59:00 -0230"],
  ["2013-01-01T00:05:00+00:00", "Tue, 01 Jan 2013 00:05:00 +0000"],
])("RSS has %s as %s", (time, shown) => {
  expect(formatRfc822(time)).toBe(shown);
});

test("what was before the Gregorian calendar had a whole year is no date", () => {
  const expected = "a year from 1583 on, the first whole one of the Gregorian calendar";
  expect(readTime("1582-12-31", berlin)).toEqual({ expected });
  expect(readTime("1583-01-01", berlin)).toHaveProperty("time");
});
