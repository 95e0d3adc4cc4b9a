import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Limits } from "../../../comments-service/domain/rates.ts";
import type { Settings } from "../../../comments-service/settings.ts";
import { act } from "../../../comments-service/commands/moderate.ts";
import type { Act } from "../../../comments-service/commands/moderate.ts";
import { startService } from "../../../comments-service/hosts/start-service.ts";
import { solve } from "../../../comments-service/widget/challenge.ts";
import type { Challenge, Thread } from "../../../comments-service/wire.ts";
import { contentSecurityPolicy } from "../../../layouts/policy.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { closePages, newPage, openChromium } from "../../browser.ts";
import { fillThread, markPast } from "../fill-thread.ts";
import type { Mark } from "../fill-thread.ts";
import type { Filled } from "../fill-thread.ts";
import { unshared } from "../unshared.ts";

/** The widget in a small page under the site's policy, styles and scripts; the service with its database; and a browser. */
export interface Stage {
  browser: Browser;
  /** The service's address. */
  service: string;
  /** The address of the page of a thread; its article is of 2026. */
  address: (thread: string, language?: "de" | "en") => string;
  /** Opens a page in a context of its own. What breaks the policy or goes wrong in a script is added to `complaints`. */
  open: (
    address: string,
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; complaints: string[] }>;
  /** Posts and confirms a comment without a browser; answers with its number. */
  publish: (
    thread: string,
    text: string,
    more?: { name?: string; replyTo?: number },
  ) => Promise<number>;
  /** Writes these comments into an empty thread, past the service. */
  fill: (thread: string, comments: readonly Filled[]) => void;
  /** The local outbox. */
  outbox: string;
  /** The links in the outbox, newest first. */
  links: () => Promise<string[]>;
  read: (thread: string) => Promise<Thread>;
  /** Does to a comment what whoever runs the service can do. */
  act: (name: Act, thread: string, number: number) => Promise<void>;
  /** Marks a comment past the service. */
  mark: (thread: string, number: number, mark: Mark) => void;
  /** Closes a thread, or lets a date have closed it (ISO 8601): the magazine prints its list anew, and the service starts again. */
  close: (thread: string, since?: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** A further address of the site, over plain http and of no machine of ours: nothing listens there, a test has to lead it here. */
export const plainOrigin = "http://spalte.example";

const unlimited: Limits["comment"] = { sender: [], thread: [], site: [] };
/**
 * Opens a stage whose magazine has these threads; `comment` are the caps for comments, none unless given. With `random` readers are asked for
 * the code from an image that is drawn from these numbers.
 */
export async function openStage(
  threads: readonly string[],
  comment = unlimited,
  random?: () => number,
): Promise<Stage> {
  const [browser, de, en] = await Promise.all([
    openChromium(),
    buildAssets("de"),
    buildAssets("en"),
  ]);
  const files = [...de.files, ...en.files];
  const folder = mkdtempSync(join(tmpdir(), "widget-"));
  const closed = new Map<string, string | undefined>();

  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    const file = files.find(({ path }) => path === pathname);
    if (file !== undefined)
      response.writeHead(200, { "content-type": "text/javascript" }).end(file.bytes);
    else if (pathname === "/threads.json") response.end(JSON.stringify(list()));
    else if (pathname === "/")
      response.writeHead(200, { "content-type": "text/html" }).end(html(searchParams));
    else if (pathname === "/datenschutz/")
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(`<!doctype html><html lang="de"><title>Datenschutz</title><style>${css}</style>`);
    else response.writeHead(204).end();
  });
  const [siteUrl, service] = [await listen(site), await freeAddress()];

  const list = (): object => ({
    version: 1,
    site: {
      title: "Die Spalte",
      url: `${siteUrl}/`,
      language: "de",
      timeZone: "Europe/Berlin",
      authors: [{ id: "eva-klein", badge: "Autorin" }],
    },
    threads: threads.map((id) => ({
      id,
      authors: ["eva-klein", "otto-lang"],
      url: `${siteUrl}/?thread=${id}`,
      title: `Über ${id}`,
      state: closed.has(id) && closed.get(id) === undefined ? "closed" : "open",
      closes: closed.get(id),
    })),
  });

