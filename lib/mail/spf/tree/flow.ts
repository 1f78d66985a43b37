import type { AddressSet } from "../../../dns/address-set";
import type { SpfLimits } from "../check/limits";
import type { SpfResult } from "../check/trace";

/** Clients that have come equally far at equal cost. */
export interface Flow {
  readonly lookups: number;
  readonly voids: number;
  readonly addresses: AddressSet;
}

/** Clients by the result they come to. */
export class Basin {
  private readonly flows = new Map<SpfResult, readonly Flow[]>();

  /** These come to `result`. */
  take(result: SpfResult, flows: readonly Flow[]): void {
    this.flows.set(result, joined([...this.of(result), ...flows]));
  }

  /** Those that came to one of the results. */
  of(...results: readonly SpfResult[]): readonly Flow[] {
    return results.flatMap((result) => this.flows.get(result) ?? []);
  }

  /** Adds to what clients have spent; those beyond a limit come to permerror. @returns those within */
  spend(
    flows: readonly Flow[],
    { lookups = 0, voids = 0 }: { readonly lookups?: number; readonly voids?: number },
    limits: SpfLimits,
  ): readonly Flow[] {
    const spent = flows.map((flow) => ({
      ...flow,
      lookups: flow.lookups + lookups,
      voids: flow.voids + voids,
    }));
    const within = (flow: Flow) => flow.lookups <= limits.lookups && flow.voids <= limits.voids;
    this.take(
      "permerror",
      spent.filter((flow) => !within(flow)),
    );
    return spent.filter(within);
  }
}

/** Those of the clients that are among `addresses`, and the others. */
export function parted(
  flows: readonly Flow[],
  addresses: AddressSet,
): { readonly inside: readonly Flow[]; readonly outside: readonly Flow[] } {
  return {
    inside: present(flows.map((flow) => ({ ...flow, addresses: flow.addresses.intersect(addresses) }))),
    outside: present(flows.map((flow) => ({ ...flow, addresses: flow.addresses.minus(addresses) }))),
  };
}

/** The same clients, with those of equal cost together. */
export function joined(flows: readonly Flow[]): readonly Flow[] {
  const byCost = new Map<string, Flow>();
  for (const flow of present(flows)) {
    const key = `${flow.lookups} ${flow.voids}`;
    const { addresses } = byCost.get(key) ?? flow;
    byCost.set(key, { ...flow, addresses: addresses.union(flow.addresses) });
  }
  return [...byCost.values()];
}

function present(flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(({ addresses }) => !addresses.isEmpty);
}
