import type { Clock } from "./ids.ts";

/** `error`: somebody has to look. `warn`: something does not work now and is tried again, or may be meant so. `info`: it works again. */
export type Level = "info" | "warn" | "error";

/** What helps whoever runs the service. Never an address, a name, an IP address, a token or a text of those who read and write. */
export type Fields = Readonly<{ level?: Level; [name: string]: string | number | undefined }>;

/**
 * Notes one event, always in the same words, so that events can be counted and looked for; what differs stands in its fields. Without a level it is
 * a warning.
 */
export type Log = (event: string, fields?: Fields) => void;

/** A log for people: a line holds the event and its fields, `name=value`. */
export const textLog =
  (write: (line: string) => void): Log =>
  (event, fields = {}) => {
    const known = Object.entries(fields).filter(
      ([name, value]) => name !== "level" && value !== undefined,
    );
    const shown = known.map(
      ([name, value]) =>
        `${name}=${/[^\w.:/-]/u.test(String(value)) ? JSON.stringify(value) : value}`,
    );
    write([event, ...shown].join(" "));
  };

/** A log for programs: a line is a JSON object with the time (ISO 8601, UTC), the level, the event and its fields. */
export const jsonLog =
  (write: (line: string) => void, clock: Clock): Log =>
  (event, fields) =>
    write(
      JSON.stringify({ time: new Date(clock()).toISOString(), level: "warn", event, ...fields }),
    );

/** What went wrong and where. Messages are left out: they may repeat what a reader wrote. */
export function faultOf(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: "unknown" };
  const places = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    error: error.name,
    code: "code" in error ? String(error.code) : undefined,
    at: places
      .slice(0, 3)
      .map((line) => line.trim().slice(3))
      .join(", "),
  };
}
