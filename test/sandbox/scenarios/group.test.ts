import { join } from "node:path";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { estateScenario } from "./scenario";

let group: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  group = await estateScenario(join(EXAMPLES_FOLDER, "group/managed.yaml"));
});

afterAll(() => group.close());

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

  test("no destroy takes the break-glass group away", async () => {
    const { code, printed } = await group
      .stack("tenant-contoso")
      .run("destroy", "-auto-approve", "-no-color");
    expect([code, printed]).toEqual([1, expect.stringContaining(BREAK_GLASS)]);
    expect(printed).toContain("lifecycle.prevent_destroy");
  });
});
