/** As many names as anybody reads. */
const MOST_NAMED = 20;

/** For whom self-service password reset is switched on, as far as the report shows it. */
export const SSPR_SCOPES = ["none", "selected", "all", "unknown"] as const;

/** A row of Graph's answer, as it came: nothing of it is known. */
type Row = Readonly<Record<string, unknown>>;

/** What the report of registrations shows of a group's members. */
export interface SsprRegistration {
  /** Is every member that the report shows enabled, and is there one? */
  readonly passed: boolean;
  /** Users in the group, nested groups included, whose accounts are not disabled. */
  readonly members: number;
  /** Those of them that the report shows. */
  readonly reported: number;
  readonly enabled: number;
  readonly registered: number;
  readonly capable: number;
  /** User principal names of those who may not, at most 20. */
  readonly notEnabled: readonly string[];
  /** For whom the portal has it on, by what the report shows of the others. */
  readonly scope: (typeof SSPR_SCOPES)[number];
  /** All of it in a sentence. */
  readonly summary: string;
}

/** What the report says of a group's members. What it does not show of somebody is not taken for enabled. */
export function ssprRegistrationOf(members: readonly Row[], report: readonly Row[]): SsprRegistration {
  const users = members.filter(
    (one) => one["@odata.type"] === "#microsoft.graph.user" && one.accountEnabled !== false,
  );
  const ids = new Set(users.map(idOf));
  const rows = new Map(report.map((row) => [idOf(row), row] as const));
  const shown = users.flatMap((user): readonly Row[] => {
    const row = rows.get(idOf(user));
    return row === undefined ? [] : [row];
  });
  const count = (property: string) => shown.filter((row) => row[property] === true).length;
  const [enabled, registered, capable] = [
    count("isSsprEnabled"),
    count("isSsprRegistered"),
    count("isSsprCapable"),
  ];
  const out = shown.filter((row) => row.isSsprEnabled !== true);
  // Administrators have it by a switch of their own, guests never.
  const others = report.filter(
    (row) => !ids.has(idOf(row)) && row.isAdmin !== true && row.userType !== "guest",
  );
  const scope = scopeOf(
    shown.filter((row) => row.isAdmin !== true),
    others,
  );
  const missing = users.length - shown.length;
  const passed = shown.length > 0 && enabled === shown.length;
  return {
    passed,
    members: users.length,
    reported: shown.length,
    enabled,
    registered,
    capable,
    notEnabled: out
      .map((row) => text(row.userPrincipalName) ?? idOf(row))
      .sort()
      .slice(0, MOST_NAMED),
    scope,
    summary: `${SAID[scope]}: ${enabled} of ${users.length} members enabled, ${registered} registered, ${capable} able to reset their passwords${missing > 0 ? `; ${missing} not in the report` : ""}.`,
  };
}

type Scope = SsprRegistration["scope"];

const SAID: Readonly<Record<Scope, string>> = {
  none: "Nobody is enabled",
  selected: "Selected is set",
  all: "All is set",
  unknown: "The report does not show whether it is on",
};

function scopeOf(own: readonly Row[], others: readonly Row[]): Scope {
  const isOn = (row: Row) => row.isSsprEnabled === true;
  if (own.length + others.length === 0) return "unknown";
  if (![...own, ...others].some(isOn)) return "none";
  if (others.length === 0) return "unknown";
  return [...own, ...others].every(isOn) ? "all" : "selected";
}

function idOf(one: Row): string {
  return (text(one.id) ?? "").toLowerCase();
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
