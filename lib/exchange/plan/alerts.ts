import type { SystemAlertsCheck } from "../exchange-plan";
import { effective } from "../objects";
import type { AlertsOptions, ProtectionLicence } from "../options";
import type { Draft } from "./draft";
import { covers, licenceOf, unlicensed } from "./licences";

/**
 * Plans alert policies.
 * @returns what is looked at of Microsoft's own, if anything
 */
export function planAlerts(
  { baseline = "none", notify = [], policies = {} }: AlertsOptions,
  licence: ProtectionLicence,
  draft: Draft,
): SystemAlertsCheck | undefined {
  if (notify.length > 0 && baseline === "none" && Object.keys(policies).length === 0) {
    draft.faults.push({
      path: ["alerts", "notify"],
      message: "nothing alerts them",
      fix: "write alerts: { baseline: scuba }, or policies",
    });
  }
  for (const key of Object.keys(policies).sort()) {
    const { name, allow, ...own } = policies[key] ?? {};
    const path = ["alerts", "policies", key];
    const values = {
      name: draft.nameOf(key, name, path),
      ...(notify.length > 0 ? { notifyUser: notify } : {}),
      ...own,
    };
    const { aggregationType } = effective("protection-alert", values);
    const needed = licenceOf("protection-alert", "aggregationType", aggregationType);
    if (!covers(licence, needed)) {
      draft.faults.push({
        ...unlicensed([...path, "aggregationType"], needed),
        fix: `write aggregationType: None, or protection: { licence: ${needed} } if every mailbox has it`,
      });
    }
    if ((values.notifyUser ?? []).length === 0) {
      draft.faults.push({
        path: [...path, "notifyUser"],
        message: "the alert goes to nobody",
        expected: "addresses",
        fix: "write them here, or under alerts.notify for all",
      });
      continue;
    }
    draft.add({ id: `Alert-${key}`, kind: "protection-alert", values, path, allow });
  }
  return baseline === "scuba" ? { recipients: notify } : undefined;
}
