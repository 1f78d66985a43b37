import { arch, platform } from "node:process";

/** A provider that stacks require and the sandbox has a stand-in for. */
export interface WantedProvider {
  readonly namespace: string;
  readonly type: string;
  /** The version that the bindings were made from: stacks require exactly it. */
  readonly version: string;
}

export const WANTED: readonly WantedProvider[] = [
  { namespace: "cloudflare", type: "cloudflare", version: "5.14.0" },
  { namespace: "hashicorp", type: "azuread", version: "3.7.0" },
];

/** The hosts that Terraform and OpenTofu take a source without a host to mean. */
export const REGISTRIES = ["registry.terraform.io", "registry.opentofu.org"] as const;

/** This machine as Terraform calls it, e.g. `linux_amd64`. */
export const PLATFORM = `${platform}_${{ x64: "amd64", ia32: "386" }[arch as string] ?? arch}`;

/** `cloudflare/cloudflare 5.14.0` */
export function describe({ namespace, type, version }: WantedProvider): string {
  return `${namespace}/${type} ${version}`;
}
