import { readPosture } from "../../lib/posture/from-reading";
import { compareTenant } from "../../lib/posture/live-tenant";
import { evaluate } from "../../lib/rules/evaluate";
import { notJudged } from "../../lib/rules/not-judged";
import { packRules } from "../../lib/rules/packs";
import { carryOut } from "../../provider/reader/read";
import { startCloud } from "../../sandbox/cloud/cloud";

test("an untouched tenant is found wanting by CISA's list, and nothing of it is passed over", async () => {
  const cloud = await startCloud({
    world: {
      zones: [],
      tenants: [
        {
          tenantId: "11111111-1111-4111-8111-111111111111",
          initialDomain: "contoso.onmicrosoft.com",
          domains: ["contoso.com"],
        },
      ],
    },
  });
  try {
    const answer = await carryOut({ do: "read" }, { env: cloud.env });
    if (answer.is === "faults") throw new Error(JSON.stringify(answer.faults));
    const tenant = readPosture({ ...answer.decoded, evidence: answer.evidence }, "contoso");
    const posture = { source: "observed" as const, domains: [], tenants: [tenant], outside: [] };
    const found = evaluate(posture, packRules(["scuba"])).map(({ rule }) => rule);
    // Microsoft's defaults, held to CISA's baselines of August 2026.
    expect([...new Set(found)].sort()).toEqual(
      expect.arrayContaining([
        "ca-admins-phishable",
        "ca-device-code",
        "ca-legacy-authentication",
        "ca-scuba-policy",
        "ca-users-without-mfa",
        "exchange-calendars-shared",
        "exchange-data-loss-idle",
        "exchange-data-loss-kinds",
        "exchange-dkim-off",
        "exchange-outside-untagged",
        "exchange-remote-forwarding",
        "exchange-smtp-auth",
      ]),
    );
    // What Microsoft has as CISA asks: nothing is found for its own sake.
    expect(
      found.filter((rule) => /audit-log-off|mailbox-audit|zap-off|alert-off|safe-list/.test(rule)),
    ).toEqual([]);
    const open = notJudged(posture, ["scuba"]);
    expect(open.filter(({ lost }) => lost)).toEqual([]);
    // The tenant has no licence but Exchange Online's: what another would bring is named.
    expect(open.filter(({ tenants }) => tenants).map(({ control }) => control)).toEqual(
      expect.arrayContaining(["MS.SECURITYSUITE.1.4v1", "MS.SECURITYSUITE.2.2v1", "MS.SECURITYSUITE.7.1v1"]),
    );
    expect(tenant.notRead).toEqual([]);
    // Nothing of Microsoft's own passes for what somebody added.
    expect(compareTenant({ name: "contoso", where: {} }, tenant)).toEqual([]);
  } finally {
    await cloud.close();
  }
});
