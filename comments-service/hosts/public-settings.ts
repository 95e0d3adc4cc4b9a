import { readSettings, table } from "../settings.ts";

/** Reads the settings of a host that is public unless its SERVICE_URL says otherwise, as what runs in somebody's cloud is. */
export function readPublicSettings(env: Parameters<typeof readSettings>[0]) {
  if ((env["SERVICE_URL"] ?? "").trim() !== "") return readSettings(env);
  const read = readSettings({ ...env, SERVICE_URL: "https://not-set.invalid" });
  const missing = `SERVICE_URL is missing: expected ${table.serviceUrl.expected}`;
  return { mistakes: [missing, ...("mistakes" in read ? read.mistakes : [])] };
}
