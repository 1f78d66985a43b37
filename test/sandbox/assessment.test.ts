import { compareTenant } from "../../lib/posture/live-tenant";
import { readPosture } from "../../lib/posture/from-reading";
import { evaluate } from "../../lib/rules/evaluate";
import { notJudged } from "../../lib/rules/not-judged";
import { packRules } from "../../lib/rules/packs";
import type { TenantReading } from "../../lib/tenant-reading/reading";
import { carryOut } from "../../provider/reader/read";
import { startCloud } from "../../sandbox/cloud/cloud";

async function readingOf(env: NodeJS.ProcessEnv): Promise<TenantReading> {
  const answer = await carryOut({ do: "read" }, { env });
  if (answer.is === "faults") throw new Error(JSON.stringify(answer.faults));
  return { ...answer.decoded, evidence: answer.evidence };
}

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
    const reading = await readingOf(cloud.env);
    const tenant = readPosture(reading, "contoso");
    const posture = { source: "observed" as const, domains: [], tenants: [tenant], outside: [] };
    const findings = evaluate(posture, packRules(["scuba"]));
    console.log(findings.map((f) => `${f.level} ${f.rule} ${f.message}; ${f.received}`).join("\n"));
    console.log(notJudged(posture, ["scuba"]).filter((n) => n.lost || n.why || n.tenants).map((n) => `${n.control} ${n.part} ${n.why} ${n.lost}`).join("\n"));
    console.log(JSON.stringify(tenant.notRead, undefined, 1));
    console.log(compareTenant({ name: "contoso", where: {} }, tenant).map((t) => `${t.status} ${t.what}`).join("\n"));
    console.log(tenant.mailDomains, tenant.lacks, Object.keys(reading.evidence.answers).length);
  } finally {
    await cloud.close();
  }
});
