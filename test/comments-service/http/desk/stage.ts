import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { checks } from "../../../../comments-service/domain/checks/checks.ts";
import { startService } from "../../../../comments-service/hosts/start-service.ts";
import type { Challenge } from "../../../../comments-service/wire.ts";
import type { Magazine } from "../../../browser/stage.ts";
import { closePages, newPage, openChromium } from "../../../browser.ts";
import { settingsOf } from "../../service.ts";
import { openSite } from "../../site.ts";
import { solve } from "../../solve.ts";
import { codeOf } from "./moderator.ts";
import { unshared } from "../../unshared.ts";
import { freePort } from "../../../free-port.ts";

type Write = (
  name: string,
  text: string,
  more?: { thread?: string; [field: string]: unknown },
) => Promise<void>;

/** The service as it runs, everything held, with a browser in which a moderator signs in. */
export interface DeskStage {
  browser: Browser;
  service: string;
  /** Where the magazine is, for calls of the widget. */
  site: string;
  /** The local outbox: its address, and its page. */
  outboxAddress: string;
  outbox(): Promise<string>;
  /** The links in the outbox that begin with this path of the service, the newest letter's first. */
  links(path: string): Promise<string[]>;
  /** The newest link in the outbox that begins with this path of the service. */
  linkTo(path: string): Promise<string>;
  /** The database's file. */
  database: string;
  /** Posts a comment, in the thread `flur` unless one is named. */
  post: Write;
  /** Posts and confirms a comment. */
  write: Write;
  /** Opens the desk in a context of its own, signed in. What goes wrong in the page is added to `complaints`. */
  open(
    path: string,
    options?: BrowserContextOptions,
  ): Promise<{ page: Page; complaints: string[] }>;
  stop(): Promise<void>;
}

/** @param magazine a printed one; left out: a list of threads and no page. */
export async function openDeskStage(
  language = "de",
  env: Record<string, string> = {},
  magazine?: Magazine,
): Promise<DeskStage> {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  const [browser, site, port] = await Promise.all([
    openChromium(),
    magazine === undefined
      ? openSite(undefined, language)
      : { url: `${magazine.site}/`, origin: magazine.site, close: () => magazine.close() },
    magazine?.port ?? freePort(),
  ]);
  const service = `http://localhost:${port}`;
  const settings = settingsOf({
    PORT: String(port),
    SITE_URL: site.url,
    DATABASE_URL: `file:${join(folder, "comments.sqlite")}`,
    MODERATION: "all",
    ...env,
  });
  const unlimited = { sender: [], thread: [], site: [] };
  const running = await startService(settings, {
    checks: checks.filter(({ name }) => name !== "too-quick"),
    limits: {
      comment: unlimited,
      signIn: { sender: [], site: [] },
      mailbox: { per: 1000, most: 1000 },
      strangers: unshared,
    },
    difficulty: { cost: 1, least: 1, most: 3 },
  });
  const outbox = async () => (await fetch(running.outbox ?? "")).text();

  const stage: DeskStage = {
    browser,
    service,
    site: site.origin,
    database: join(folder, "comments.sqlite"),

    outboxAddress: running.outbox ?? "",
    outbox,

    async links(path) {
      const [, ...rests] = (await outbox()).split(`href="${service}${path}`);
      return rests.map(
        (rest) => `${service}${path}${rest.slice(0, rest.indexOf('"')).replaceAll("&amp;", "&")}`,
      );
    },

    linkTo: async (path) => (await stage.links(path))[0] ?? "",

    async post(name, text, { thread = "flur", ...more } = {}) {
      const asked = await fetch(`${service}/challenge?thread=${thread}`);
      const challenge = await solve((await asked.json()) as Challenge);
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@leserin.example`;
      const posted = await fetch(`${service}/threads/${thread}/comments`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: site.origin },
        body: JSON.stringify({ name, email, text, challenge, ...more }),
      });
      if (!posted.ok) throw new Error(await posted.text());
    },

    async write(...words) {
      await stage.post(...words);
      const token = /\/confirm\?token=([0-9a-f]{76})/u.exec(await outbox())?.[1] ?? "";
      const confirmed = await fetch(`${service}/confirm`, {
        method: "POST",
        headers: { Origin: service },
        body: new URLSearchParams({ token }),
      });
      if (!confirmed.ok) throw new Error(await confirmed.text());
    },

    async open(path, options = {}) {
      const { page, complaints } = await newPage(browser, options);
      await page.goto(service + path);
      await page.locator("input[type=email]").fill("desk@magazine.example");
      await page.locator("main button").click();
      await page.locator("input[name=code]").fill(codeOf(await outbox()));
      await page.locator("main button").click();
      await page.locator("nav").waitFor();
      // It shows its words before its script listens to keys.
      await page.waitForLoadState();
      return { page, complaints };
    },

    async stop() {
      await closePages(browser);
      await running.stop();
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
  return stage;
}
