import { expect, test } from "vitest";

import { articleMistakes } from "./broken.ts";

const when = "a day such as 2012-10-19, or with a time such as 2012-10-19 09:00";

type Case = [name: string, fields: Record<string, string | null>, ...mistakes: string[]];

const dates: Case[] = [
  [
    "a day that does not exist",
    { date: "2012-02-30" },
    '3:7 date is "2012-02-30"; expected a day that exists: February 2012 has 29 days',
  ],
  [
    "a month that does not exist",
    { date: "2012-13-01" },
    '3:7 date is "2012-13-01"; expected a month from 01 to 12',
  ],
  [
    "a time that the clock skips",
    { date: "2012-03-25 02:30" },
    '3:7 date is "2012-03-25 02:30"; expected a time that exists: in Europe/Berlin the clock skips 02:30 on that day',
  ],
  [
    "an hour that does not exist",
    { date: "2012-10-19 24:00" },
    '3:7 date is "2012-10-19 24:00"; expected a time from 00:00 to 23:59',
  ],
  [
    "a date in the German order",
    { date: "9.10.2012" },
    '3:7 date is "9.10.2012"; expected the year first: 2012-10-09',
  ],
  ["a number", { date: "012" }, `3:7 date is "012"; expected ${when}`],
  ["a word", { date: "gestern" }, `3:7 date is "gestern"; expected ${when}`],
  [
    "a year of the Julian calendar",
    { date: "1582-10-14" },
    '3:7 date is "1582-10-14"; expected a year from 1583 on, the first whole one of the Gregorian calendar',
  ],
  ["a T", { date: "2012-10-19T09:00" }, `3:7 date is "2012-10-19T09:00"; expected ${when}`],
  [
    "an end before the beginning",
    { expires: "2012-11-30" },
    '6:10 expires is "2012-11-30"; expected a time after date',
  ],
  [
    "an end at the beginning",
    { expires: "2012-12-01" },
    '6:10 expires is "2012-12-01"; expected a time after date',
  ],
  [
    "an end before the beginning, beside another mistake",
    { title: null, expires: "2012-11-30" },
    "1:1 title is missing; expected a text",
    '5:10 expires is "2012-11-30"; expected a time after date',
  ],
  [
    "a change before the beginning",
    { updated: "2012-11-30 09:00" },
    '6:10 updated is "2012-11-30 09:00"; expected a time not before date',
  ],
];
test.each(dates)("%s is no date", (_, fields, ...mistakes) => {
  expect(articleMistakes(fields)).toEqual(mistakes);
});

test("a date may stand in quotes", () => {
  expect(articleMistakes({ date: '"2012-10-19 09:00"' })).toEqual([]);
});
