import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import type { Service } from "../../acts/service.ts";
import { dayAt, endOfDay, startOfDay } from "../../domain/days.ts";
import { beginningOf } from "../../domain/plain-text.ts";
import type { RecordAsked, RecordFilter, RecordLine } from "../../store/port/record.ts";
import { field, optionalField } from "../forms.ts";
import { queryOf } from "../request.ts";
import { pathOf, show } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { BEGINNING, recordPage } from "./record-page.ts";

const SHOWN = 100;
const READ_AT_ONCE = 500;

const RecordQuery = v.object({
  /** Whose acts. */
  who: optionalField,
  /** Which acts. */
  act: optionalField,
  /** An article: its id, or words of its title. */
  article: optionalField,
  /** The first day: `2026-11-30`. */
  since: field,
  /** The last day. */
  until: field,
  /** Where the page before ended: `time-id`. */
  after: v.pipe(
    field,
    v.transform((text) => {
      const [, at, id] = /^(\d{1,15})-(.{1,200})$/u.exec(text) ?? [];
      return at === undefined || id === undefined ? null : { at: Number(at), id };
    }),
  ),
});

/** The record: as a page, and as a file of what the page's filter lets through. */
export function deskRecordRoutes(service: Service): Hono<DeskEnv> {
  const { store, magazine, clock, settings } = service;

  async function asked(c: Context): Promise<Pick<RecordAsked, "filter" | "after">> {
    const { since, until, after, ...rest } = queryOf(c, RecordQuery);
    const { timeZone } = await magazine.lastKnownSite();
    const days = { from: startOfDay(since, timeZone), until: endOfDay(until, timeZone) };
    return { filter: { ...rest, ...days }, after };
  }

  return new Hono<DeskEnv>()
    .get("/desk/record", async (c) => {
      const { who, act, article, since, until } = queryOf(c, RecordQuery);
      const found = await store.recordLines({ ...(await asked(c)), most: SHOWN + 1 });
      const lines = found.slice(0, SHOWN);
      const recorded = await store.recordedNames();
      const names = [...new Set([...settings.moderators, ...recorded])].toSorted();
      const links = linksOf(c, found.length > SHOWN ? lines.at(-1) : undefined);
      const filter = { who, act, article, since, until };
      return show(c, service, (desk) => recordPage(desk, lines, { filter, names, links }));
    })
    .get("/desk/record.ndjson", async (c) => {
      const { filter } = await asked(c);
      const { timeZone } = await magazine.lastKnownSite();
      c.header("Content-Type", "application/x-ndjson; charset=utf-8");
      c.header(
        "Content-Disposition",
        `attachment; filename="record-${dayAt(clock(), timeZone)}.ndjson"`,
      );
      return c.body(streamOf(everyLine(service, filter)));
    });
}

function linksOf(c: Context, last: RecordLine | undefined) {
  const url = new URL(pathOf(c), c.req.url);
  url.searchParams.delete("after");
  const isFiltered = [...url.searchParams.values()].some((value) => value !== "");
  const file = `/desk/record.ndjson${url.search}`;
  if (last !== undefined) url.searchParams.set("after", `${last.at}-${last.id}`);
  const older = last === undefined ? null : url.pathname + url.search;
  return { older, file, all: isFiltered ? "/desk/record" : null };
}

/** The entries as lines of JSON, the newest first, some read at a time. */
async function* everyLine(
  { store }: Pick<Service, "store">,
  filter: RecordFilter,
): AsyncGenerator<string> {
  let after: RecordAsked["after"] = null;
  for (;;) {
    const lines = await store.recordLines({ filter, after, most: READ_AT_ONCE });
    yield lines.map((line) => `${JSON.stringify(written(line))}\n`).join("");
    const last = lines.at(-1);
    if (last === undefined || lines.length < READ_AT_ONCE) return;
    after = last;
  }
}

/** An entry as the file has it: words of programs, not of people. */
function written(line: RecordLine) {
  const { id, batch, at, who, act, was, became, why, isUndone, subject } = line;
  const { comment, number, thread } = line;
  const text = beginningOf(line.beginning, BEGINNING);
  return {
    at: new Date(at).toISOString(),
    who,
    act,
    article: thread,
    comment,
    number,
    text,
    reason: why,
    was,
    became,
    undone: isUndone,
    subject,
    batch,
    id,
  };
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
