import { dayAt } from "../../domain/days.ts";
import { groups } from "../../domain/year-figures.ts";
import type { Figure, Group, YearFigures } from "../../domain/year-figures.ts";
import { DAY, HOUR, MINUTE } from "../../domain/times.ts";
import { reasonFor } from "../../words/checks.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import type { Page } from "../page.ts";
import type { Desk } from "./shell.ts";

/** A year, and the years beside it that have numbers, too. */
export interface Year {
  year: number;
  /** What was counted, in milliseconds. */
  from: number;
  until: number;
  others: readonly number[];
}

const BAR = 150;

/** The year in numbers: figures first, then groups of them with bars. */
export function numbersPage(desk: Desk, figures: YearFigures, year: Year): Page {
  const { numbers: words } = desk.words;
  return {
    title: words.title(String(year.year)),
    main: html`<p class="ui ways"><span>${periodOf(desk, year)}</span> ${year.others.map((other) => html`<a href="/desk/numbers?year=${other}">${other}</a> `)}<a href="/desk/numbers.csv?year=${year.year}" download>${words.download}</a></p>
${headline(desk, figures)}
<div class="pairs">${groups.map((group) => groupTable(desk, group, figures.groups[group]))}
${waitTable(desk, figures)}</div>
<p class="hint ui">${words.hint}</p>`,
  };
}

function headline(desk: Desk, { totals, waits }: YearFigures): Markup {
  const { numbers: words, locale } = desk.words;
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const figure = (label: string, value: string, more = "") =>
    html`<div><dt>${label}</dt><dd>${value}${more === "" ? "" : html` <small>${more}</small>`}</dd></div>`;
  const total = (name: keyof typeof totals, more?: string) =>
    figure(words.totals[name], inNumbers(desk, totals[name]), more);
  const held = totals.comments === 0 ? "" : share.format(totals.held / totals.comments);
  return html`<dl class="big">${total("comments")}${total("held", held)}${total("removed")}${total("reports")}${total("notices")}
${figure(words.wait, duration(desk, waits.all))}</dl>`;
}

function groupTable(desk: Desk, group: Group, figures: readonly Figure[]): Markup {
  const most = Math.max(1, ...figures.map(({ count }) => count));
  return html`<section><h2>${desk.words.numbers.groups[group]}</h2><table><tbody>${figures.map(
    ({ of, count }) =>
      html`<tr><th scope="row">${labelOf(desk, group, of)}</th><td class="number">${inNumbers(desk, count)}</td>
<td class="bar-cell" aria-hidden="true"><svg viewBox="0 0 ${BAR} 12" preserveAspectRatio="none"><rect width="${Math.round((BAR * count) / most)}" height="12"/></svg></td></tr>`,
  )}</tbody></table></section>`;
}

function waitTable(desk: Desk, { waits }: YearFigures): Markup {
  const { numbers: words } = desk.words;
  return html`<section><h2>${words.wait}</h2><table><tbody>${waitNames.map(
    (name) =>
      html`<tr><th scope="row">${words.waits[name]}</th><td class="number">${duration(desk, waits[name])}</td></tr>`,
  )}</tbody></table></section>`;
}

const waitNames = ["held", "reported", "noticed", "objected", "all"] as const;

/** The numbers as a file: RFC 4180 with a head, in UTF-8. A figure's name never changes; what it means stands beside it in the magazine's language. */
export function numbersFile(
  desk: Desk,
  { totals, groups: all, waits }: YearFigures,
  year: Year,
): string {
  const { numbers: words } = desk.words;
  const label = (group: Group, of: string) => `${words.groups[group]}: ${labelOf(desk, group, of)}`;
  const rows: [string, number | string, string, string][] = [
    ...(Object.keys(totals) as (keyof typeof totals)[]).map((name): (typeof rows)[number] => [
      name,
      totals[name],
      "count",
      words.totals[name],
    ]),
    ...groups.flatMap((group) =>
      all[group].map(({ of, count }): (typeof rows)[number] => [
        `${group}.${of}`,
        count,
        "count",
        label(group, of),
      ]),
    ),
    ...waitNames.map((name): (typeof rows)[number] => [
      `wait.${name}`,
      waits[name] === null ? "" : Math.round(waits[name] / 1000),
      "seconds",
      `${words.wait}: ${words.waits[name]}`,
    ]),
  ];
  const days = [year.from, year.until - 1].map((at) => dayAt(at, desk.site.timeZone));
  const line = (row: readonly (string | number)[]) => `${row.map(cell).join(",")}\r\n`;
  const head = "year,from,until,figure,value,unit,meaning\r\n";
  return head + rows.map((row) => line([year.year, ...days, ...row])).join("");
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function labelOf({ words, site }: Desk, group: Group, of: string): string {
  const { figures } = words.numbers;
  if (group === "held") return reasonFor(of, site.language);
  if (group === "reported") return words.reportReason[of] ?? of;
  const removed: Readonly<Record<string, string>> = words.reason;
  return (group === "removed" ? removed[of] : figures[`${group}.${of}`]) ?? of;
}

function periodOf({ words, site }: Desk, { from, until }: Year): string {
  const format = new Intl.DateTimeFormat(words.locale, {
    day: "numeric",
    month: site.language === "de" ? "numeric" : "long",
    timeZone: site.timeZone,
  });
  return words.numbers.period(format.format(from), format.format(until - 1));
}

function inNumbers({ words }: Desk, count: number): string {
  return new Intl.NumberFormat(words.locale).format(count);
}

/** A time as one says it, in its two largest units. */
function duration({ words }: Desk, time: number | null): string {
  const { numbers: own } = words;
  if (time === null) return own.none;
  if (time < MINUTE) return own.soon;
  const [days, hours, minutes] = [
    Math.floor(time / DAY),
    Math.floor(time / HOUR),
    Math.floor((time % HOUR) / MINUTE),
  ];
  const parts =
    hours >= 48
      ? [own.days(days), hours % 24 > 0 && own.hours(hours % 24)]
      : [hours > 0 && own.hours(hours), minutes > 0 && own.minutes(minutes)];
  return parts.filter((part) => part !== false).join(" ");
}
