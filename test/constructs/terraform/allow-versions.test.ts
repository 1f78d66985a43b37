import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { M365Provider } from "../../../constructs/exchange/m365/provider";
import { allowVersions } from "../../../constructs/terraform/allow-versions";
import { temporaryFolder } from "../../support/temp";

const stackOf = () => new TerraformStack(new App({ outdir: temporaryFolder() }), "own");
const requiredBy = (stack: TerraformStack): unknown =>
  JSON.parse(Testing.synth(stack)).terraform.required_providers;

test("a provider of a program's own takes all versions that stacks are made for, or those that are named", () => {
  const stack = stackOf();
  allowVersions(new CloudflareProvider(stack, "Cloudflare"));
  allowVersions(new AzureadProvider(stack, "Azuread"), "~> 3.9");
  expect(requiredBy(stack)).toEqual({
    cloudflare: { source: "cloudflare/cloudflare", version: ">= 5.14.0, < 6.0.0" },
    azuread: { source: "hashicorp/azuread", version: "~> 3.9" },
  });
});

test("others, and versions that stacks are not made for, are refused", () => {
  const stack = stackOf();
  expect(() => allowVersions(new M365Provider(stack, "M365"))).toThrow(
    "allowVersions: provider: not a provider whose versions are known, got m365; expected cloudflare, azuread, azurerm",
  );
  const provider = new CloudflareProvider(stack, "Cloudflare");
  expect(() => allowVersions(provider, "~> 6.0")).toThrow(
    'versions of provider cloudflare: allows versions of cloudflare/cloudflare that stacks are not made for, got "~> 6.0"; expected versions within >= 5.14.0, < 6.0.0',
  );
  for (const given of [undefined, null, "cloudflare", {}, { terraformResourceType: "cloudflare" }])
    expect(() => Reflect.apply(allowVersions, undefined, [given])).toThrow("allowVersions: provider: ");
  expect(() => Reflect.apply(allowVersions, undefined, [provider, 5.2])).toThrow(
    "allowVersions: versions: text belongs here, got 5.2; expected text",
  );
  expect(requiredBy(stack)).toMatchObject({ cloudflare: { version: "5.14.0" } });
});
