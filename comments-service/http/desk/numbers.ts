import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import type { Service } from "../../acts/service.ts";
import { dayAt, endOfDay, startOfDay } from "../../domain/days.ts";
import { yearFigures } from "../../domain/year-figures.ts";
import type { YearFigures } from "../../domain/year-figures.ts";
import { field } from "../forms.ts";
import { queryOf } from "../request.ts";
import { openDesk, show } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { numbersFile, numbersPage } from "./numbers-page.ts";
import type { Year } from "./numbers-page.ts";

/** The present year where it is none. */
const YearQuery = v.object({ year: field });

/** The year in numbers, as a page and as a file. */
export function deskNumbersRoutes(service: Service): Hono<DeskEnv> {
  const { store, magazine, clock } = service;

  async function counted(c: Context): Promise<{ year: Year; figures: YearFigures }> {
    const { timeZone } = await magazine.lastKnownSite();
    const first = await store.firstComment();
    const year = yearOf(queryOf(c, YearQuery).year, { first, now: clock(), timeZone });
    return { year, figures: yearFigures(await store.numbers(year.from, year.until)) };
  }

  return new Hono<DeskEnv>()
    .get("/desk/numbers", async (c) => {
      const { year, figures } = await counted(c);
      return show(c, service, (desk) => numbersPage(desk, figures, year));
    })
    .get("/desk/numbers.csv", async (c) => {
      const { year, figures } = await counted(c);
      c.header("Content-Type", "text/csv; charset=utf-8; header=present");
      c.header("Content-Disposition", `attachment; filename="numbers-${year.year}.csv"`);
      return c.body(numbersFile(await openDesk(service), figures, year));
    });
}

/** A year of the magazine's time zone, up to the end of today. */
function yearOf(
  asked: string,
  { first, now, timeZone }: { first: number | null; now: number; timeZone: string },
): Year {
  const today = dayAt(now, timeZone);
  const years = range(dayAt(first ?? now, timeZone), today);
  const year = years.find((one) => String(one) === asked) ?? Number(today.slice(0, 4));
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  return {
    year,
    from: startOfDay(`${year}-01-01`, timeZone) ?? 0,
    until: endOfDay(last, timeZone) ?? now,
    others: years.filter((one) => one !== year),
  };
}

/** The years from one day to another, the last one first. */
function range(from: string, until: string): number[] {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4)));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, index) => (last ?? 0) - index);
}
