import { counted } from "../counted";
import { formatFinding } from "../rules/finding";
import { visibleLine } from "../visible";
import type { Adoption } from "./adopt";
import { AS_FOUND_FILE, MENDS_FILE } from "./files";
import { foundData } from "./found";

/** More lines of one kind say no more. */
const MOST = 40;

/** What an adoption found, for people: zones, what is left as it is, what is wrong by risk. */
export function adoptionText({ zones, leftOut, findings, mends }: Adoption): string {
  const sum = (of: (zone: Adoption["zones"][number]) => number) =>
    zones.reduce((total, zone) => total + of(zone), 0);
  const lines = [
    `${counted(zones.length, "domain")}: ${counted(
      sum(({ declared }) => declared),
      "record",
    )} declared, ${sum(({ recognised }) => recognised)} of them recognised, ${sum(({ declared, recognised }) => declared - recognised)} as they stand; ${sum(({ others }) => others)} that are not mail left alone`,
    ...zones.map(
      ({ name, profile, declared, recognised }) =>
        `  ${name}  ${profile}  ${recognised} of ${declared} recognised`,
    ),
  ];
  const apart = zones.flatMap(({ name, leftAlone }) =>
    leftAlone.map(
      ({ found, why }) => `  ${name}: ${found.record.name} ${found.record.type} ${foundData(found)}: ${why}`,
    ),
  );
  lines.push(...section("Mail records that are not declared, and stay", apart));
  const absent = zones.flatMap(({ name, absent: roles }) =>
    roles.length > 0 ? [`  ${name}: ${roles.join(", ")}`] : [],
  );
  lines.push(...section(`Not published yet; take the lines out of ${AS_FOUND_FILE} to publish them`, absent));
  lines.push(
    ...section(
      "Zones that could not be declared",
      leftOut.map(({ name, why }) => `  ${name}: ${why}`),
    ),
  );
  for (const level of ["error", "warning", "note"] as const) {
    lines.push(
      ...section(
        TITLES[level],
        findings
          .filter((finding) => finding.level === level)
          .map((finding) => `  ${finding.subject}: ${formatFinding(finding)} [${finding.rule}]`),
      ),
    );
  }
  if (mends) {
    const all = Object.entries(mends.changes).flatMap(([name, changes]) =>
      changes.map((change) => `  ${name}: ${change}`),
    );
    lines.push(...section(`${MENDS_FILE} would mend ${counted(mends.mended.length, "finding")} so`, all));
  }
  return `${lines.map(visibleLine).join("\n")}\n`;
}

const TITLES = {
  error: "Wrong as it stands",
  warning: "Worth mending",
  note: "To know",
} as const;

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST;
  return [
    "",
    `${title} (${lines.length}):`,
    ...lines.slice(0, MOST),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}
