import type { TerraformProvider } from "cdktf";
import { FaultError, shown, unwrap } from "../../lib/fault";
import { isProviderName, PROVIDERS, versionConstraint } from "../../lib/provider-versions";
import { isTerraformProvider } from "./elements";

/**
 * Lets a stack take more than the one version of a provider that its bindings were made from; which of them it is, the
 * stack's lock file says. Stacks of this package have that already: it is for providers that programs add themselves.
 * @param provider cloudflare, azuread or azurerm
 * @param versions Terraform's constraint, e.g. `~> 5.20`. @default all versions that stacks are made for
 * @throws FaultError for a constraint that is none or allows others, and for other providers
 */
export function allowVersions(provider: TerraformProvider, versions?: string): void {
  const name: unknown = isTerraformProvider(provider) ? provider.terraformResourceType : undefined;
  if (typeof name !== "string" || !isProviderName(name)) {
    throw new FaultError("allowVersions", [
      {
        path: ["provider"],
        message: "not a provider whose versions are known",
        received: typeof name === "string" ? name : shown(provider),
        expected: Object.keys(PROVIDERS).join(", "),
      },
    ]);
  }
  if (versions !== undefined && typeof versions !== "string") {
    throw new FaultError("allowVersions", [
      { path: ["versions"], message: "text belongs here", received: shown(versions), expected: "text" },
    ]);
  }
  const constraint = unwrap(`versions of provider ${name}`, versionConstraint(name, versions));
  // What cdktf writes as the version that is required; it has no other place for it.
  Object.assign(provider, {
    terraformGeneratorMetadata: { ...provider.terraformGeneratorMetadata, providerVersion: constraint },
  });
}
