import { readSettings } from "../../comments-service/settings.ts";
import { startService } from "../../comments-service/hosts/start-service.ts";
import { unshared } from "./unshared.ts";

// The service as its own entry starts it, but on any free port, with cheap challenges and caps that no test reaches.
const read = readSettings(process.env);
if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
const rates = [{ per: 3_600_000, most: 1_000_000 }];
const caps = { sender: rates, thread: rates, site: rates };
const service = await startService(
  { ...read.settings, port: 0 },
  {
    limits: {
      comment: caps,
      report: caps,
      again: { sender: rates, comment: rates, site: rates },
      mailbox: { per: 3_600_000, most: 1_000_000 },
      strangers: unshared,
    },
    checks: [],
    // A minute, unless the test is about it.
    lookPause: Number(process.env["LOOK_PAUSE"] ?? 60_000),
    difficulty: { cost: 1, least: 1, most: 2 },
  },
);
console.log(`comments service at http://localhost:${service.port}`);
process.once("SIGTERM", () => void service.stop());
void service.lost.then(async () => {
  await service.stop();
  process.exit(1);
});
