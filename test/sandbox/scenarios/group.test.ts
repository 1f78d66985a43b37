import { join } from "node:path";
import { openEstate } from "../../../cli/open-estate";
import type { Value } from "../../../lib/exchange/objects";
import { readPosture } from "../../../lib/posture/from-reading";
import { declaredPosture } from "../../../lib/posture/from-estate";
import { verifyTenant } from "../../../lib/posture/live-tenant";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules } from "../../../lib/rules/packs";
import type { ReadObject, TenantReading } from "../../../lib/tenant-reading/reading";
import { carryOut } from "../../../provider/reader/read";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { estateScenario } from "./scenario";

const ESTATE = join(EXAMPLES_FOLDER, "group/managed.yaml");

let group: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  group = await estateScenario(ESTATE);
});

afterAll(() => group.close());

/** The tenant as it is now, read as `verify --tenant` does. */
async function readContoso(): Promise<TenantReading> {
  const groups = ["sg-break-glass", "sg-password-reset"];
  const answer = await carryOut({ do: "read", groups }, { env: group.env });
  if (answer.is === "faults") throw new Error(JSON.stringify(answer.faults));
  return { ...answer.decoded, evidence: answer.evidence };
}

/** How a reading stands to the estate. */
function held(read: TenantReading) {
  const silent = { out: () => undefined, err: () => undefined, folder: EXAMPLES_FOLDER };
  const opened = openEstate(ESTATE, silent);
  if (!opened) throw new Error("the estate has problems");
  const { estate, declared } = opened;
  const name = "contoso";
  const posture = declaredPosture(estate, declared).tenants.find((one) => one.name === name);
  const plan = declared.tenants.find((one) => one.name === name)?.plan;
  if (!posture || !plan) throw new Error("the estate declares nothing");
  const at = (path: readonly (string | number)[]) => estate.locateTenant(name, path);
  return { posture, ...verifyTenant({ name, declared: posture, plan, read, today: "2026-11-28", at }) };
}

function verifyTenantPosture(read: TenantReading) {
  return held(read).live && readPosture(read, "contoso", { breakGlass: "sg-break-glass" });
}

/** Another value of the same type. */
function other(value: Value): Value {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return typeof value === "string" ? `${value} no more` : [...value, "somebody@fabrikam.com"];
}

const BREAK_GLASS = "azuread_group.BreakGlass";

describe("the group, with Exchange and sign-ins managed", () => {
  test("records that exist are taken over and changed in place; then there is nothing to do", async () => {
    const stack = group.stack("contoso.com");
    expect(group.records("contoso.com").filter((record) => record.includes("v=spf1"))).toEqual([
      'contoso.com 1 TXT "v=spf1 ip4:203.0.113.0/28 ip6:2001:db8:25::/64 include:spf.protection.outlook.com ?all"',
      'news.contoso.com 1 TXT "v=spf1 ?all"',
    ]);
    const planned = await stack.plan();
    expect(Object.entries(planned).filter(([, actions]) => actions !== "create")).toEqual([
      ["cloudflare_dns_record.Dmarc", "import,update"],
      ["cloudflare_dns_record.Spf", "import,update"],
      ["cloudflare_dns_record.news__Spf", "import,update"],
    ]);
    await stack.apply();
    expect(group.records("contoso.com").filter((record) => record.includes('TXT "v=spf1'))).toContain(
      'contoso.com 3600 TXT "v=spf1 ip4:203.0.113.0/28 ip6:2001:db8:25::/64 include:spf.protection.outlook.com -all"',
    );
    expect(await stack.plan()).toEqual({});
  });

  test("a domain in GCC High is signed for by its own tenant", async () => {
    const stack = group.stack("adatum.com");
    await stack.apply();
    const [, fabrikam] = group.cloud.world().tenants;
    expect(fabrikam?.objects?.dkim).toEqual([
      expect.objectContaining({ Domain: "adatum.com", Enabled: true }),
    ]);
    expect(await stack.plan()).toEqual({});
    await stack.destroy();
    expect(group.records("adatum.com")).toEqual([]);
  });

  test("a tenant's stack makes break-glass, password reset, locations and policies in report-only", async () => {
    const stack = group.stack("tenant-contoso");
    await stack.apply();
    expect(await stack.plan()).toEqual({});
    const [contoso] = group.cloud.world().tenants;
    expect(contoso?.groups).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          displayName: "sg-break-glass",
          members: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
        }),
      ]),
    );
    expect(JSON.stringify(contoso?.objects)).not.toContain('"state":"enabled"');
  });

  test("CISA's baseline deployed is what the tenant shows, and each value that somebody changes is found", async () => {
    const stack = group.stack("exchange-contoso");
    await stack.apply();
    const reading = await readContoso();
    const { posture, live, posture: declared } = held(reading);
    console.log(JSON.stringify(live.things.filter(({ status }) => status !== "ok"), undefined, 1), live.things.length);
    const observed = { source: "observed" as const, domains: [], tenants: [held(reading).posture], outside: [] };
    console.log(JSON.stringify(evaluate({ ...observed, tenants: [verifyTenantPosture(reading)] }, packRules(["scuba"])).map((f) => [f.rule, f.message, f.received]), undefined, 1));
    void posture; void declared;
  });

  test("no destroy takes the break-glass group away", async () => {
    const { code, printed } = await group
      .stack("tenant-contoso")
      .run("destroy", "-auto-approve", "-no-color");
    expect([code, printed]).toEqual([1, expect.stringContaining(BREAK_GLASS)]);
    expect(printed).toContain("lifecycle.prevent_destroy");
  });
});