  const { css, hash } = de.assets.styles.article;
  const html = (query: URLSearchParams): string => `<!doctype html>
<html lang="${query.get("language") ?? "de"}"><meta charset="utf-8"><title>Ein Artikel</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([hash], service)}">
<style>${css}</style><script type="module" src="${(query.get("language") === "en" ? en : de).assets.script}"></script>
<div class="page"><div class="grid"><main><h1>Ein Artikel</h1>
<section class="comments" id="kommentare" aria-labelledby="kommentare-titel"><h2 id="kommentare-titel">Kommentare</h2>
<comment-thread lang="${query.get("language") === "en" ? "en-GB" : "de-DE"}" service="${service}" thread="${query.get("thread") ?? ""}" time-zone="Europe/Berlin" year="2026" rules="/regeln/" privacy="/datenschutz/"></comment-thread>
</section></main></div></div></html>`;

  const databasePath = join(folder, "comments.sqlite");
  const settings: Settings = {
    port: Number(new URL(service).port),
    serviceUrl: service,
    site: { url: `${siteUrl}/`, origin: siteUrl, origins: [siteUrl, plainOrigin] },
    database: { engine: "sqlite", path: databasePath },
    mail: { kind: "outbox" },
    mailFrom: "kommentare@magazin.example",
    secrets: [],
    moderators: ["redaktion@magazin.example"],
    authors: [],
    moderation: "open",
    challenge: random === undefined ? "pow" : "image",
    blockedWords: [],
    suspectWords: [],
    reportsToHide: 3,
    hidesPerHour: 3,
    trustedProxies: [],
    stopDelay: 0,
  };
  const limits = {
    comment,
    report: unlimited,
    again: { sender: [], comment: [], site: [] },
    signIn: { sender: [], site: [] },
    mailbox: { per: 1000, most: 1000 },
    strangers: unshared,
  };
  const start = () =>
    startService(settings, {
      limits,
      checks: [],
      difficulty: { cost: 10, least: 5, most: 20 },
      ...(random === undefined ? {} : { random }),
    });
  let running = await start();

  const read = async (thread: string): Promise<Thread> => {
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`${service}/threads/${thread}?limit=100`);
      if (answer.ok) return (await answer.json()) as Thread;
      // Just started, it is still reading the list.
      if (answer.status !== 503 || tries > 50)
        throw new Error(`${thread}: ${answer.status} ${await answer.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await read(threads[0] ?? "");

  const links = async (): Promise<string[]> => {
    const page = await (await fetch(running.outbox ?? "")).text();
    return [...page.matchAll(/href="([^"]+\/confirm\?token=[^"]+)"/g)].map(([, link = ""]) => link);
  };

  return {
    browser,
    service,
    outbox: running.outbox ?? "",
    read,
    links,
    address: (thread, language = "de") => `${siteUrl}/?thread=${thread}&language=${language}`,

    async open(address, options = {}) {
      // A request that fails on purpose is told in the console, too; that is not what is looked for here.
      const isOnPurpose = (message: string) => message.startsWith("Failed to load resource");
      const { page, complaints } = await newPage(browser, options, isOnPurpose);
      await page.goto(address);
      return { page, complaints };
    },

    async publish(thread, text, { name = "Petra", replyTo } = {}) {
      const asked = await fetch(`${service}/challenge?thread=${thread}&kind=pow`);
      const { challenge } = (await asked.json()) as Challenge;
      const solution = await solve(challenge, AbortSignal.timeout(10_000));
      await postJson(`${service}/threads/${thread}/comments`, siteUrl, {
        name,
        email: "petra@leserin.example",
        text,
        replyTo,
        challenge: solution,
      });
      const [link = ""] = await links();
      const confirmed = await fetch(`${service}/confirm`, {
        method: "POST",
        headers: { origin: service },
        body: new URLSearchParams({ token: new URL(link).searchParams.get("token") ?? "" }),
      });
      if (!confirmed.ok) throw new Error(`confirming: ${confirmed.status}`);
      return Number(/#kommentar-(\d+)/u.exec(await confirmed.text())?.[1]);
    },

    fill: (thread, comments) => fillThread(databasePath, thread, comments),

    mark: (thread, number, mark) => markPast(databasePath, thread, number, mark),

    async act(name, thread, number) {
      const comment = (await read(thread)).comments.find((each) => each.number === number);
      const { done, line } = await act(settings, name, comment?.id ?? "");
      if (!done) throw new Error(line);
    },

    async close(thread, since) {
      closed.set(thread, since);
      await running.stop();
      running = await start();
      while ((await read(thread)).open) await new Promise((resolve) => setTimeout(resolve, 50));
    },

    async stop() {
      await closePages(browser);
      await running.stop();
      site.closeAllConnections();
      site.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function postJson(address: string, origin: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json", origin };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening TCP server has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address that nothing listens at: the service has to know its own before it starts. */
async function freeAddress(): Promise<string> {
  const server = createServer();
  const address = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return address;
}
