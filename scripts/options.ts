import { UsageError } from "./command.ts";

/**
 * Scheme and host of a site or service.
 *
 * @throws UsageError when the value is anything else
 */
export function originOption(option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) {
    return url.origin;
  }
  throw new UsageError(
    `${option} ${value}: expected scheme and host, such as https://die-spalte.example`,
  );
}

/** A TCP port. @throws UsageError when the value is none */
export function portOption(option: string, value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`${option} ${value}: expected a port from 1 to 65535`);
}
