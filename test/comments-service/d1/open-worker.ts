import { join } from "node:path";
import { Miniflare, convertV4MiniflareOptions } from "miniflare";
import { openD1 } from "../../../comments-service/store/d1/d1.ts";
import { migrationFiles } from "../../../comments-service/store/d1/migration-files.ts";
import { openMailbox } from "../mail/mailbox.ts";
import { secret } from "../service.ts";
import { markedBundle } from "../worker-bundle.ts";
import { wranglerConfig } from "./wrangler-config.ts";

/** Settings of a public service, but for its own address, the magazine's, and the way of its letters. */
const settings = {
  MAIL_FROM: "comments@magazine.example",
  MODERATORS: "desk@magazine.example",
  SECRET: secret,
};

const service = join(import.meta.dirname, "../../../comments-service");
const bundles = new Map<string, Promise<string>>();

/** The worker with the words of one language, or of both. */
function bundleIn(language: "de" | "en" | "both"): Promise<string> {
  const define: Record<string, string> =
    language === "both" ? {} : { LANGUAGE: JSON.stringify(language) };
  const entryPoints = [join(service, wranglerConfig.main)];
  const bundle = bundles.get(language) ?? markedBundle({ entryPoints, define });
  bundles.set(language, bundle);
  return bundle;
}

/**
 * The service as a worker in a workerd of its own, with a D1 whose schema is made unless `schema` is `none`. Its letters come to a server here.
 * @param bindings what else is bound to it; null takes a binding away.
 * @param port where it listens.
 * @param language whose words it has; those that `wrangler.jsonc` says unless given.
 */
export async function openWorker(
  bindings: Readonly<Record<string, string | null>>,
  {
    schema = "made",
    port = 0,
    language = JSON.parse(wranglerConfig.define.LANGUAGE) as "de",
  }: { schema?: "made" | "none"; port?: number; language?: Parameters<typeof bundleIn>[0] } = {},
) {
  const mailbox = await openMailbox();
  const log: string[] = [];
  const bound = Object.entries({ ...settings, MAIL_URL: mailbox.url, ...bindings });
  const workerd = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: await bundleIn(language),
      compatibilityDate: wranglerConfig.compatibility_date,
      compatibilityFlags: wranglerConfig.compatibility_flags,
      d1Databases: bindings["DB"] === null ? {} : { DB: "comments" },
      assets: {
        directory: join(service, wranglerConfig.assets.directory),
        routerConfig: { has_user_worker: true },
      },
      bindings: Object.fromEntries(bound.filter(([, value]) => value !== null)) as Record<
        string,
        string
      >,
      handleStructuredLogs: ({ message }) => void log.push(message),
      port,
      // It would fetch a description of the visitor from the network.
      cf: false,
    }),
  );
  const url = await workerd.ready;
  const database = async () => openD1(await workerd.getD1Database("DB"));
  // As wrangler makes it, in one go: miniflare takes a request for each word with a binding that is used from outside.
  async function makeSchema(): Promise<void> {
    const files = migrationFiles().map(({ text }) => text);
    await (await workerd.getD1Database("DB")).prepare(files.join("\n")).run();
  }
  if (schema === "made" && bindings["DB"] !== null) await makeSchema();

  return {
    url,
    log,
    letters: mailbox.letters,
    nextLetter: mailbox.nextLetter,
    database,
    makeSchema,
    /** Asks it under its SERVICE_URL, from an address of a reader. */
    ask: (path: string, init: object = {}) =>
      workerd.dispatchFetch(
        `${bindings["SERVICE_URL"] ?? "https://comments.example"}${path}`,
        init,
      ),
    /** Calls it as a cron trigger does. */
    async scheduled(cron: string): Promise<void> {
      const worker = (await workerd.getWorker()) as unknown as {
        scheduled(options: { cron: string }): Promise<{ outcome: string }>;
      };
      const { outcome } = await worker.scheduled({ cron });
      if (outcome !== "ok") throw new Error(`${cron}: ${outcome}`);
    },
    async close(): Promise<void> {
      await workerd.dispose();
      await mailbox.close();
    },
  };
}
