// CHANGELOG.md as text: what stands under a version, and what a release makes of it.

const UNRELEASED = "## Unreleased";

/**
 * @param {string} changelog
 * @param {string} heading `Unreleased` or a version
 * @returns {string | undefined} what stands under the heading, without it
 */
export function entriesOf(changelog, heading) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`${heading}\n`) || text.startsWith(`${heading} `));
  return section?.slice(section.indexOf("\n")).trim();
}

/**
 * @param {string} changelog
 * @param {string} version
 * @param {string} date as `2026-11-27`
 * @returns {string} what was not released is what the version brings, and nothing is left to release
 * @throws Error if there is nothing to release, or the version stands there already
 */
export function released(changelog, version, date) {
  if (!entriesOf(changelog, "Unreleased")) throw new Error(`CHANGELOG.md: nothing under "${UNRELEASED}"`);
  if (entriesOf(changelog, version) !== undefined)
    throw new Error(`CHANGELOG.md: ${version} is there already`);
  return changelog.replace(`${UNRELEASED}\n`, () => `${UNRELEASED}\n\n## ${version} — ${date}\n`);
}
