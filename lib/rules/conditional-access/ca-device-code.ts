import { BLOCK } from "../../identity/coverage";
import { openSignIns } from "../../posture/facts/open-sign-ins";
import { fixByPolicy } from "../../posture/facts/security-defaults";
import { tenantRule } from "../rule";

export const caDeviceCode = tenantRule({
  id: "ca-device-code",
  reads: "policies",
  title: "the device code flow is open",
  why: "An attacker starts a sign-in, sends its code to a victim, and gets the victim's tokens when the code is typed in at the genuine page, second factor included. Few organisations need the flow.",
  level: "note",
  sources: [],
  controls: { scuba: ["MS.AAD.3.9v1"], cis: ["5.2.2.12"] },
  check(tenant) {
    const open = openSignIns(tenant, BLOCK, ({ space }) =>
      space.among("authentication flow", ["deviceCodeFlow"]),
    );
    // Rooms and devices that need the flow are left out by name.
    if (!open || open.exemptOnly) return [];
    return [
      {
        message: `the device code flow is open at ${tenant.name}`,
        received: open.words,
        expected: "block for all users and the flow deviceCodeFlow",
        ...fixByPolicy(
          tenant,
          "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
        ),
      },
    ];
  },
});
