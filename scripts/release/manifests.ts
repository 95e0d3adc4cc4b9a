/** What carries the version: one for all, since site and service are released together. */
export const manifests = ["package.json", "comments-service/package.json", "package-lock.json"];

/** Inside the lockfile, the packages that are ours. */
const own = ["", "comments-service"];

/** A manifest's text with another version, in npm's own form. */
export function withVersion(text: string, version: string): string {
  const manifest: { version: string; packages?: Record<string, { version?: string }> } =
    JSON.parse(text);
  manifest.version = version;
  for (const name of own) {
    const found = manifest.packages?.[name];
    if (found !== undefined) found.version = version;
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export function versionIn(text: string): string {
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
