import type { MiddlewareHandler } from "hono";

/** Nothing may load, run or frame; forms go to the service itself, whose answer may lead back to the magazine. */
export function policy(siteOrigin: string, styleSource = "'none'"): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    `form-action 'self' ${siteOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** Headers that every answer carries, errors included. A page sets a policy of its own, which stays. */
export function securityHeaders(siteOrigin: string): MiddlewareHandler {
  const headers = {
    "Content-Security-Policy": policy(siteOrigin),
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000",
    // Not `no-referrer`: it would make the Origin of our own forms `null`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  };
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
