import { createPublicKey, createSign, createVerify } from "node:crypto";
import { parseDkimKey } from "../../../lib/mail/dkim";
import { isJson } from "../../../sandbox/http/answer";
import { DnsView, type Microsoft } from "../../../sandbox/microsoft";
import { CONTOSO, exchangeClient, LITWARE, microsoft, TENANTS, values } from "./tenants";

const newConfig = (domain: string) => ({ DomainName: domain, Enabled: false, KeySize: 1024 });

async function targets(cloud: Microsoft, tenant: string, domain: string) {
  const exchange = await exchangeClient(cloud, tenant);
  const [config] = values(await exchange("New-DkimSigningConfig", newConfig(domain)));
  return [config?.Selector1CNAME, config?.Selector2CNAME];
}

test.each([
  [CONTOSO, "contoso.com", "contoso-com._domainkey.contoso.onmicrosoft.com"],
  [CONTOSO, "my-company.co.uk", "mycompany-co-uk0e._domainkey.contoso.onmicrosoft.com"],
  [LITWARE, "litware.us", "litware-us._domainkey.litware.onmicrosoft.us"],
])("the DKIM targets of tenant %s's %s end in %s", async (tenant, domain, end) => {
  expect(await targets(microsoft(), tenant, domain)).toEqual([`selector1-${end}`, `selector2-${end}`]);
});

test("a tenant may have the newer DKIM targets", async () => {
  const tenants = TENANTS.map((tenant) =>
    tenant.tenantId === CONTOSO ? { ...tenant, partitions: { dkim: "n" } } : tenant,
  );
  expect((await targets(microsoft(tenants), CONTOSO, "contoso.com"))[0]).toBe(
    "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
  );
});

test("each tenant has its own domains, by id and by name in the path", async () => {
  const cloud = microsoft();
  const names = async (tenant: string, path: string) =>
    values(await (await exchangeClient(cloud, tenant))("Get-AcceptedDomain", {}, path)).map(
      ({ DomainName }) => DomainName,
    );
  expect(await names(LITWARE, "litware.us")).toEqual(["litware.onmicrosoft.us", "litware.us"]);
  expect(await names(CONTOSO, CONTOSO)).toEqual([
    "contoso.onmicrosoft.com",
    "contoso.com",
    "my-company.co.uk",
  ]);
});

test("the token of one tenant opens no other", async () => {
  const exchange = await exchangeClient(microsoft(), CONTOSO);
  expect(await exchange("Get-AcceptedDomain", {}, LITWARE)).toMatchObject({ status: 403 });
  expect(await exchange("Get-AcceptedDomain", {}, "tailspin.com")).toMatchObject({ status: 403 });
});

test("DKIM signs once both CNAMEs are in the public DNS", async () => {
  const published = new Map<string, string>();
  const dns = new DnsView({
    lookUp: (name, type) => (type === "CNAME" ? [published.get(name) ?? []].flat() : []),
  });
  const cloud = microsoft(TENANTS, dns);
  const exchange = await exchangeClient(cloud, CONTOSO);
  await exchange("New-DkimSigningConfig", newConfig("contoso.com"));
  const enable = () => exchange("Set-DkimSigningConfig", { Identity: "contoso.com", Enabled: true });
  const [selector1, selector2] = cloud.dkimSelectors();
  published.set("selector1._domainkey.contoso.com", String(selector1?.target));
  expect(await enable()).toMatchObject({ status: 400 });
  published.set("selector2._domainkey.contoso.com", String(selector2?.target));
  expect(await enable()).toMatchObject({ status: 200 });
});

describe("the keys by which Microsoft signs", () => {
  test("are real, published in a form that this project reads, and the same after a restart", async () => {
    const cloud = microsoft();
    await (await exchangeClient(cloud, CONTOSO))("New-DkimSigningConfig", newConfig("contoso.com"));
    const keys = cloud.dkimKeys("Contoso.com");
    expect(keys.map(({ selector, bits }) => `${selector} ${bits}`)).toEqual([
      "selector1 1024",
      "selector2 1024",
    ]);
    for (const { privateKey, publicKey } of keys) {
      const signature = createSign("sha256").update("mail").sign(privateKey);
      const spki = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
      expect(createVerify("sha256").update("mail").verify(spki, signature)).toBe(true);
      expect(parseDkimKey(`v=DKIM1; k=rsa; p=${publicKey}`)).toMatchObject({ ok: true });
    }
    const saved = JSON.parse(JSON.stringify(cloud.toWorld()));
    expect(microsoft(saved).dkimKeys("contoso.com")).toEqual(keys);
  });

  test("a rotation gives a new one to the selector that signs next, and leaves the other", async () => {
    const cloud = microsoft();
    const exchange = await exchangeClient(cloud, CONTOSO);
    await exchange("New-DkimSigningConfig", newConfig("contoso.com"));
    const before = cloud.dkimKeys("contoso.com");
    await exchange("Rotate-DkimSigningConfig", { Identity: "contoso.com", KeySize: 2048 });
    const after = cloud.dkimKeys("contoso.com");
    expect(after.map(({ bits }) => bits)).toEqual([1024, 2048]);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.publicKey).not.toBe(before[1]?.publicKey);
  });

  test("a domain without a config has none", () => {
    expect(microsoft().dkimKeys("contoso.com")).toEqual([]);
    expect(microsoft().dkimKeys("tailspin.com")).toEqual([]);
  });
});

test("what Exchange holds is saved and loaded", async () => {
  const cloud = microsoft();
  const exchange = await exchangeClient(cloud, CONTOSO);
  await exchange("New-InboundConnector", { Name: "Premises", SenderDomains: ["*"] });
  await exchange("Set-AcceptedDomain", { Identity: "contoso.com", DomainType: "InternalRelay" });
  const again = await exchangeClient(microsoft(JSON.parse(JSON.stringify(cloud.toWorld()))), CONTOSO);
  expect(values(await again("Get-InboundConnector"))).toMatchObject([
    { Name: "Premises", SenderDomains: ["smtp:*;1"] },
  ]);
  expect(values(await again("Get-AcceptedDomain", { Identity: "contoso.com" }))).toMatchObject([
    { DomainType: "InternalRelay" },
  ]);
  const unknown = await again("Get-DkimSigningConfig", { Identity: "contoso.com" });
  expect(unknown.status).toBe(404);
  expect(isJson(unknown.body.error) && unknown.body.error.code).toBe("NotFound");
});
