import { readFileSync } from "node:fs";
import { join } from "node:path";
import { synthesize } from "../../../stacks/synthesize";
import { temporaryFolder } from "../../support/temp";
import { estateOf, problemsOf } from "./memory-files";

const GUID = "11111111-1111-4111-8111-111111111111";
const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    exchange: managed
    credentials: { prefix: CONTOSO }
    identity: { breakGlass: { group: Emergency, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] } }
defaults: { zone: { cloudflare: { credentials: { prefix: DNS_EU } } } }
domains:
  contoso.com: { tenant: contoso, profile: exchange-online }
  contoso.net: { profile: parked, mx: none, zone: { azure: { resourceGroup: dns, subscriptionId: ${GUID}, credentials: { prefix: DNS } } } }
  contoso.org: { profile: parked, zone: { cloudflare: { credentials: { prefix: DNS_US } } } }
`;

/** How the providers of each stack are configured. */
async function providersOf(text: string) {
  const out = join(temporaryFolder(), "cdktf.out");
  const result = await synthesize({ estate: estateOf(text), out, tool: "a build" });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return Object.fromEntries(
    [...result.kinds.keys()].map((stack) => [
      stack,
      JSON.parse(readFileSync(join(out, "stacks", stack, "cdk.tf.json"), "utf8")).provider,
    ]),
  );
}

test("each provider's configuration names its prefix: m365 by a word of its own, others by a comment", async () => {
  const note = (credentials: string) => ({ "//": { credentials } });
  const azurerm = { features: [{}], resource_provider_registrations: "none", subscription_id: GUID };
  expect(await providersOf(ESTATE)).toEqual({
    "contoso.com": {
      cloudflare: [note("DNS_EU")],
      m365: [{ credentials_prefix: "CONTOSO", environment: "public" }],
    },
    "contoso.net": { azurerm: [{ ...note("DNS"), ...azurerm }] },
    "contoso.org": { cloudflare: [note("DNS_US")] },
    "tenant-contoso": { azuread: [{ ...note("CONTOSO"), environment: "global" }] },
  });
});

test("a prefix is one, and a secret in its place is not repeated", () => {
  const zone = (credentials: string) =>
    `version: 1\ndomains:\n  contoso.com: { profile: parked, zone: { cloudflare: { credentials: ${credentials} } } }\n`;
  const form =
    "expected capital letters, digits and underscores, such as CONTOSO for CONTOSO_CLOUDFLARE_API_TOKEN";
  expect(problemsOf(zone("{ prefix: contoso }"))).toEqual([
    `estate.yaml:3:80: domains["contoso.com"].zone.cloudflare.credentials.prefix: not of the form that belongs here, got "contoso"; ${form}`,
  ]);
  expect(problemsOf(zone("{ prefix: CONTOSO_ }")).join()).toContain(form);
  const secret = problemsOf(zone("{ prefix: CONTOSO, apiToken: wJalrXUtnFEMI }")).join("\n");
  expect(secret).toContain("a secret has no place in the estate");
  expect(secret).not.toContain("wJalr");
});
