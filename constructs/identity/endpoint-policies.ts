import type { Construct } from "constructs";
import type { EndpointsOptions } from "../../lib/identity/options";
import { M365DeviceCredsspPolicy } from "../exchange/bindings";
import { literal, literalOrReference } from "../terraform/text";
import type { Directory } from "./directory";

/** Are there groups whose devices Intune is to tell something? */
export function assignsToDevices({ credssp }: EndpointsOptions = {}): boolean {
  return credssp?.groups !== undefined;
}

/** Policies of Intune, by provider m365, for the devices of groups that are found by name. */
export function addEndpointPolicies(
  scope: Construct,
  { credssp }: EndpointsOptions,
  directory: Directory,
): void {
  if (!credssp?.groups) return;
  const { protection, groups } = credssp;
  new M365DeviceCredsspPolicy(scope, "CredSsp", {
    name: literal(`CredSSP: ${protection}`),
    protection,
    groupIds: groups.map((name) => literalOrReference(directory.group(name))),
    // Another level is another policy: devices keep the old one until the new one is there.
    lifecycle: { createBeforeDestroy: true },
  });
}
