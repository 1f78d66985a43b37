import { join } from "node:path";
import { openEstate } from "../../../cli/open-estate";
import { objectFacts, type Value } from "../../../lib/exchange/objects";
import { declaredPosture } from "../../../lib/posture/from-estate";
import { readPosture } from "../../../lib/posture/from-reading";
import { compareTenant, verifyTenant } from "../../../lib/posture/live-tenant";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules } from "../../../lib/rules/packs";
import type { TenantReading } from "../../../lib/tenant-reading/reading";
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

/** What the estate declares of the tenant. */
function declaredContoso() {
  const silent = { out: () => undefined, err: () => undefined, folder: EXAMPLES_FOLDER };
  const opened = openEstate(ESTATE, silent);
  if (!opened) throw new Error("the estate has problems");
  const { estate, declared } = opened;
  const posture = declaredPosture(estate, declared).tenants.find(({ name }) => name === "contoso");
  const plan = declared.tenants.find(({ name }) => name === "contoso")?.plan;
  if (!posture || !plan) throw new Error("the estate declares nothing");
  const at = (path: readonly (string | number)[]) => estate.locateTenant("contoso", path);
  return { name: "contoso", declared: posture, plan, today: "2026-11-28", at };
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
    const read = await readContoso();
    const contoso = declaredContoso();
    const { live, posture } = verifyTenant({ ...contoso, read });
    expect(live.things.filter(({ status }) => status !== "ok")).toEqual([
      expect.objectContaining({
        status: "drift",
        says: expect.stringContaining("Nobody is enabled: 0 of 2 members enabled"),
      }),
    ]);
    const observed = { source: "observed" as const, domains: [], tenants: [posture], outside: [] };
    const found = evaluate(observed, packRules(["scuba"])).map(({ rule }) => rule);
    // Policies are in report-only, domains have stacks of their own, and the estate says nothing of lost data and old logs.
    const elsewhere = /^(?!exchange-)|^exchange-(?:dkim|data-loss|audit-kept)/;
    expect(found.filter((rule) => !elsewhere.test(rule))).toEqual([]);

    const objects = contoso.declared.exchange?.objects ?? [];
    const unseen = objects.flatMap(({ kind, name, values }) =>
      Object.entries(values).flatMap(([attribute, value]) => {
        if (attribute === "name" || attribute === objectFacts(kind).key) return [];
        const changed = read.objects.map((one) =>
          one.kind === kind && (one.name === name || objectFacts(kind).singleton)
            ? { ...one, values: { ...one.values, [attribute]: other(value) } }
            : one,
        );
        const things = compareTenant(contoso.declared, readPosture({ ...read, objects: changed }, "contoso"));
        const isSeen = things.some(
          ({ status, differences }) =>
            status === "drift" && differences.some((one) => one.attribute === attribute),
        );
        return isSeen ? [] : [`${kind} ${name} ${attribute}`];
      }),
    );
    expect(unseen).toEqual([]);
    expect(objects.length).toBeGreaterThan(10);
  });

  test("no destroy takes the break-glass group away", async () => {
    const { code, printed } = await group
      .stack("tenant-contoso")
      .run("destroy", "-auto-approve", "-no-color");
    expect([code, printed]).toEqual([1, expect.stringContaining(BREAK_GLASS)]);
    expect(printed).toContain("lifecycle.prevent_destroy");
  });
});
