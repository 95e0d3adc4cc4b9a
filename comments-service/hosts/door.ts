import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getHeapStatistics } from "node:v8";
import type { Log } from "../domain/log.ts";
import { MINUTE } from "../domain/times.ts";

// What a request may hold until it is answered, at the worst: a page of 256 kB that is made anew, as rows, words, text and bytes.
const BYTES_A_REQUEST = 2_000_000;
// V8 counts the room for what is new, three times 64 MiB at most, as part of its limit; what has to stay does not find place there.
const YOUNG_BYTES = 192 * 1024 * 1024;
const LEAST = 8;
const CONNECTIONS_A_REQUEST = 64;
/** In seconds. */
const RETRY_AFTER = 10;

/** So many requests are answered at once at most: as many as the heap has room for, which Node makes by the machine's or the container's memory. */
export const mostAtOnce = Math.max(
  LEAST,
  Math.floor((getHeapStatistics().heap_size_limit - YOUNG_BYTES) / BYTES_A_REQUEST),
);
/** One that only stands open costs little, but not nothing. */
export const mostConnections = mostAtOnce * CONNECTIONS_A_REQUEST;

/**
 * Stands before the service: what comes in beyond what can be answered at once is sent away with 503, before it costs anything. A request
 * counts from when all of it is there until its answer was made and has left, so that nobody takes a place by sending slowly.
 */
export function createDoor(
  log: Log,
  answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown,
) {
  const underWay = new Set<ServerResponse>();
  const last = new WeakMap<Socket, ServerResponse>();
  let isClosing = false;
  let toldAt = -Infinity;

  /** Once a minute at most: a flood shall not fill the log. */
  function tell(): void {
    if (Date.now() < toldAt + MINUTE) return;
    toldAt = Date.now();
    log("more is asked at once than can be answered", { most: mostAtOnce });
  }

  function sendAway(outgoing: ServerResponse, title: string): void {
    const headers = {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "Retry-After": RETRY_AFTER,
      // The widget reads why.
      "Access-Control-Allow-Origin": "*",
    };
    outgoing
      .writeHead(503, headers)
      .end(JSON.stringify({ type: "about:blank", title, status: 503 }));
  }

  return {
    enter(incoming: IncomingMessage, outgoing: ServerResponse): void {
      const { socket } = incoming;
      // Neither browsers nor proxies ask on before they have an answer; a flood that does would fill the memory from few connections.
      if (last.get(socket)?.writableEnded === false) return void socket.destroy();
      last.set(socket, outgoing);
      outgoing.shouldKeepAlive &&= !isClosing;
      // It lives, and a new start would not help.
      const isLive = incoming.url === "/health/live";
      if (isClosing && incoming.url === "/health")
        return sendAway(outgoing, "The service is about to end");
      if (underWay.size >= mostAtOnce && !isLive) {
        tell();
        return sendAway(outgoing, "Too much is asked at once");
      }
      // Who hangs up has not ended the work that was begun.
      let waitsFor = 2;
      const ended = () => {
        waitsFor -= 1;
        if (waitsFor === 0) underWay.delete(outgoing);
      };
      const { "content-length": length, "transfer-encoding": encoding } = incoming.headers;
      if (length === undefined && encoding === undefined) underWay.add(outgoing);
      else
        incoming.once("end", () => {
          if (waitsFor > 0) underWay.add(outgoing);
        });
      onceLeft(outgoing, socket, ended);
      Promise.resolve(answer(incoming, outgoing)).then(ended, ended);
    },
    /** From now on `/health` says 503, and each answer is the last one on its connection. */
    close(): void {
      isClosing = true;
      for (const outgoing of underWay) outgoing.shouldKeepAlive = false;
    },
  };
}

/** Says when an answer has gone out, or the connection has: of one that still stands behind another only that says so. */
function onceLeft(outgoing: ServerResponse, socket: Socket, left: () => void): void {
  const leave = () => {
    outgoing.off("close", leave);
    socket.off("close", leave);
    left();
  };
  outgoing.once("close", leave);
  socket.once("close", leave);
}
