import type { Loaded } from "../estate/load";
import type { Estate } from "../estate/model";
import type { LocatedFault } from "../located-fault";
import { type DeclaredDomains, declareDomains } from "./domains";
import { type DeclaredExchange, declareExchanges } from "./exchange";
import { inOrder, problemsWith } from "./problems";
import { type DeclaredTenant, declareTenants } from "./tenants";

export type { DeclaredDomain } from "./domains";

/** What the whole estate declares, or everything that is wrong with it. */
export type DeclaredEstate =
  | (Extract<DeclaredDomains, { readonly ok: true }> & {
      /** Tenants that declare something of their identities. */
      readonly tenants: readonly DeclaredTenant[];
      /** Tenants that declare something of Exchange beside their domains. */
      readonly exchanges: readonly DeclaredExchange[];
    })
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/**
 * What every domain and tenant of an estate declares, see {@link declareDomains}, {@link declareTenants} and {@link declareExchanges}.
 * @param only names of the stacks to declare. @default all
 */
export function declareEstate(estate: Estate, only?: ReadonlySet<string>): DeclaredEstate {
  const mail = declareDomains(estate, only);
  const identities = declareTenants(estate, only);
  const exchanges = declareExchanges(estate, only);
  if (mail.ok && identities.ok && exchanges.ok) {
    return { ...mail, tenants: identities.tenants, exchanges: exchanges.exchanges };
  }
  return {
    ok: false,
    problems: inOrder([mail, identities, exchanges].flatMap((part) => (part.ok ? [] : part.problems))),
  };
}

/** Everything that is wrong with an estate that could not be loaded, its domains and tenants as far as they were read. */
export function problemsOf(loaded: Extract<Loaded, { readonly ok: false }>): readonly LocatedFault[] {
  return problemsWith(loaded, declareEstate);
}
