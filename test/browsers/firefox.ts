import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { clickActions, keyActions, middleOf } from "./engine.ts";
import type { Engine } from "./engine.ts";

/** What a page tells about itself from its beginning on. */
const LISTEN = `() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.refused.push(violatedDirective + " refuses " + blockedURI));
}`;

/** Firefox by WebDriver BiDi, the W3C's protocol over a WebSocket, which it speaks itself. `FIREFOX` names another binary. */
export async function openFirefox(scheme: "light" | "dark"): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  writeFileSync(
    join(profile, "user.js"),
    `user_pref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});
user_pref("network.prefetch-next", true);
user_pref("intl.accept_languages", "de");
`,
  );
  const binary = process.env["FIREFOX"] ?? "firefox-esr";
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const child = spawn(binary, args, { stdio: ["ignore", "ignore", "pipe"] });
  const { call, said, close } = await connect(`${await addressOf(child)}/session`);
  await call("session.new", { capabilities: {} });
  await call("session.subscribe", { events: ["log.entryAdded"] });
  await call("script.addPreloadScript", { functionDeclaration: LISTEN });
  // The first window never has the focus, and keys press buttons only in one that has.
  const { context } = await call<{ context: string }>("browsingContext.create", { type: "window" });

  async function ask<Value>(expression: string): Promise<Value> {
    const { type, result, exceptionDetails } = await call<Evaluated>("script.evaluate", {
      expression: `JSON.stringify(${expression}) ?? "null"`,
      target: { context },
      awaitPromise: true,
    });
    if (type !== "success") throw new Error(`firefox: ${expression}: ${exceptionDetails?.text}`);
    return JSON.parse(result?.value ?? "null") as Value;
  }

  return {
    name: "firefox",
    ask,
    go: async (address) => {
      await call("browsingContext.navigate", { context, url: address, wait: "complete" });
    },
    async click(selector) {
      const middle = await ask<{ x: number; y: number } | null>(middleOf(selector));
      if (middle === null) throw new Error(`firefox: ${selector} cannot be pressed`);
      await call("input.performActions", { context, actions: clickActions(middle) });
    },
    press: async (...keys) => {
      await call("input.performActions", { context, actions: keyActions(keys) });
    },
    resize: async (width, height) => {
      await call("browsingContext.setViewport", { context, viewport: { width, height } });
    },
    async print() {
      const { data } = await call<{ data: string }>("browsingContext.print", { context });
      return Buffer.from(data, "base64");
    },
    async picture() {
      const { data } = await call<{ data: string }>("browsingContext.captureScreenshot", {
        context,
      });
      return Buffer.from(data, "base64");
    },
    complaints: async () => [
      ...said.splice(0),
      ...(await ask<string[]>("(window.refused ?? []).splice(0)")),
    ],
    async close() {
      close();
      child.kill();
      if (child.exitCode === null) await once(child, "exit");
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface Evaluated {
  type: "success" | "exception";
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** The address that the browser says it listens at. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("firefox says nothing");
  for await (const line of createInterface(child.stderr)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/u.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("firefox ended before it listened");
}

/** A connection over which commands go out and their answers come back; errors and warnings of pages gather in `said`. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<
    number,
    { done: (result: unknown) => void; failed: (why: Error) => void }
  >();
  const said: string[] = [];
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === "event") {
      const { level, text } = message.params ?? {};
      if (level === "error" || level === "warn") said.push(text ?? level);
      return;
    }
    const command = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (message.type === "success") command?.done(message.result);
    else command?.failed(new Error(`firefox: ${message.message}`));
  });
  await once(socket, "open");

  async function call<Result>(method: string, params: object = {}): Promise<Result> {
    last += 1;
    const answer = new Promise((done, failed) => waiting.set(last, { done, failed }));
    socket.send(JSON.stringify({ id: last, method, params }));
    return (await answer) as Result;
  }

  return { call, said, close: () => socket.close() };
}

interface Message {
  type: "success" | "error" | "event";
  id?: number;
  result?: unknown;
  message?: string;
  params?: { level?: string; text?: string | null };
}
