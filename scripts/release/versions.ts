/** A version as a release has it: three numbers, semver.org without its additions. */
const form = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;

export function isVersion(version: string): boolean {
  return form.test(version);
}

/** Whether version `a` comes after `b`. */
export function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, "en", { numeric: true }) > 0;
}
