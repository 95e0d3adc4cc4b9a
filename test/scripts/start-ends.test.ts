import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../free-port.ts";

const script = resolve("scripts/start.ts");

/** A folder in which `npm start` runs. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-ends-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("test/fixtures/magazine", join(folder, "content"), { recursive: true });
  symlinkSync(resolve("layouts"), join(folder, "layouts"));
  const scripts = { start: `node ${script}` };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", scripts }));
  return folder;
}

/** Whether something listens on a port of this machine. */
function isTaken(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => done(true)).on("error", () => done(false));
    socket.on("connect", () => socket.destroy());
  });
}

/** Waits until the port is free; the test's own time is the limit. */
async function untilFree(port: number): Promise<void> {
  while (await isTaken(port)) await setTimeout(50);
}

test.each<[string, string[], NodeJS.Signals]>([
  ["its terminal is closed", [process.execPath, script], "SIGHUP"],
  ["it is killed", [process.execPath, script], "SIGKILL"],
  ["the npm that runs it is killed", ["npm", "start", "--"], "SIGKILL"],
])(
  "site and service end when %s",
  async (_, [command = "", ...args], signal) => {
    const [port, servicePort] = [await freePort(), await freePort()];
    const ports = ["--port", String(port), "--service-port", String(servicePort)];
    const child = spawn(command, [...args, ...ports], {
      cwd: project(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    await new Promise<void>((done) => {
      child.stdout.on("data", (data: Buffer) => {
        output += data.toString();
        if (output.includes("letters at http") && output.includes("Ctrl+C")) done();
      });
    });
    expect([await isTaken(port), await isTaken(servicePort)]).toEqual([true, true]);
    // It is closed when the last process that writes to it has ended, and so all that writes into the folder.
    const ended = once(child, "close");
    child.kill(signal);
    await Promise.all([untilFree(port), untilFree(servicePort), ended]);
  },
  120_000,
);
