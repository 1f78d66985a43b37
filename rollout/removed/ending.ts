import type { Result } from "../../lib/fault";
import { isMapping, type Mapping } from "../../lib/mapping";
import type { StateResource } from "./state";

/**
 * How a stack is brought to its end by a configuration that declares nothing of it: Terraform destroys what is in state
 * and not in the configuration.
 */
export interface Ending {
  /** Providers and backend, for what its state holds. */
  configure(resources: readonly StateResource[]): Promise<Result<Mapping>>;
  /** Must a resource outlive its stack? */
  protects(resource: StateResource): boolean;
  /** What Terraform lets go of, so that it stays in the world: nothing, what is protected, or all. */
  readonly release: "nothing" | "protected" | "all";
}

/** The parts of a configuration that a provider and a backend are configured by. */
const KEPT = ["terraform", "provider", "variable", "locals"] as const;

/** A stack's configuration without what it declares. */
export function withoutResources(configuration: Mapping): Mapping {
  return Object.fromEntries(
    KEPT.flatMap((key) => (configuration[key] === undefined ? [] : [[key, configuration[key]] as const])),
  );
}

/** A configuration that lets go of resources: they stay in the world, and leave the state. */
export function releasing(configuration: Mapping, addresses: readonly string[]): Mapping {
  if (addresses.length === 0) return configuration;
  const removed = [...new Set(addresses)].map((from) => ({ from, lifecycle: { destroy: false } }));
  return { ...configuration, removed };
}

/** The addresses of a configuration that Terraform refuses to destroy. */
export function protectedAddresses(configuration: Mapping): readonly string[] {
  return declaredIn(configuration)
    .filter(({ body }) => isProtected(body.lifecycle))
    .map(({ address }) => address);
}

/** The resources that a configuration declares. */
export function declaredIn(
  configuration: Mapping,
): readonly { readonly address: string; readonly body: Mapping }[] {
  const types = isMapping(configuration.resource) ? Object.entries(configuration.resource) : [];
  return types.flatMap(([type, named]) =>
    Object.entries(isMapping(named) ? named : {}).flatMap(([name, body]) =>
      isMapping(body) ? [{ address: `${type}.${name}`, body }] : [],
    ),
  );
}

function isProtected(lifecycle: unknown): boolean {
  const blocks = Array.isArray(lifecycle) ? lifecycle : [lifecycle];
  return blocks.some((block) => isMapping(block) && block.prevent_destroy === true);
}
