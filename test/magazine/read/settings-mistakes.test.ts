import { expect, test } from "vitest";

import { linesWith } from "./broken.ts";

const origin =
  "http:// or https:// and a host name, without a slash at the end, such as https://www.example.org";

const publisher = `publisher:
  name: Verlag Prüfblatt
  address: Musterweg 1, 10115 Berlin
  responsible: Anna Östreich
  email: redaktion@pruefblatt.example
`;

/** A line of the small magazine's magazine.yaml, and what stands there instead. */
const cases: [name: string, from: string, to: string, ...mistakes: string[]][] = [
  ["no title", "title: Das Prüfblatt\n", "", "1:1 title is missing; expected a text"],
  [
    "an address with a slash at its end",
    "url: https://pruefblatt.example",
    "url: https://pruefblatt.example/",
    `2:6 url is "https://pruefblatt.example/"; expected ${origin}`,
  ],
  [
    "an address with a path",
    "url: https://pruefblatt.example",
    "url: https://pruefblatt.example/magazin",
    `2:6 url is "https://pruefblatt.example/magazin"; expected ${origin}`,
  ],
  [
    "an address without a scheme",
    "url: https://pruefblatt.example",
    "url: www.pruefblatt.example",
    `2:6 url is "www.pruefblatt.example"; expected ${origin}`,
  ],
  [
    "an unknown language",
    "language: de",
    "language: fr",
    '3:11 language is "fr"; expected one of de, en',
  ],
  [
    "dates as in another language",
    "language: de",
    "language: de\nlocale: en-US",
    '4:9 locale is "en-US"; expected one of de-DE, de-AT',
  ],
  [
    "a time zone with a wrong letter",
    "Europe/Berlin",
    "Europe/Belrin",
    '4:11 timeZone is "Europe/Belrin"; expected a time zone of the IANA list, such as Europe/Berlin',
  ],
  [
    "an offset as time zone",
    "Europe/Berlin",
    '"+01:00"',
    '4:11 timeZone is "+01:00"; expected a time zone of the IANA list, such as Europe/Berlin',
  ],
  [
    "no article on a page",
    "perPage: 2",
    "perPage: 0",
    '6:10 perPage is "0"; expected a whole number from 1 to 100',
  ],
  [
    "a number with a zero in front",
    "perPage: 2",
    "perPage: 012",
    '6:10 perPage is "012"; expected a whole number from 1 to 100',
  ],
  [
    "half an article on a page",
    "perPage: 2",
    "perPage: 2.5",
    '6:10 perPage is "2.5"; expected a whole number from 1 to 100',
  ],
  [
    "too many articles on a page",
    "perPage: 2",
    "perPage: 101",
    '6:10 perPage is "101"; expected a whole number from 1 to 100',
  ],
  [
    "comments without a service",
    "  service: https://kommentare.pruefblatt.example\n",
    "  servise: https://kommentare.pruefblatt.example\n",
    `7:1 comments.service is missing; expected ${origin}`,
    '8:3 "servise" is not a field of comments; expected one of service, close; did you mean "service"?',
  ],
  ...["0", "4000", "dreißig", "30.5", "2026-12-24"].map((close): (typeof cases)[number] => [
    `comments that close after ${close} days`,
    "  service: https://kommentare.pruefblatt.example\n",
    `  service: https://kommentare.pruefblatt.example\n  close: ${close}\n`,
    `9:10 comments.close is "${close}"; expected a whole number from 1 to 3650`,
  ]),
  [
    "a network that nobody knows",
    "share: [x, facebook, email]",
    "share: [x, facebok, x]",
    '9:12 an entry of share is "facebok"; expected one of x, facebook, linkedin, xing, whatsapp, bluesky, mastodon, threads, telegram, reddit, email; did you mean "facebook"?',
    '9:21 an entry of share is "x"; expected each entry once',
  ],
  [
    "a link that runs a script",
    "mailto:redaktion@pruefblatt.example",
    "javascript:alert(1)",
    '14:10 services.url is "javascript:alert(1)"; expected an address that begins with https://, http://, mailto: or /',
  ],
  [
    "a link with a name before its host",
    "mailto:redaktion@pruefblatt.example",
    "https://bank.example@pruefblatt.example/",
    '14:10 services.url is "https://bank.example@pruefblatt.example/"; expected no name and no @ before the host: whoever follows the link does not see where it leads',
  ],
  [
    "a link without a host",
    "mailto:redaktion@pruefblatt.example",
    "https://",
    '14:10 services.url is "https://"; expected the name of a host behind the //, such as https://www.example.org/',
  ],
  [
    "a link that a browser takes to another host",
    "mailto:redaktion@pruefblatt.example",
    "/\\b.example",
    '14:10 services.url is "/\\b.example"; expected an address that begins with https://, http://, mailto: or /',
  ],
  [
    "no publisher",
    publisher,
    "",
    "1:1 publisher is missing; expected its fields: name, address, responsible, email",
  ],
  [
    "a publisher that is a text",
    publisher,
    "publisher: Verlag\n",
    '15:12 publisher is "Verlag"; expected fields: name, address, responsible, email',
  ],
  [
    "a publisher without a responsible person",
    "  responsible: Anna Östreich\n",
    "",
    "15:1 publisher.responsible is missing; expected a text",
  ],
  [
    "a wrong e-mail address",
    "  email: redaktion@pruefblatt.example",
    "  email: redaktion",
    '19:10 publisher.email is "redaktion"; expected an e-mail address',
  ],
  [
    "a field that nobody knows",
    "perPage: 2",
    "perpage: 2",
    '6:1 "perpage" is not a field here; expected one of title, url, language, locale, timeZone, description, perPage, comments, share, services, publisher; did you mean "perPage"?',
  ],
  ["a tab", "  name: Verlag", "\tname: Verlag", "16:1 the line begins with a tab; expected spaces"],
];
test.each(cases)("%s is a mistake in magazine.yaml", (_, from, to, ...mistakes) => {
  const change = (source: string) => {
    expect(source).toContain(from);
    return source.replace(from, to);
  };
  expect(linesWith({ "magazine.yaml": change })).toEqual(
    mistakes.map((mistake) => `magazine.yaml:${mistake}`),
  );
});

test("a mistake in magazine.yaml does not hide those of other files", () => {
  const lines = linesWith({
    "magazine.yaml": "title: @x\n",
    "columns/marken.md": "---\nname: Marken\n---\n",
  });
  expect(lines.map((line) => line.replace(/;.*/, ""))).toEqual([
    "columns/marken.md:1:1 description is missing",
    "magazine.yaml:1:8 a value cannot begin with @",
  ]);
});
