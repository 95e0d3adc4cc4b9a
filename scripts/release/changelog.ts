/** The changelog with a version more. `notes` is what stands under that version. */
export interface Released {
  readonly text: string;
  readonly notes: string;
}

/** `## Unreleased`, and what stands under it up to the next version. */
const unreleased = /^## Unreleased\n(?<notes>[^]*?)(?=^## |(?![^]))/mu;

/**
 * Makes what is unreleased a version of its own, in the form of keepachangelog.com 1.1.0.
 *
 * @param day as `2026-11-30`
 * @returns or why that cannot be, each a note to whoever releases
 */
export function releaseNotes(
  changelog: string,
  version: string,
  day: string,
): Released | readonly string[] {
  const found = unreleased.exec(changelog);
  if (found === null)
    return ['CHANGELOG.md has no "## Unreleased": write one, above the newest version'];
  const notes = (found.groups?.["notes"] ?? "").trim();
  const lacking = [
    !/^- \S/mu.test(notes) &&
      'CHANGELOG.md says nothing under "## Unreleased": write what is new for whoever runs it, as a list',
    !/^### Upgrading\n+- \S/mu.test(notes) &&
      'CHANGELOG.md has no "### Upgrading" under "## Unreleased": write what an upgrade asks of whoever runs it, also when that is nothing',
    changelog.includes(`\n## ${version} - `) && `CHANGELOG.md has a version ${version} already`,
  ].filter((note) => note !== false);
  if (lacking.length > 0) return lacking;
  const text = changelog.replace(
    unreleased,
    () => `## Unreleased\n\n## ${version} - ${day}\n\n${notes}\n\n`,
  );
  return { text: `${text.trimEnd()}\n`, notes };
}
