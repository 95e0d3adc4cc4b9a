import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { freePort } from "../free-port.ts";
import { clickActions, keyActions, middleOf } from "./engine.ts";
import type { Engine } from "./engine.ts";

/** What the present page's policy has refused, and which scripts failed, since this was asked first: the driver tells nothing of the console. */
const complaints = `(() => {
  if (window.refused) return window.refused.splice(0);
  window.refused = [];
  addEventListener("error", ({ message }) => window.refused.push(message));
  addEventListener("unhandledrejection", ({ reason }) => window.refused.push(String(reason)));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    window.refused.push(violatedDirective + " refuses " + blockedURI));
  return [];
})()`;

/** WebKitGTK by its driver, which speaks the W3C's WebDriver over HTTP. It needs a display: one is made by Xvfb. */
export async function openWebKit(scheme: "light" | "dark"): Promise<Engine> {
  const port = await freePort();
  const [browser] = globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser");
  const driver = spawn(
    "xvfb-run",
    ["-a", "-s", "-screen 0 1600x1400x24", "WebKitWebDriver", `--port=${port}`],
    {
      env: {
        ...process.env,
        LANG: "C.UTF-8",
        LANGUAGE: "de",
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      },
      stdio: "ignore",
      detached: true,
    },
  );
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/status`);

  async function send<Value>(method: string, path: string, body?: object): Promise<Value> {
    const answer = await fetch(origin + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: Value & { message?: string } };
    if (!answer.ok) throw new Error(`webkit: ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const options = {
    binary: browser,
    args: ["--automation", ...(scheme === "dark" ? ["--dark-mode"] : [])],
  };
  const { sessionId } = await send<{ sessionId: string }>("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  });
  const to = `/session/${sessionId}`;
  const said: string[] = [];
  async function ask<Value>(expression: string): Promise<Value> {
    const script = `return Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? "null")`;
    const json = await send<string>("POST", `${to}/execute/sync`, { script, args: [] });
    return JSON.parse(json) as Value;
  }

  return {
    name: "webkit",
    ask,
    async go(address) {
      said.push(...(await ask<string[]>(complaints)));
      await send("POST", `${to}/url`, { url: address });
      await ask(complaints);
    },
    async click(selector) {
      const middle = await ask<{ x: number; y: number } | null>(middleOf(selector));
      if (middle === null) throw new Error(`webkit: ${selector} cannot be pressed`);
      await send("POST", `${to}/actions`, { actions: clickActions(middle) });
    },
    press: async (...keys) => {
      await send("POST", `${to}/actions`, { actions: keyActions(keys) });
    },
    /** The window is larger than the page in it. */
    async resize(width, height) {
      for (let tries = 0; tries < 3; tries += 1) {
        const page = await ask<{ width: number; height: number }>(
          "({ width: innerWidth, height: innerHeight })",
        );
        const window = await send<{ width: number; height: number }>("GET", `${to}/window/rect`);
        await send("POST", `${to}/window/rect`, {
          x: 0,
          y: 0,
          width: window.width - page.width + width,
          height: window.height - page.height + height,
        });
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    picture: async () => Buffer.from(await send<string>("GET", `${to}/screenshot`), "base64"),
    complaints: async () => [...said.splice(0), ...(await ask<string[]>(complaints))],
    async close() {
      await send("DELETE", to);
      // The display is the driver's parent: both stand in a group of their own.
      if (driver.pid !== undefined) process.kill(-driver.pid);
      if (driver.exitCode === null) await once(driver, "exit");
    },
  };
}

/** Waits until something answers there, for at most ten seconds. */
async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}
