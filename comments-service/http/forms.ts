import type { Context, MiddlewareHandler } from "hono";
import * as v from "valibot";
import type { Env } from "./request.ts";

// A token, and the longest text in the widest script, as a form writes them, and some room.
export const TOKEN_BYTES = 1024;
const TEXT_BYTES = 64 * 1024;

/** A field of a form or of a page's address; it is empty where it is not sent. */
export const field = v.optional(v.string(), "");

/** A field that says something by not being sent; undefined then. */
export const optionalField = v.optional(v.string());

/** A field that is one of these words; undefined where it is something else. */
export function choice<const Options extends readonly string[]>(options: Options) {
  return v.fallback(v.optional(v.picklist(options)), undefined);
}

/** A field that may be sent several times. */
export const list = v.optional(v.array(v.string()), []);

/** A box that is ticked or not. */
export const box = v.pipe(
  field,
  v.transform((text) => text === "yes"),
);

/** The token of the link that led to a form. */
export const token = field;

/** What a mailed link carries, and the form with one button that it leads to. */
export const Link = v.object({ token });

/** Where the page before ended: the time and the id of its last comment; null where that is not said. */
export const cursor = v.pipe(
  field,
  v.transform((text) => {
    const [, asked, id] = /^(\d{1,15})-([0-9a-f]{32})$/u.exec(text) ?? [];
    return asked === undefined || id === undefined ? null : { asked: Number(asked), id };
  }),
);

/**
 * Takes forms of the service's own pages only, and none that is longer: as a rule than a comment can be.
 * @param refuse answers with a page that says why nothing was changed.
 */
export function ownForms(
  serviceUrl: string,
  refuse: (c: Context, status: 403 | 413, why: "foreign" | "tooLong") => Promise<Response>,
  most = TEXT_BYTES,
): MiddlewareHandler<Env>[] {
  return [
    async (c, next) => {
      const isRead = c.req.method === "GET" || c.req.method === "HEAD";
      return isRead || isOwnForm(c, serviceUrl) ? next() : refuse(c, 403, "foreign");
    },
    atMost(most, (c) => refuse(c, 413, "tooLong")),
  ];
}

/** Whether a form comes from a page of the service itself. Older browsers say so by their Origin only. */
function isOwnForm(c: Pick<Context, "req">, serviceUrl: string): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  return site === undefined ? c.req.header("Origin") === serviceUrl : site === "same-origin";
}

/** Refuses longer bodies before they are read. A length that was told is kept to by HTTP itself; only without one it has to be counted. */
export function atMost(
  bytes: number,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const told = Number(c.req.header("Content-Length"));
    if (!Number.isNaN(told) && c.req.header("Transfer-Encoding") === undefined)
      return told > bytes ? refuse(c) : next();
    const read = await readAtMost(c.req.raw, bytes);
    if (read === null) return refuse(c);
    c.req.raw = read;
    return next();
  };
}

/** The request with its body read; null when that is longer. */
async function readAtMost(request: Request, most: number): Promise<Request | null> {
  if (request.body === null) return request;
  const body = new Uint8Array(most);
  let length = 0;
  for await (const chunk of request.body) {
    if (length + chunk.length > most) return null;
    body.set(chunk, length);
    length += chunk.length;
  }
  const { method } = request;
  return new Request(request, { method, body: body.subarray(0, length) });
}
