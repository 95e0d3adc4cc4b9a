import type { Context } from "hono";

// Two cookies of letters and digits, for which Hono's helper would be seven times as long.

/** What a browser sends under this name (RFC 6265, 5.4); undefined when it sends nothing. */
export function readCookie(c: Context, name: string): string | undefined {
  const pairs = (c.req.header("Cookie") ?? "").split(/; */u);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * Has a browser keep this for the host alone, where no script reads it (RFC 6265, 4.1). Lax, not Strict: who comes by a link from a letter is
 * signed in as well. Every write looks at where it comes from.
 * @param seconds how long; 0 takes it away.
 */
export function sendCookie(
  c: Context,
  { name, secure, path = "/" }: { name: string; secure: boolean; path?: string },
  value: string,
  seconds: number,
): void {
  const how = `Max-Age=${seconds}; Path=${path}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  c.header("Set-Cookie", `${name}=${value}; ${how}`, { append: true });
}
