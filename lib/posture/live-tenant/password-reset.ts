import { canonicalId, peopleIn } from "../../identity/coverage/objects";
import { isSameGroup } from "../../identity/principals";
import { ssprRegistrationOf } from "../../identity/sspr-registration";
import type { TenantReading } from "../../tenant-reading/reading";
import type { Where } from "../model";
import { type LiveThing, lostThing } from "./difference";

/** The report of registrations among what a tenant answered. */
const REGISTRATIONS = "graph/reports/authenticationMethods/userRegistrationDetails.json";

/**
 * Whether the members of the group may reset their own passwords. The switch is in the portal alone; its effect is in the
 * report of registrations, which is up to a day behind.
 */
export function comparePasswordReset(group: string, reading: TenantReading, where: Where): LiveThing {
  const what = `self-service password reset of the group ${group}`;
  const unread = (why: string) => lostThing(what, why, where);
  const { groups } = reading.directory;
  const known = groups?.find(({ name }) => isSameGroup(name, group));
  if (!groups) return unread("groups were not read");
  if (!known) return unread("the group was not read");
  const people = peopleIn(groups, known.id);
  if (!people) return unread("the members of the group were not read");
  const rows = rowsOf(reading.evidence.answers[REGISTRATIONS]);
  if (typeof rows === "string") return unread(rows);
  const disabled = disabledIn(reading.evidence.answers);
  const members = people.map((id) => ({
    "@odata.type": "#microsoft.graph.user",
    id,
    accountEnabled: !disabled.has(canonicalId(id)),
  }));
  const { passed, reported, summary, notEnabled } = ssprRegistrationOf(members, rows);
  if (reported === 0) return unread(`the report shows none of its ${members.length} members`);
  const names = notEnabled.length > 0 ? ` Not enabled: ${notEnabled.join(", ")}.` : "";
  return { status: passed ? "ok" : "drift", what, differences: [], says: `${summary}${names}`, where };
}

/** Members of groups whose accounts are disabled, as far as these were asked for. */
function disabledIn(answers: TenantReading["evidence"]["answers"]): ReadonlySet<string> {
  const rows = Object.entries(answers).flatMap(([file, answer]) =>
    /^graph\/groups\/[^/]+\/members\.json$/.test(file) && isRecord(answer) && Array.isArray(answer.value)
      ? answer.value.filter(isRecord)
      : [],
  );
  return new Set(
    rows.flatMap(({ id, accountEnabled }) =>
      typeof id === "string" && accountEnabled === false ? [canonicalId(id)] : [],
    ),
  );
}

/** The rows of an answer, or why there are none. */
function rowsOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] | string {
  if (!isRecord(answer)) return "the report of registrations was not asked for";
  if (isRecord(answer.error)) {
    const { message, permission } = answer.error;
    const needs = typeof permission === "string" ? ` (needs ${permission})` : "";
    return `the report of registrations did not come: ${typeof message === "string" ? message : "an error without words"}${needs}`;
  }
  if (!Array.isArray(answer.value)) return "the report of registrations has no rows";
  return answer.value.every(isRecord)
    ? answer.value
    : "the report of registrations has rows of a strange kind";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
