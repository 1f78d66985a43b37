import { temporaryFolder } from "../../support/temp";
import { type Scenario, scenario } from "./scenario";

const DOMAINS = ["contoso.com", "wingtiptoys.com", "tailspintoys.com", "treyresearch.net"] as const;
const MX_HOST = "contoso-com.j-v1.mx.microsoft";

let program: Scenario & { close(): Promise<void> };

beforeAll(async () => {
  const out = temporaryFolder();
  process.env.CDKTF_OUTDIR = out;
  try {
    jest.isolateModules(() => require("../../../examples/typescript/main"));
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  const zones = DOMAINS.map((name) =>
    name === "contoso.com" ? { name, id: "5f0a1c7d3be94286a70d9e4c12b8f635" } : { name },
  );
  program = await scenario(out, { zones, tenants: [] });
});

afterAll(() => program.close());

describe("the program in TypeScript", () => {
  test("its stacks are applied, one with a value that only the operator knows, and nothing is left to do", async () => {
    const [head, ...brands] = DOMAINS.map((name) => program.stack(name));
    await head?.apply(`-var=mx_host=${MX_HOST}`);
    expect(program.records("contoso.com")).toContain(`contoso.com 3600 MX 0 ${MX_HOST}`);
    expect(await head?.plan(`-var=mx_host=${MX_HOST}`)).toEqual({});
    for (const brand of brands) await brand.apply();
    expect(program.records("treyresearch.net")).toContain(
      "selector1._domainkey.treyresearch.net 3600 CNAME selector1-treyresearch-net._domainkey.contoso.g-v1.dkim.mail.microsoft",
    );
    expect(await Promise.all(brands.map((brand) => brand.plan()))).toEqual([{}, {}, {}]);
  });

  test("another value of the operator's changes the MX in place", async () => {
    expect(await program.stack("contoso.com").plan("-var=mx_host=contoso-com.k-v1.mx.microsoft")).toEqual({
      "cloudflare_dns_record.Mx": "update",
    });
  });

  test("destroyed, it leaves empty zones", async () => {
    await program.stack("contoso.com").ok("destroy", "-auto-approve", `-var=mx_host=${MX_HOST}`);
    await program.stack("wingtiptoys.com").destroy();
    expect([program.records("contoso.com"), program.records("wingtiptoys.com")]).toEqual([[], []]);
  });
});
