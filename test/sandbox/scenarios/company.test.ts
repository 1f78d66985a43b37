import { join } from "node:path";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { estateScenario } from "./scenario";

/** What the zones hold that is nobody's business here, and stays. */
const WEBSITE = { type: "A", name: "www.contoso.com", content: "192.0.2.80", proxied: true };

let company: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  company = await estateScenario(join(EXAMPLES_FOLDER, "company/estate.yaml"), ({ zones, tenants }) => ({
    zones: zones.map((zone) => (zone.name === "contoso.com" ? { ...zone, records: [WEBSITE] } : zone)),
    tenants,
  }));
});

afterAll(() => company.close());

describe("the company", () => {
  test("its stacks are applied, and a second plan is empty", async () => {
    const stacks = ["contoso.com", "contoso-shop.example", "contoso-ag.example"].map((name) =>
      company.stack(name),
    );
    for (const stack of stacks) await stack.apply();
    expect(company.records("contoso-ag.example")).toEqual([
      '_dmarc.contoso-ag.example 3600 TXT "v=DMARC1; p=reject; sp=reject; rua=mailto:dmarc@contoso.com;"',
      "contoso-ag.example 3600 MX 0 .",
      'contoso-ag.example 3600 TXT "v=spf1 -all"',
    ]);
    expect(company.records("contoso.com")).toContain(
      "contoso.com 3600 MX 0 contoso-com.mail.protection.outlook.com",
    );
    expect(await Promise.all(stacks.map((stack) => stack.plan()))).toEqual([{}, {}, {}]);
  });

  test("what is changed behind Terraform's back is seen and fixed", async () => {
    await company.patchRecord("contoso.com", "_dmarc.contoso.com", "TXT", { content: '"v=DMARC1; p=none"' });
    await company.deleteRecord("contoso.com", "contoso.com", "MX");
    const stack = company.stack("contoso.com");
    expect(await stack.plan()).toEqual({
      "cloudflare_dns_record.Dmarc": "update",
      "cloudflare_dns_record.Mx": "create",
    });
    await stack.apply();
    expect(await stack.plan()).toEqual({});
  });

  test("destroyed, it leaves every zone as it was", async () => {
    for (const name of ["contoso.com", "contoso-shop.example", "contoso-ag.example"])
      await company.stack(name).destroy();
    expect(
      company.cloud.world().zones.map(({ name, records = [] }) => [name, records.map((each) => each.name)]),
    ).toEqual([
      ["contoso-ag.example", []],
      ["contoso-shop.example", []],
      ["contoso.com", ["www.contoso.com"]],
    ]);
    expect(company.cloud.world().objects?.workers).toEqual({ scripts: [], domains: [], routes: [] });
  });
});
