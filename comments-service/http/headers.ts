import type { MiddlewareHandler } from "hono";

/** Nothing may load, run or frame; forms go to the service itself, whose answer may lead back to the magazine. */
export function policy(
  siteOrigin: string,
  styleSource = "'none'",
  scriptSource = "'none'",
): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    `script-src ${scriptSource}`,
    // The pages' sign stands in the page itself, else browsers ask for a favicon.
    "img-src data:",
    "require-trusted-types-for 'script'",
    `form-action 'self' ${siteOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/**
 * Headers that every answer carries, errors included. A page sets a policy of its own instead. An answer that may be kept says how long; any
 * other may hold what is only for whoever asked, and a cache on the way, as Cloudflare's before a worker, takes silence for two hours.
 * They are set before the answer is made: changing one that is already there costs half the time of a cached read.
 */
export function securityHeaders(siteOrigin: string): MiddlewareHandler {
  const headers = Object.entries({
    "Cache-Control": "no-store",
    "Content-Security-Policy": policy(siteOrigin),
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000",
    // Not `no-referrer`: it would make the Origin of our own forms `null`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  });
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    await next();
  };
}
