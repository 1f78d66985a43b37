import { Resolver } from "node:dns/promises";
import { dkimSign } from "mailauth/lib/dkim/sign";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { isJson, readJson } from "../../../sandbox/http/answer";

const TENANT = "7d6b1f0a-5c3e-4a2b-9d8e-0f1a2b3c4d5e";
const MAIL = ["From: ada@contoso.com", "To: lee@fabrikam.com", "Subject: keys", "", "Signed.", ""].join(
  "\r\n",
);

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({
    world: {
      zones: [{ name: "contoso.com" }],
      tenants: [{ tenantId: TENANT, initialDomain: "contoso.onmicrosoft.com", domains: ["contoso.com"] }],
    },
    dnsLag: 2,
  });
});

afterAll(() => cloud.close());

async function cmdlet(name: string, parameters: object): Promise<{ ok: boolean; text: string }> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: cloud.env.ARM_CLIENT_ID ?? "",
    client_secret: cloud.env.ARM_CLIENT_SECRET ?? "",
    scope: "https://outlook.office365.com/.default",
  });
  const login = await fetch(`${cloud.endpoints.login}/${TENANT}/oauth2/v2.0/token`, {
    method: "POST",
    body: form,
  });
  const { access_token } = readJson(await login.text());
  const response = await fetch(`${cloud.endpoints.exchange}/adminapi/beta/${TENANT}/InvokeCommand`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "x-anchormailbox": "UPN:admin@contoso.com" },
    body: JSON.stringify({ CmdletInput: { CmdletName: name, Parameters: parameters } }),
  });
  return { ok: response.ok, text: await response.text() };
}

async function publish(name: string, content: string): Promise<void> {
  const [zone] = cloud.world().zones;
  const response = await fetch(`${cloud.endpoints.cloudflare}/zones/${zone?.id}/dns_records`, {
    method: "POST",
    headers: { authorization: `Bearer ${cloud.env.CLOUDFLARE_API_TOKEN}` },
    body: JSON.stringify({ type: "CNAME", name, content, ttl: 3600 }),
  });
  expect(response.ok).toBe(true);
}

const resolve = (name: string): Promise<string[][]> => {
  const resolver = new Resolver({ timeout: 20_000 });
  resolver.setServers([cloud.endpoints.dns]);
  return resolver.resolveTxt(name);
};

test("mail signed with Microsoft's key passes once the zone points to it, and Exchange enables signing then", async () => {
  expect(
    await cmdlet("New-DkimSigningConfig", { DomainName: "contoso.com", Enabled: false, KeySize: 2048 }),
  ).toMatchObject({ ok: true });
  const enable = () => cmdlet("Set-DkimSigningConfig", { Identity: "contoso.com", Enabled: true });
  expect(await enable()).toMatchObject({
    ok: false,
    text: expect.stringContaining("CNAME record does not exist"),
  });

  const response = await fetch(`${cloud.endpoints.control}/dkim/contoso.com`);
  const keys: unknown = await response.json();
  const selectors = (Array.isArray(keys) ? keys : []).filter(isJson);
  expect(selectors).toHaveLength(2);
  for (const { selector, target } of selectors)
    await publish(`${selector}._domainkey.contoso.com`, String(target));

  // Two looks in vain, at each of both names; a look ends at the first that is missing.
  const looks = [];
  for (let look = 0; look < 5; look += 1) looks.push((await enable()).ok);
  expect(looks).toContain(false);
  expect(looks.at(-1)).toBe(true);

  for (const { selector, privateKey } of selectors) {
    const signer = {
      signingDomain: "contoso.com",
      selector: String(selector),
      privateKey: String(privateKey),
      algorithm: "rsa-sha256",
    };
    // mailauth's types want the signer beside the list, its code reads the list alone.
    const signed = await dkimSign(MAIL, { ...signer, signatureData: [signer] });
    const { results } = await dkimVerify(signed.signatures + MAIL, { resolver: resolve });
    expect(results).toMatchObject([{ signingDomain: "contoso.com", selector, status: { result: "pass" } }]);
  }
});
