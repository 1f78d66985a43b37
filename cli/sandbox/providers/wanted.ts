import { arch, platform } from "node:process";
import {
  lowestVersion,
  PROVIDERS,
  type ProviderName,
  type ProviderVersions,
  versionConstraint,
} from "../../../lib/provider-versions";

/** A provider's package: its name and version. */
export interface ProviderPackage {
  readonly namespace: string;
  readonly type: string;
  readonly version: string;
}

/** A provider that stacks require and the sandbox has a stand-in for. */
export interface WantedProvider extends ProviderPackage {
  /** Terraform's constraint: which versions will do. */
  readonly constraint: string;
  /** The lowest of them, which a stand-in takes the place of. */
  readonly version: string;
}

/** Those that have stand-ins. */
const TYPES: readonly ProviderName[] = ["cloudflare", "azuread"];

/** The providers that a sandbox has, in versions that an estate allows. */
export function wantedProviders(versions: ProviderVersions = {}): readonly WantedProvider[] {
  return TYPES.map((type) => {
    const { source, from } = PROVIDERS[type];
    const [namespace = ""] = source.split("/");
    const read = versionConstraint(type, versions[type]);
    const constraint = read.ok ? read.value : from;
    return { namespace, type, constraint, version: lowestVersion(constraint) ?? from };
  });
}

/** The hosts that Terraform and OpenTofu take a source without a host to mean. */
export const REGISTRIES = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** This machine as Terraform calls it, e.g. `linux_amd64`. */
export const PLATFORM = `${platform}_${{ x64: "amd64", ia32: "386" }[arch as string] ?? arch}`;

/** `cloudflare/cloudflare 5.14.0` */
export function describe({ namespace, type, version }: ProviderPackage): string {
  return `${namespace}/${type} ${version}`;
}
