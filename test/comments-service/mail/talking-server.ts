import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a mail server says at each step, instead of what a friendly one does. */
export interface Talk {
  greeting?: string;
  EHLO?: string;
  HELO?: string;
  MAIL?: string;
  RCPT?: string;
  DATA?: string;
  end?: string;
}
const friendly: Required<Talk> = {
  greeting: "220 mail.example",
  EHLO: "250 mail.example",
  HELO: "250 mail.example",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  end: "250 2.0.0 taken",
};

/** A mail server by hand, on loopback, that says what it is told to. What it says may be changed at any time. */
export interface TalkingServer {
  url: string;
  talk: Talk;
  /** How many letters it took. */
  taken: number;
  /** Gets each connection, to do with it what no honest server would. */
  meets: (socket: Socket) => void;
}

export async function openTalkingServer(talk: Talk = {}): Promise<TalkingServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    open.meets(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const open: TalkingServer = {
    url: `smtp://127.0.0.1:${port}`,
    talk,
    taken: 0,
    meets: (socket) => converse(socket, open),
  };
  return open;
}

function converse(socket: Socket, server: TalkingServer): void {
  const says = (step: keyof Talk) => socket.write(`${server.talk[step] ?? friendly[step]}\r\n`);
  let isLetter = false;
  let heard = "";
  says("greeting");
  socket.on("data", (data) => {
    heard += data.toString();
    for (let end = heard.indexOf("\r\n"); end >= 0; end = heard.indexOf("\r\n")) {
      const line = heard.slice(0, end);
      heard = heard.slice(end + 2);
      const [, word = ""] = /^(EHLO|HELO|MAIL|RCPT|DATA|QUIT)/u.exec(line) ?? [];
      if (isLetter) {
        if (line !== ".") continue;
        isLetter = false;
        if (server.talk.end === undefined) server.taken += 1;
        says("end");
      } else if (word === "QUIT") socket.end("221 bye\r\n");
      else if (word !== "") {
        isLetter = word === "DATA" && (server.talk.DATA ?? friendly.DATA).startsWith("354");
        says(word as keyof Talk);
      } else socket.write("500 what?\r\n");
    }
  });
}
