import type { GraphObject } from "../graph/types";
import { text } from "../http/json";
import { guidFault } from "../objects/graph/values";
import { bool, DiagnosticError, list, num, str } from "../plugin/index";
import { dataSource } from "./m365";
import { readable } from "./readable";

/** As many names as anybody reads. */
const MOST_NAMED = 20;

/** For whom self-service password reset is switched on, as far as the report shows it. */
const SCOPES = ["none", "selected", "all", "unknown"] as const;

/**
 * Whether the members of a group may reset their own passwords. The switch is in the portal alone, so its effect is read:
 * the report of registrations says of each user whether the reset is enabled, registered and possible.
 * Source: https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails
 */
export const ssprRegistration = dataSource({
  description:
    "Are the members of a group enabled for self-service password reset, registered for it and able to use it? Proves the switch of the portal, which has no API. The report is up to a day behind. Needs Entra ID P1, and the application permissions AuditLog.Read.All, GroupMember.Read.All and User.Read.All.",
  attributes: {
    group_id: str({
      required: true,
      validate: guidFault,
      description: "Object id of the group.",
    }),
    assert: bool({
      optional: true,
      description: "Is a member who is not enabled an error? Default: false, it is a value.",
    }),
    passed: bool({
      computed: true,
      description: "Is every member that the report shows enabled, and is there one?",
    }),
    members: num({
      computed: true,
      description: "Users in the group, nested groups included, whose accounts are not disabled.",
    }),
    reported: num({ computed: true, description: "Those of them that the report shows." }),
    enabled: num({ computed: true, description: "Those of the reported who may reset their passwords." }),
    registered: num({ computed: true, description: "Those who registered methods for it." }),
    capable: num({ computed: true, description: "Those who can do it now." }),
    not_enabled: list(str(), {
      computed: true,
      description: `User principal names of those who may not, at most ${MOST_NAMED}.`,
    }),
    scope: str({
      computed: true,
      description: `For whom the portal has it on, by what the report shows of the others: ${SCOPES.join(", ")}.`,
    }),
    summary: str({ computed: true, description: "All of it in a sentence." }),
  },

  async read({ group_id, assert }, { client, signal }) {
    const members = await readable(
      "the members of the group",
      client.graph.list(
        `groups/${encodeURIComponent(group_id)}/transitiveMembers?$select=id,userPrincipalName,accountEnabled`,
        { signal, needs: "GroupMember.Read.All and User.Read.All" },
      ),
    );
    const report = await readable(
      "the report of registrations",
      client.graph.list("reports/authenticationMethods/userRegistrationDetails", {
        signal,
        needs: "AuditLog.Read.All, and the tenant Entra ID P1",
      }),
    );
    const found = ssprVerdict(members, report);
    if (assert === true && !found.passed) {
      throw new DiagnosticError({
        summary: "self-service password reset is not on for the whole group",
        detail: `${found.summary} Turn it on in the Entra admin center: Password reset, Properties, Selected, and the group. The report is up to a day behind.`,
        path: ["group_id"],
      });
    }
    return { group_id, assert: assert ?? null, ...found };
  },
});

/** What the report says of a group's members. What it does not show of somebody is not taken for enabled. */
export function ssprVerdict(members: readonly GraphObject[], report: readonly GraphObject[]) {
  const users = members.filter(
    (one) => one["@odata.type"] === "#microsoft.graph.user" && one.accountEnabled !== false,
  );
  const ids = new Set(users.map(idOf));
  const rows = new Map(report.map((row) => [idOf(row), row] as const));
  const shown = users.flatMap((user): readonly GraphObject[] => {
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
    not_enabled: out
      .map((row) => text(row.userPrincipalName) ?? idOf(row))
      .sort()
      .slice(0, MOST_NAMED),
    scope,
    summary: `${SAID[scope]}: ${enabled} of ${users.length} members enabled, ${registered} registered, ${capable} able to reset their passwords${missing > 0 ? `; ${missing} not in the report` : ""}.`,
  };
}

type Scope = (typeof SCOPES)[number];

const SAID: Readonly<Record<Scope, string>> = {
  none: "Nobody is enabled",
  selected: "Selected is set",
  all: "All is set",
  unknown: "The report does not show whether it is on",
};

function scopeOf(own: readonly GraphObject[], others: readonly GraphObject[]): Scope {
  const isOn = (row: GraphObject) => row.isSsprEnabled === true;
  if (own.length + others.length === 0) return "unknown";
  if (![...own, ...others].some(isOn)) return "none";
  if (others.length === 0) return "unknown";
  return [...own, ...others].every(isOn) ? "all" : "selected";
}

function idOf(one: GraphObject): string {
  return (text(one.id) ?? "").toLowerCase();
}
