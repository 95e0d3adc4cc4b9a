import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Recorded } from "./bare-server.ts";
import { CONNECTIONS, rateOf } from "./load.ts";
import type { Load } from "./load.ts";
import { spreadOf, table } from "./table.ts";
import type { Row } from "./table.ts";

/** How often the two sides take turns, and how many answers a turn is. */
const ROUNDS = 9;
const ANSWERS = { kept: 4000, made: 1000, posts: 5000 };
/** Where many write at once, more of them share a sync to the disk. */
const MANY_WRITERS = 256;
/** So many pages of 35 kB are kept by the service at once, and so many comments are a million. */
const KEPT_THREADS = 800;
const MANY_THREADS = 9900;
/** So many pages are not kept at once. */
const MORE_THAN_KEPT = 1500;

/** Two loads that take turns, and what the first has to be to the second. */
interface Match {
  readonly name: string;
  readonly goal: number;
  readonly answers: number;
  readonly one: Side;
  readonly other: Side;
}

interface Side {
  readonly origin: string;
  readonly load: Load;
}

/**
 * Measures the comments service against a bare `node:http` server that sends the same bytes, in turns, and prints a table. Everything it
 * needs lies in a temporary folder, which it removes.
 */
export async function benchService(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-bench-"));
  const children: ChildProcess[] = [];
  try {
    const small = await startService(join(folder, "small.sqlite"), [
      { name: "hundred", threads: 10, comments: 100 },
    ]);
    children.push(small.child);
    const large = await startService(join(folder, "large.sqlite"), [
      { name: "hundred", threads: MANY_THREADS, comments: 100 },
      { name: "long", threads: 1, comments: 10_000 },
    ]);
    children.push(large.child);
    const middle = await startService(join(folder, "middle.sqlite"), [
      { name: "hundred", threads: MORE_THAN_KEPT, comments: 100 },
    ]);
    children.push(middle.child);
    const bare = await startServer("bare-server.ts", [], {});
    children.push(bare.child);
    const matches = await matchesOf({ small, middle, large, bare });
    const rows: Row[] = [];
    for (const match of matches) rows.push(await play(match));
    console.log(table(rows));
    console.log(
      `${ROUNDS} rounds in turns, ${CONNECTIONS} connections; ratios are medians, with the lowest and the highest.`,
    );
  } finally {
    const running = children.filter(({ exitCode }) => exitCode === null);
    const ended = running.map((child) => once(child, "exit"));
    for (const child of running) child.disconnect();
    await Promise.all(ended);
    rmSync(folder, { recursive: true });
  }
}

async function matchesOf({
  small,
  middle,
  large,
  bare,
}: Record<"small" | "middle" | "large" | "bare", Server>): Promise<Match[]> {
  const page = "/threads/hundred-1?limit=100";
  const first = await fetch(small.origin + page);
  const ifNoneMatch = { "if-none-match": first.headers.get("etag") ?? "" };
  const posts = 2 * (ROUNDS + 1) * ANSWERS.posts;
  const bodies = (await solvedBy(small.child, posts + 1)).map(bodyOf);
  const postPath = "/threads/hundred-1/comments";
  const post = { method: "POST", path: () => postPath, headers: postHeaders, status: 202 } as const;
  const sample = bodies.pop() ?? "";
  await teach(bare.child, {
    [`GET ${page}`]: await record(first),
    [`GET ${page}&known`]: await record(
      await fetch(small.origin + page, { headers: ifNoneMatch, cache: "no-store" }),
    ),
    [`POST ${postPath}`]: await record(
      await fetch(small.origin + postPath, { method: "POST", headers: postHeaders, body: sample }),
    ),
  });

  const kept = (path: string): Load => ({ method: "GET", path: () => path, status: 200 });
  // There are more pages of the long thread than are kept at once, so each is made anew when it is asked for again.
  let block = 0;
  const madeOfLong: Load = {
    method: "GET",
    path: () => `/threads/long-1?limit=100&before=${10 * ((block += 1) % 980) + 101}`,
    status: 200,
  };
  const known: Load = { ...kept(page), headers: ifNoneMatch, status: 304 };
  return [
    {
      name: "GET of 100 comments with the version look-up, to bare node:http",
      goal: 0.35,
      answers: ANSWERS.kept,
      one: { origin: small.origin, load: kept(page) },
      other: { origin: bare.origin, load: kept(page) },
    },
    {
      name: "the same, each time from another of 800 threads",
      goal: 0.35,
      answers: ANSWERS.kept,
      one: { origin: large.origin, load: fromAll(KEPT_THREADS) },
      other: { origin: bare.origin, load: kept(page) },
    },
    {
      name: "GET that answers 304, to bare node:http",
      goal: 0.6,
      answers: ANSWERS.kept,
      one: { origin: small.origin, load: known },
      other: { origin: bare.origin, load: { ...known, path: () => `${page}&known` } },
    },
    posting("POST of a comment, durable, to bare node:http", CONNECTIONS),
    posting(`the same, from ${MANY_WRITERS} at once`, MANY_WRITERS),
    {
      name: "page of a thread of 10,000 comments, to one of 100",
      goal: 0.9,
      answers: ANSWERS.kept,
      one: { origin: large.origin, load: kept("/threads/long-1?limit=100") },
      other: { origin: large.origin, load: kept(page) },
    },
    {
      name: "the same, made anew each time",
      goal: 0.9,
      answers: ANSWERS.made,
      one: { origin: large.origin, load: madeOfLong },
      other: { origin: large.origin, load: fromAll(MANY_THREADS) },
    },
    {
      name: "GET among a million comments, to one among a thousand",
      goal: 0.5,
      answers: ANSWERS.kept,
      one: { origin: large.origin, load: kept(page) },
      other: { origin: small.origin, load: kept(page) },
    },
    {
      name: "the same, made anew each time from all threads, to one among 150,000",
      goal: 0.5,
      answers: ANSWERS.made,
      one: { origin: large.origin, load: fromAll(MANY_THREADS) },
      other: { origin: middle.origin, load: fromAll(MORE_THAN_KEPT) },
    },
  ];

  function posting(name: string, connections: number): Match {
    const load = { ...post, connections };
    return {
      name,
      goal: 0.2,
      answers: ANSWERS.posts,
      one: { origin: small.origin, load: { ...load, body: () => bodies.pop() ?? "" } },
      other: { origin: bare.origin, load: { ...load, body: () => sample } },
    };
  }

  function fromAll(threads: number): Load {
    let turn = 0;
    const next = () => `/threads/hundred-${((turn += 1) % threads) + 1}?limit=100`;
    return { method: "GET", path: next, status: 200 };
  }
}

