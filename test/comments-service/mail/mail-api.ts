import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import * as v from "valibot";

export const key = "re_aBc-123";

const Email = v.pipe(v.string(), v.email());
const Line = v.pipe(v.string(), v.regex(/^[^\r\n]+$/u));
/** The fields of the documented request that a letter of text needs, and no others. */
const documented = {
  resend: {
    path: "/emails",
    key: ["authorization", `Bearer ${key}`] as const,
    schema: v.strictObject({
      from: Email,
      to: v.pipe(v.array(Email), v.minLength(1), v.maxLength(50)),
      subject: Line,
      text: v.string(),
      headers: v.record(Line, Line),
    }),
    refused: { statusCode: 422, name: "validation_error", message: "Something is not as expected" },
    taken: { id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" },
  },
  postmark: {
    path: "/email",
    key: ["x-postmark-server-token", key] as const,
    schema: v.strictObject({
      From: Email,
      To: Email,
      Subject: Line,
      TextBody: v.string(),
      TrackOpens: v.boolean(),
      TrackLinks: v.picklist(["None", "HtmlAndText", "HtmlOnly", "TextOnly"]),
      Headers: v.array(v.strictObject({ Name: Line, Value: Line })),
    }),
    refused: { ErrorCode: 300, Message: "Something is not as expected" },
    taken: { ErrorCode: 0, Message: "OK", MessageID: "0a129aee-e1cd-480d-b08d-4f48548ff48d" },
  },
};
export type Service = keyof typeof documented;

interface Says {
  status: number;
  answer: string | object;
  headers?: Record<string, string>;
}

/** The API of a mail service as it is documented, on loopback. */
export interface MailApi {
  /** A MAIL_URL for it. */
  url: string;
  /** What it took, as it came; the same by its idempotency key only once. */
  taken: { body: unknown; headers: IncomingMessage["headers"] }[];
  /** What it says instead; null: nothing, ever. */
  says: Says | null | undefined;
}

export async function openMailApi(name: Service): Promise<MailApi> {
  const seen = new Set<string>();
  const answerTo = async (request: IncomingMessage, answer: ServerResponse) => {
    const chunks = await Array.fromAsync<Buffer>(request);
    if (api.says === null) return;
    const { status, answer: body, headers } = api.says ?? judged(Buffer.concat(chunks), request);
    answer
      .writeHead(status, { "Content-Type": "application/json", ...headers })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  };
  const server = createServer((request, answer) => void answerTo(request, answer));
  server.listen(0, "127.0.0.1");

  function judged(sent: Buffer, { url, method, headers }: IncomingMessage): Says {
    const { path, key: expected, schema, refused, taken } = documented[name];
    const [header, value] = expected;
    if (headers[header] !== value) return { status: 401, answer: refused };
    if (url !== path || method !== "POST") return { status: 404, answer: refused };
    const isJson = headers["content-type"] === "application/json";
    const body: unknown = isJson ? JSON.parse(sent.toString()) : null;
    if (!v.is(schema, body) || !headers["user-agent"]) return { status: 422, answer: refused };
    const again = headers["idempotency-key"]?.toString() ?? "";
    if (again === "" || !seen.has(again)) api.taken.push({ body, headers });
    seen.add(again);
    return { status: 200, answer: taken };
  }

  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const api: MailApi = { url: `${name}://${key}@127.0.0.1:${port}`, taken: [], says: undefined };
  return api;
}
