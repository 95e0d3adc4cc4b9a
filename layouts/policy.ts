/** What few pages need: forms that lead to a page of the magazine, and WebAssembly. */
export type Allowed = "forms" | "assembly";

/**
 * The Content-Security-Policy that a page carries in its own head (CSP Level 3): nothing but the site's and the service's origin,
 * and no way for a script to turn text into markup (Trusted Types).
 *
 * @param styles the hashes of the page's styles, `sha256-…`
 * @param service scheme and host of the comments service, or null
 * @param allows what the page needs beyond that
 */
export function contentSecurityPolicy(
  styles: readonly string[],
  service: string | null,
  allows: readonly Allowed[] = [],
): string {
  return [
    "default-src 'none'",
    `script-src 'self'${allows.includes("assembly") ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src ${styles.map((hash) => `'${hash}'`).join(" ")}`,
    "img-src 'self' data:",
    `connect-src 'self'${service === null ? "" : ` ${service}`}`,
    `form-action ${allows.includes("forms") ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
