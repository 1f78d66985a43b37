import { BLOCK } from "../../identity/coverage";
import { openSignIns } from "../../posture/facts/open-sign-ins";
import { tenantRule } from "../rule";

export const caLegacyAuthentication = tenantRule({
  id: "ca-legacy-authentication",
  reads: "policies",
  title: "legacy authentication is open",
  why: "Protocols that know only a user name and a password cannot ask for a second factor. Password spraying goes through them, whatever else the tenant demands.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.1.1v1"], cis: ["5.2.2.3"] },
  check(tenant) {
    const open = openSignIns(tenant, BLOCK, ({ space }) => space.among("client", LEGACY));
    if (!open) return [];
    return [
      {
        message: open.exemptOnly
          ? `legacy authentication is open at ${tenant.name} to some who are left out by name`
          : `legacy authentication is open at ${tenant.name}`,
        received: open.words,
        expected: "block for all users and the clients exchangeActiveSync and other",
        fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        ...(open.exemptOnly ? { level: "note" as const } : {}),
      },
    ];
  },
});

const LEGACY = ["easSupported", "easUnsupported", "other"];
