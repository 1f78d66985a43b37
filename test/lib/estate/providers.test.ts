import { readFileSync } from "node:fs";
import { join } from "node:path";
import { synthesize } from "../../../stacks/synthesize";
import { temporaryFolder } from "../../support/temp";
import { estateOf, problemsOf } from "./memory-files";

const estate = (providers: string) => `version: 1
${providers}
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, identity: { breakGlass: { group: Emergency, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] } } }
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} } }
  contoso.net: { profile: parked, mx: none, zone: { azure: { resourceGroup: dns } } }
`;

/** What each stack requires after a synth into a folder, and which of them were written. */
async function required(out: string, providers: string) {
  const result = await synthesize({ estate: estateOf(estate(providers)), out, tool: "a build" });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const of = (stack: string): unknown =>
    JSON.parse(readFileSync(join(out, "stacks", stack, "cdk.tf.json"), "utf8")).terraform.required_providers;
  const stacks = ["contoso.com", "contoso.net", "tenant-contoso"].map(of);
  return { written: [...result.written].sort(), stacks };
}

const CLOUDFLARE = "cloudflare/cloudflare";
/** As its bindings name it: without a namespace it is hashicorp. */
const AZURERM = "azurerm";
const AZUREAD = "hashicorp/azuread";

test("stacks require all versions that they are made for, or those of the estate, whose change makes them anew", async () => {
  const out = join(temporaryFolder(), "cdktf.out");
  const all = ["contoso.com", "contoso.net", "tenant-contoso"];
  const first = await required(out, "");
  expect(first.written).toEqual(all);
  expect(first.stacks).toEqual([
    { cloudflare: { source: CLOUDFLARE, version: ">= 5.14.0, < 6.0.0" } },
    { azurerm: { source: AZURERM, version: ">= 4.55.0, < 5.0.0" } },
    { azuread: { source: AZUREAD, version: ">= 3.7.0, < 4.0.0" } },
  ]);
  expect((await required(out, "")).written).toEqual([]);
  const own = await required(
    out,
    'providers: { cloudflare: "~>5.20,!=5.21", azuread: 3.9.0, azurerm: ">= 4.60, < 4.70" }',
  );
  expect(own.written).toEqual(all);
  expect(own.stacks).toEqual([
    { cloudflare: { source: CLOUDFLARE, version: "~> 5.20, != 5.21" } },
    { azurerm: { source: AZURERM, version: ">= 4.60, < 4.70" } },
    { azuread: { source: AZUREAD, version: "3.9.0" } },
  ]);
});

test("what is wrong is told all at once, with its place and what to write, beside the faults of domains", () => {
  const text = estate(
    'providers:\n  cloudflare: ">= 5.20"\n  azuread: 3.9\n  azurerm: latest\n  aws: "~> 6.0"',
  );
  expect(problemsOf(text.replace("parked", "parkt"))).toEqual([
    'estate.yaml:3:15: providers.cloudflare: allows versions of cloudflare/cloudflare that stacks are not made for, got ">= 5.20"; expected versions within >= 5.14.0, < 6.0.0; write ">= 5.20, < 6.0.0"',
    'estate.yaml:4:12: providers.azuread: text belongs here, got 3.9; expected text in quotes, such as "3.7.0"',
    'estate.yaml:5:12: providers.azurerm: no constraint of Terraform\'s for released versions, got "latest"; expected one such as "~> 4.55", "4.55.0" or ">= 4.55.0, < 5.0.0"',
    expect.stringMatching(/^estate\.yaml:6:3: providers\.aws: /),
    expect.stringMatching(/^estate\.yaml:10:\d+: domains\["contoso\.com"\]\.profile: /),
  ]);
});
