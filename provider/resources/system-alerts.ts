import { SYSTEM_ALERTS, SYSTEM_ALERTS_WHERE_LICENSED } from "../../lib/microsoft/system-alerts";
import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { byName } from "../objects/rows";
import { bool, DiagnosticError, list, set, str } from "../plugin/index";
import { dataSource } from "./m365";

/**
 * The alert policies that Microsoft made. No cmdlet changes them, so they are looked at: is each there, is it on, does it
 * tell anyone?
 * Source: https://learn.microsoft.com/defender-xdr/alert-policies
 */
export const systemAlerts = dataSource({
  description:
    "The alert policies that Microsoft made, which no cmdlet may change: is each there, on, and does it notify? For a check block; with assert, what is wrong is an error.",
  attributes: {
    names: list(str(), {
      optional: true,
      description: `Which ones. Default: ${SYSTEM_ALERTS.join("; ")}; and, where the tenant has it, ${SYSTEM_ALERTS_WHERE_LICENSED.join("; ")}.`,
    }),
    recipients: set(str(), {
      optional: true,
      description:
        "Who has to be notified by each, as Exchange names them: TenantAdmins, or addresses. Default: anyone.",
    }),
    assert: bool({
      optional: true,
      description: "Is what is wrong an error? Default: false, it is a value.",
    }),
    passed: bool({ computed: true, description: "Is nothing wrong?" }),
    missing: list(str(), { computed: true, description: "Those that are not there." }),
    disabled: list(str(), { computed: true, description: "Those that are off." }),
    silent: list(str(), {
      computed: true,
      description: "Those that are on and notify nobody, or not all recipients.",
    }),
  },

  async read({ names, recipients, assert }, { client, signal }) {
    const rows = await client.compliance
      .invoke("Get-ProtectionAlert", {}, { signal, maxAge: 60_000 })
      .catch((error: unknown) => {
        if (!(error instanceof CloudError)) throw error;
        const detail = `${error.message}. The application needs View-Only Manage Alerts, as of Security Reader.`;
        throw new DiagnosticError({ summary: "alert policies cannot be read", detail });
      });
    const wanted = names ?? [
      ...SYSTEM_ALERTS,
      ...SYSTEM_ALERTS_WHERE_LICENSED.filter((name) => byName(rows, name)),
    ];
    const found = verdict(rows, wanted, recipients ?? []);
    const wrong = [
      ...found.missing.map((name) => `${JSON.stringify(name)} is not there`),
      ...found.disabled.map((name) => `${JSON.stringify(name)} is off`),
      ...found.silent.map(
        (name) => `${JSON.stringify(name)} does not notify ${(recipients ?? []).join(", ") || "anyone"}`,
      ),
    ];
    if (assert === true && wrong.length > 0) {
      throw new DiagnosticError({
        summary: `${wrong.length} of ${wanted.length} alert policies are not as they have to be`,
        detail: `${wrong.join("; ")}. Microsoft's own policies are changed in the Defender portal alone, under Alert policy.`,
      });
    }
    return {
      names: names ?? null,
      recipients: recipients ?? null,
      assert: assert ?? null,
      passed: wrong.length === 0,
      ...found,
    };
  },
});

function verdict(rows: readonly ExchangeObject[], wanted: readonly string[], recipients: readonly string[]) {
  const on = wanted.filter((name) => byName(rows, name)?.Disabled === false);
  return {
    missing: wanted.filter((name) => byName(rows, name) === undefined),
    // One that does not say so is not taken for on.
    disabled: wanted.filter((name) => byName(rows, name) !== undefined && !on.includes(name)),
    silent: on.filter((name) => !notifies(byName(rows, name) ?? {}, recipients)),
  };
}

function notifies(
  { NotificationEnabled, NotifyUser }: ExchangeObject,
  recipients: readonly string[],
): boolean {
  const told = (Array.isArray(NotifyUser) ? NotifyUser : []).map((one) => String(one).toLowerCase());
  if (NotificationEnabled !== true || told.length === 0) return false;
  return recipients.every((one) => told.includes(one.toLowerCase()));
}
