import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { onTestFinished } from "vitest";

/** What a function answers to an HTTP event. */
export interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  cookies?: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** The function from its zip, in a process of its own. */
export interface Lambda {
  /** Hands it an event. @throws what it has thrown. */
  call(event: object): Promise<unknown>;
  /** The same for an event that is a request. */
  ask(event: object): Promise<Answer>;
  /** As Amazon does between two calls. */
  freeze(): void;
  /** The event is there already when the process goes on. */
  thawWith(event: object): Promise<Answer>;
  /** Ends it. @returns what stands in its log, which comes by another way than its answers, and may come later. */
  log(): Promise<Record<string, unknown>[]>;
}

const root = join(import.meta.dirname, "../../../..");
/** Packs it as its command does, and unpacks it as Amazon would. @returns the file. */
export function unpackedBundle(): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  const zip = join(folder, "lambda.zip");
  execFileSync(process.execPath, [join(root, "comments-service/hosts/pack-lambda.ts"), zip]);
  const file = join(folder, "index.mjs");
  writeFileSync(file, unzipSync(readFileSync(zip))["index.mjs"] ?? "");
  return file;
}

export async function openLambda(bundle: string, env: Record<string, string>): Promise<Lambda> {
  const runtime = join(import.meta.dirname, "runtime.ts");
  const child = fork(runtime, [bundle], { env, stdio: ["ignore", "inherit", "pipe", "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr?.on("data", (data: Buffer) => (errors += data.toString()));
  await once(child, "message");
  const call = async (event: object): Promise<unknown> => {
    child.send({ event, milliseconds: 30_000 });
    const [said] = (await once(child, "message")) as [{ result?: unknown; error?: string }];
    if (said.error !== undefined) throw new Error(said.error);
    return said.result;
  };
  return {
    call,
    ask: async (event) => (await call(event)) as Answer,
    freeze: () => void child.kill("SIGSTOP"),
    async thawWith(event) {
      const answer = call(event);
      child.kill("SIGCONT");
      return (await answer) as Answer;
    },
    async log() {
      child.kill("SIGKILL");
      await once(child, "close");
      const lines = errors.split("\n").filter((line) => line !== "");
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}
