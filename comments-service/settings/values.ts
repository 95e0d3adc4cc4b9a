import * as v from "valibot";
import { isLoopbackHost, parseNetwork } from "../domain/client-address.ts";
import { parseEmailAddress } from "../domain/email-address.ts";

// What a setting may be: schemas of the text that stands in the environment, which make of it what the service works with.

export const Port = number(1, 65_535);
export const Count = number(1, 1000);
export const Delay = number(0, 600);
const Connections = number(1, 1000);

export const Email = readBy(parseEmailAddress);
export const Emails = listOf(Email);
/** Who writes for the magazine: addresses, each perhaps behind the name of the author's file. */
export const Authors = listOf(
  readBy((text) => {
    const [, id = null, address = ""] = /^(?:([a-z0-9]+(?:-[a-z0-9]+)*)=)?(.*)$/u.exec(text) ?? [];
    const email = parseEmailAddress(address);
    return email === null ? null : { id, email };
  }),
);
export const Networks = listOf(readBy(parseNetwork));
/** Words or phrases. */
export const Words = listOf(v.string());
export const Secrets = listOf(v.pipe(v.string(), v.minLength(32)));

/** An origin, without a slash at its end. */
export const Origin = readBy((text) => {
  const url = webUrl(text);
  return url?.pathname === "/" && url.search === "" ? url.origin : null;
});

/** The magazine's address, with a slash at its end, its origin, and with this all others under which its pages may write. */
export const Site = v.pipe(
  listOf(
    readBy((text) => {
      const url = webUrl(text.endsWith("/") ? text : `${text}/`);
      // Credentials would stand in the log, and fetch refuses such an address.
      return url?.username === "" && url.password === "" ? url : null;
    }),
  ),
  v.minLength(1),
  v.transform((urls) => ({
    url: urls[0]?.href ?? "",
    origin: urls[0]?.origin ?? "",
    origins: [...new Set(urls.map(({ origin }) => origin))],
  })),
);

/** An engine, and where it keeps what it keeps. */
export const Database = readBy((text) => file(text) ?? postgres(text));

/** The way of letters. */
export const PublicMail = readBy((text) => smtp(text) ?? httpMail(text));
/** The same where they may also stay in the store, and are shown on the local outbox page. */
export const Mail = readBy((text) =>
  text === "outbox:" ? { kind: "outbox" as const } : (smtp(text) ?? httpMail(text)),
);

function file(text: string) {
  if (!/^file:./u.test(text)) return null;
  return { engine: "sqlite" as const, path: text.slice("file:".length).replace(/^\/\/\//u, "/") };
}

function postgres(text: string) {
  const url = URL.parse(text);
  const max = url?.searchParams.get("max") ?? "1";
  const isOne = url !== null && /^postgres(?:ql)?:$/u.test(url.protocol) && url.pathname.length > 1;
  return isOne && v.is(Connections, max) ? { engine: "postgres" as const, address: text } : null;
}

function smtp(text: string) {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/u.test(url.protocol) && url.hostname !== ""
    ? { kind: "smtp" as const, url: text }
    : null;
}

/** A mail service's API. On this machine it may be spoken to without TLS. */
export function httpMail(text: string) {
  const [, service, key = "", hostname = "", port = ""] =
    /^([a-z]+):\/\/([\w-]+)@([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?\/?$/u.exec(text) ?? [];
  if (service !== "resend" && service !== "postmark") return null;
  const scheme = isLoopbackHost(hostname) ? "http" : "https";
  return { kind: "http" as const, service, key, origin: `${scheme}://${hostname}${port}` } as const;
}

function number(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/u),
    v.transform(Number),
    v.minValue(least),
    v.maxValue(most),
  );
}

/** Parts with commas between them; what is empty is passed over. */
function listOf<Item>(item: v.GenericSchema<string, Item>) {
  const partsOf = (text: string) => text.split(",").map((part) => part.trim());
  return v.pipe(
    v.string(),
    v.transform((text) => partsOf(text).filter((part) => part !== "")),
    v.array(item),
  );
}

/** @param read answers null to what is not as expected. */
function readBy<Value>(read: (text: string) => Value | null) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, Value>(({ dataset, addIssue, NEVER }) => {
      const value = read(dataset.value);
      if (value !== null) return value;
      addIssue();
      return NEVER;
    }),
  );
}

function webUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) ? url : null;
}