/** A first turn of each side warms up and does not count. */
async function play({ name, goal, answers, one, other }: Match): Promise<Row> {
  const rates: { one: number; other: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    rates.push({
      other: await rateOf(other.origin, other.load, answers),
      one: await rateOf(one.origin, one.load, answers),
    });
  const counted = rates.slice(1);
  return {
    name,
    goal,
    ratio: spreadOf(counted.map((rate) => rate.one / rate.other)),
    one: spreadOf(counted.map((rate) => rate.one)),
    other: spreadOf(counted.map((rate) => rate.other)),
  };
}

interface Server {
  readonly origin: string;
  readonly child: ChildProcess;
}

const site = "http://127.0.0.1:9";
const postHeaders = { origin: site, "content-type": "application/json" };

function startService(database: string, fillings: readonly object[]): Promise<Server> {
  return startServer("../../comments-service/bench/entry.ts", [JSON.stringify(fillings)], {
    DATABASE_URL: `file:${database}`,
    SITE_URL: site,
    // Nothing is sent: the letters wait, as they do while a mail server is away.
    MAIL_URL: "outbox:",
  });
}

async function startServer(
  file: string,
  args: string[],
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const child = fork(join(import.meta.dirname, file), args, { env });
  const said = await answerOf<{ port: number }>(child);
  return { origin: `http://127.0.0.1:${said.port}`, child };
}

/** What the child says next. Both are our own, so it is what was agreed on. */
async function answerOf<Said>(child: ChildProcess): Promise<Said> {
  const ended = once(child, "exit").then(() => {
    throw new Error("a server of the benchmark ended by itself");
  });
  const [said] = (await Promise.race([once(child, "message"), ended])) as [Said];
  return said;
}

async function solvedBy(child: ChildProcess, count: number): Promise<string[]> {
  child.send({ solve: count, thread: "hundred-1" });
  return (await answerOf<{ solved: string[] }>(child)).solved;
}

async function teach(child: ChildProcess, answers: Record<string, Recorded>): Promise<void> {
  child.send(answers);
  await answerOf(child);
}

async function record(answer: Response): Promise<Recorded> {
  const headers = Object.fromEntries(answer.headers);
  // These the bare server writes by itself.
  for (const own of ["date", "connection", "keep-alive", "transfer-encoding"]) delete headers[own];
  const body = Buffer.from(await answer.arrayBuffer()).toString("base64");
  return { status: answer.status, headers, body };
}

function bodyOf(challenge: string, index: number): string {
  return JSON.stringify({
    name: "Petra Leserin",
    email: `reader-${index}@mail.example`,
    text: "Das sehe ich anders, und zwar seit dem dritten Absatz: Wer zählt, der fragt auch.",
    challenge,
  });
}
