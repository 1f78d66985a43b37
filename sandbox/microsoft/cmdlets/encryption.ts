import { runObjectCmdlet } from "../objects/object-cmdlets";
import type { TenantState } from "../state";
import type { Cmdlet } from "./cmdlet";

/** Templates that there are as soon as Azure RMS is in use. */
const TEMPLATES = ["Encrypt", "Do Not Forward", "Confidential \\ All Employees"];

export const ENCRYPTION: Readonly<Record<string, Cmdlet>> = {
  "Get-RMSTemplate": {
    parameters: { Identity: "text", Type: ["All", "Archived", "Distributed"] },
    run: (_, { state }) => {
      const { AzureRMSLicensingEnabled, InternalLicensingEnabled } = configuration(state);
      if (AzureRMSLicensingEnabled !== true || InternalLicensingEnabled !== true) return { rows: [] };
      return { rows: TEMPLATES.map((Name) => ({ Name, Identity: Name, Type: "Distributed" })) };
    },
  },
  "Test-IRMConfiguration": {
    parameters: { Sender: "text", Recipient: "texts", RMSOnline: "flag" },
    required: ["Sender", "Recipient"],
    run: ({ Sender, Recipient }, { state }) => ({
      rows: [{ Results: report(String(Sender), String(Recipient), configuration(state)) }],
    }),
  },
};

/** As the set-up page shows one: https://learn.microsoft.com/purview/set-up-new-message-encryption-capabilities */
function report(sender: string, recipient: string, irm: Readonly<Record<string, unknown>>): string {
  const located = Array.isArray(irm.LicensingLocation) && irm.LicensingLocation.length > 0;
  const acquired = irm.AzureRMSLicensingEnabled === true && located;
  return [
    "Results : Acquiring RMS Templates ...",
    acquired
      ? "              - PASS: RMS Templates acquired."
      : "              - FAIL: Failed to acquire RMS templates.",
    `          Verifying encryption from ${sender} to ${recipient} ...`,
    acquired
      ? "              - PASS: Encryption verified successfully."
      : "              - FAIL: Failed to verify encryption.",
    "          Verifying IRM is enabled ...",
    "              - PASS: IRM verified successfully.",
    "",
    `          OVERALL RESULT: ${acquired ? "PASS" : "FAIL"}`,
  ].join("\r\n");
}

function configuration(state: TenantState): Readonly<Record<string, unknown>> {
  return runObjectCmdlet("Get-IRMConfiguration", {}, state)?.rows[0] ?? {};
}
