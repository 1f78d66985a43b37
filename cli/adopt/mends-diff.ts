import { basename } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { Mends } from "../../lib/adopt/adopt";
import type { AdoptedFiles } from "../../lib/adopt/files";
import { counted } from "../../lib/counted";
import { formatFinding } from "../../lib/rules/finding";
import { visibleLine } from "../../lib/visible";

/** No file: what stands there is gone. */
const NOTHING = "/dev/null";

/**
 * The mends as a unified diff against the files that are written, to be applied in their folder by `git apply` or `patch -p1`.
 * What stands before the first `---` both pass over.
 */
export function mendsDiff(files: AdoptedFiles, { files: mended, changes, mended: findings }: Mends): string {
  const patches = Object.entries(files).flatMap(([path, text]) => {
    const after = mended[path];
    if (after === text) return [];
    const name = basename(path);
    const to = after === undefined ? NOTHING : `b/${name}`;
    return [createTwoFilesPatch(`a/${name}`, to, text, after ?? "", "", "").replace(/^=+\n/, "")];
  });
  const lines = [
    `What mends ${counted(findings.length, "finding")} of the rules. Read it, take out what is not to be, and apply it in this folder:`,
    "  patch -p1 < mends.diff",
    "Then plan shows what changes, and review what that means for mail. A record that is published changes how mail goes.",
    ...Object.entries(changes).flatMap(([name, all]) => all.map((change) => `  ${name}: ${change}`)),
    ...findings.map((finding) => `  mends ${finding.rule} at ${finding.subject}: ${formatFinding(finding)}`),
  ];
  return `${lines.map(visibleLine).join("\n")}\n\n${patches.join("")}`;
}
