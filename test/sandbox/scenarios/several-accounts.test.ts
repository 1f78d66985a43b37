import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rolloutScenario } from "./rollout";

const group = (domain: string) =>
  `breakGlass: { group: sg-break-glass, users: [bg1@${domain}, bg2@${domain}] }`;
const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    credentials: { prefix: CONTOSO }
    exchange: managed
    identity: { ${group("contoso.onmicrosoft.com")} }
  fabrikam:
    initialDomain: fabrikam.onmicrosoft.com
    credentials: { prefix: FABRIKAM }
    exchange: { managed: true, protection: { externalInOutlook: { enabled: true } } }
    identity: { ${group("fabrikam.onmicrosoft.com")} }
defaults:
  zone: { cloudflare: { credentials: { prefix: FABRIKAM } } }
domains:
  # The zone is Fabrikam's, the mailboxes are Contoso's; and those of a subdomain Fabrikam's.
  contoso.com:
    tenant: contoso
    profile: exchange-online
    subdomains: { news: { tenant: fabrikam, profile: exchange-online } }
  contoso.net: { profile: parked, zone: { cloudflare: { credentials: { prefix: CONTOSO } } } }
  fabrikam.com: { profile: parked }
`;

let clouds: Awaited<ReturnType<typeof rolloutScenario>>;

beforeAll(async () => {
  clouds = await rolloutScenario(ESTATE);
});

afterAll(() => clouds.close());

test("each zone and tenant is opened by its own account's credentials, and nothing tells them", async () => {
  const { env } = clouds;
  const prefixed = Object.keys(env).filter((name) => /^(CONTOSO|FABRIKAM)_/.test(name));
  expect(prefixed.sort()).toEqual(
    ["CONTOSO", "FABRIKAM"].flatMap((prefix) =>
      ["ARM_CLIENT_ID", "ARM_CLIENT_SECRET", "ARM_TENANT_ID", "CLOUDFLARE_API_TOKEN"].map(
        (name) => `${prefix}_${name}`,
      ),
    ),
  );
  // Without a prefix nothing of them is open.
  const usual = { CLOUDFLARE_API_TOKEN: env.CLOUDFLARE_API_TOKEN, ARM_CLIENT_SECRET: env.ARM_CLIENT_SECRET };
  const without = Object.fromEntries(prefixed.map((name) => [name, undefined]));
  const refused = await clouds.runIn(without, "deploy", "estate.yaml", "--yes");
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain(
    "CONTOSO_CLOUDFLARE_API_TOKEN is not set, nor CONTOSO_CLOUDFLARE_API_KEY with CONTOSO_CLOUDFLARE_EMAIL: needed for contoso.net\n",
  );
  const wrong = { FABRIKAM_CLOUDFLARE_API_TOKEN: usual.CLOUDFLARE_API_TOKEN };
  const foreign = await clouds.runIn(wrong, "plan", "estate.yaml", "-d", "fabrikam.com");
  expect(foreign.code).toBe(1);

  const deployed = await clouds.run("deploy", "--yes");
  expect([deployed.code, deployed.out]).toEqual([0, expect.stringContaining("6 applied")]);
  const targets = clouds.records("contoso.com").filter((record) => record.startsWith("selector1."));
  expect(targets).toEqual([
    expect.stringMatching(/^selector1\._domainkey\.contoso\.com .*\.contoso\./),
    expect.stringMatching(/^selector1\._domainkey\.news\.contoso\.com .*\.fabrikam\./),
  ]);
  expect((await clouds.run("plan", "--detailed-exitcode")).code).toBe(0);

  const secrets = Object.entries(env).flatMap(([name, value]) =>
    /(?:API_TOKEN|CLIENT_SECRET)$/.test(name) && value ? [value] : [],
  );
  const configurations = ["contoso.com", "contoso.net", "tenant-contoso", "exchange-fabrikam"].map((stack) =>
    readFileSync(join(clouds.rolledOut, "stacks", stack, "cdk.tf.json"), "utf8"),
  );
  for (const text of [...configurations, deployed.out, deployed.err]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }

  // What has left the estate is opened by what its last configuration says.
  clouds.write(ESTATE.replace(/ {2}fabrikam\.com:.*\n/, ""));
  const removed = await clouds.run(
    "destroy",
    ...["--orphans", "--yes"],
    ...["spf-removed", "dmarc-weakened"].flatMap((limit) => ["--allow", `${limit}=fabrikam.com`]),
  );
  expect([removed.code, clouds.records("fabrikam.com")]).toEqual([0, []]);
}, 120_000);
