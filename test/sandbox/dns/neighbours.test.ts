import { createPublicKey, createVerify, sign } from "node:crypto";
import { SENDERS } from "../../../lib/senders/catalogue";
import { microsoftHosts } from "../../../sandbox/dns/microsoft";
import { senderHosts } from "../../../sandbox/dns/senders";
import { Microsoft } from "../../../sandbox/microsoft";
import { type NameServer, startNameServer } from "./name-server";

const microsoft = new Microsoft({
  tenants: [
    {
      tenantId: "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
      initialDomain: "contoso.onmicrosoft.com",
      domains: ["contoso.com", "tail-spin.com"],
    },
    {
      tenantId: "0a1b2c3d-5c3e-4a2b-9d8e-0f1a2b3c4d5e",
      initialDomain: "fabrikam.onmicrosoft.us",
      cloud: "gcc-high",
      domains: ["fabrikam.com"],
    },
  ],
  application: { clientId: "c0ffee00-1234-4cde-8f01-23456789abcd", clientSecret: "none" },
});

let server: NameServer;

beforeAll(async () => {
  server = await startNameServer([], microsoftHosts(microsoft), senderHosts());
});

afterAll(() => server.close());

describe("Microsoft's hosts", () => {
  test.each([
    "contoso-com.mail.protection.outlook.com",
    "contoso-com.n-v1.mx.microsoft",
    "tailspin-com01b.mail.protection.outlook.com",
    "fabrikam.mail.protection.office365.us",
    "autodiscover.outlook.com",
    "autodiscover.office365.us",
    "autodiscover-dod.office365.us",
    "autodiscover.partner.outlook.cn",
  ])("%s has an address of the documentation network", async (host) => {
    expect(await server.resolver.resolve4(host)).toEqual([expect.stringMatching(/^192\.0\.2\.\d+$/)]);
  });

  test("a mail host for a domain of no tenant does not exist", async () => {
    await expect(server.resolver.resolve4("northwind-com.mail.protection.outlook.com")).rejects.toThrow(
      "ENOTFOUND",
    );
  });

  test.each([
    "spf.protection.outlook.com",
    "spf.protection.office365.us",
    "spf.protection.partner.outlook.cn",
  ])("%s is an SPF record that costs one look-up", async (name) => {
    expect(await server.resolver.resolveTxt(name)).toEqual([["v=spf1 ip4:192.0.2.0/24 -all"]]);
  });

  test("a DKIM target has the public half of the key that signs", async () => {
    const [tenant] = microsoft.tenants.all();
    tenant?.dkim.add("contoso.com", {
      Domain: "contoso.com",
      Selector1CNAME: "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
      Selector2CNAME: "selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
      Selector1KeySize: 2048,
      Selector2KeySize: 1024,
    });
    for (const { target, privateKey, bits } of microsoft.dkimKeys("contoso.com")) {
      const [strings = []] = await server.resolver.resolveTxt(target);
      expect(strings.length).toBe(bits === 2048 ? 2 : 1);
      const p = /^v=DKIM1; k=rsa; p=([A-Za-z0-9+/=]+);$/.exec(strings.join(""))?.[1] ?? "";
      const key = createPublicKey({ key: Buffer.from(p, "base64"), format: "der", type: "spki" });
      expect(key.asymmetricKeyDetails?.modulusLength).toBe(bits);
      const signature = sign("sha256", Buffer.from("mail"), privateKey);
      expect(createVerify("sha256").update("mail").verify(key, signature)).toBe(true);
    }
  });
});

describe("senders", () => {
  const includes = [...SENDERS].flatMap(([name, { spf }]) =>
    spf.include === undefined || spf.include.includes("{") ? [] : [[name, spf.include] as const],
  );

  test.each(includes)("%s's include %s is an SPF record", async (_, include) => {
    expect(await server.resolver.resolveTxt(include)).toEqual([["v=spf1 ip4:192.0.2.0/24 ~all"]]);
  });

  test.each(["eu._netblocks.mimecast.com", "spf-00148503.pphosted.com", "123456.spf04.hubspotemail.net"])(
    "a templated include %s is one too",
    async (name) => {
      expect((await server.resolver.resolveTxt(name)).flat().join("")).toMatch(/^v=spf1 /);
    },
  );

  test.each([
    "dkim2.mcsv.net",
    "hirjd4exampled5477y22yd23ettobi2.dkim.amazonses.com",
    "s1.domainkey.u1234567.wl123.sendgrid.net",
    "b1.contoso-com.dkim.brevo.com",
  ])("the DKIM target %s has a key", async (name) => {
    expect((await server.resolver.resolveTxt(name)).flat().join("")).toMatch(/^v=DKIM1; k=rsa; p=MII/);
  });

  test("a bounce host resolves, and so does a feedback exchanger", async () => {
    expect(await server.resolver.resolve4("pm.mtasv.net")).toHaveLength(1);
    expect(await server.resolver.resolve4("feedback-smtp.eu-central-1.amazonses.com")).toHaveLength(1);
  });

  test("an include with a slip in it does not exist", async () => {
    await expect(server.resolver.resolveTxt("server.mcsv.net")).rejects.toThrow("ENOTFOUND");
  });
});
