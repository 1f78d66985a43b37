import { counted } from "../counted";
import type { LiveStatus, LiveTenant, LiveThing } from "../posture/live-tenant";
import { type Finding, formatWhere } from "../rules/finding";
import { LEVELS } from "../rules/rule";
import { findingLine } from "./finding-line";
import type { Paint } from "./paint";

/** How many things that are there besides one report names. */
const MOST_EXTRA = 10;

/**
 * A line a tenant where all is as declared, and nothing is found; else a line for each thing that is otherwise or not known,
 * with its values, for what is there besides, and for each finding.
 * @param said those of the findings that are told here
 * @param verbose all that is there besides, and all that is as declared
 */
export function liveTenantLines(
  { name, things }: LiveTenant,
  findings: readonly Finding[],
  said: readonly Finding[],
  paint: Paint,
  verbose = false,
): readonly string[] {
  const told = things.filter(
    (one) => verbose || one.says !== undefined || !["ok", "extra"].includes(one.status),
  );
  const extra = things.filter(({ status }) => status === "extra");
  const sum = countThings(things);
  if (told.length === 0 && said.length === 0 && extra.length === 0) {
    const worst = LEVELS.find((level) => findings.some((finding) => finding.level === level));
    return [`${worst === undefined ? paint.good("ok") : paint[worst](worst)}  ${name}  ${paint.dim(sum)}`];
  }
  return [
    `${paint.bold(name)}  ${paint.dim(sum)}`,
    ...told.filter(({ status }) => verbose || status !== "extra").flatMap((one) => thingLines(one, paint)),
    ...(verbose || extra.length === 0 ? [] : [`  ${paint.note("extra")}  ${listed(extra)}`]),
    ...said.map((finding) => `  ${findingLine(finding, paint)}`),
  ];
}

function thingLines(
  { status, what, differences, why, says, where }: LiveThing,
  paint: Paint,
): readonly string[] {
  const place = status === "extra" ? undefined : formatWhere(where);
  const reason = why === undefined ? "" : `: ${why}`;
  return [
    `  ${COLOUR[status](paint)(status)}  ${what}${reason}${place === undefined ? "" : paint.dim(`  ${place}`)}`,
    ...(says === undefined ? [] : [`    ${says}`]),
    ...differences.map(
      ({ attribute, declared, observed }) => `    ${attribute}  declared ${declared}, observed ${observed}`,
    ),
  ];
}

const COLOUR: Readonly<Record<LiveStatus, (paint: Paint) => (text: string) => string>> = {
  ok: (paint) => paint.good,
  drift: (paint) => paint.error,
  missing: (paint) => paint.error,
  extra: (paint) => paint.note,
  unread: (paint) => paint.warning,
};

function listed(extra: readonly LiveThing[]): string {
  const shown = extra.slice(0, MOST_EXTRA).map(({ what }) => what);
  const rest = extra.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more (-v lists all)`] : [])].join(", ");
}

/** `40 ok, 1 drift, 2 extra`. */
function countThings(things: readonly LiveThing[]): string {
  if (things.length === 0) return "nothing declared";
  return STATUSES.flatMap((status) => {
    const count = things.filter((one) => one.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  }).join(", ");
}

const STATUSES: readonly LiveStatus[] = ["ok", "drift", "missing", "extra", "unread"];

/** `2 tenants, 80 ok, 1 drift`; nothing where none was read. */
export function countTenants(tenants: readonly LiveTenant[]): string {
  if (tenants.length === 0) return "";
  return `; ${counted(tenants.length, "tenant")}, ${countThings(tenants.flatMap(({ things }) => things))}`;
}

/** What is wrong with a tenant, a line each, for programs that know of pass and fail alone. */
export function tenantFaults({ things }: LiveTenant): readonly string[] {
  return things.flatMap(({ status, what, differences, why, says }) => {
    if (status === "ok" || status === "extra") return [];
    const values = differences.map(
      ({ attribute, declared, observed }) => `${attribute} declared ${declared}, observed ${observed}`,
    );
    const more = [why, says, ...values].filter((one) => one !== undefined).join("; ");
    return [`${status}: ${what}${more === "" ? "" : `: ${more}`}`];
  });
}
