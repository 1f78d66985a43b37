import type { Estate } from "../estate/model";
import { type DeclaredDomains, declareDomains as declareMail } from "./domains";
import { type DeclaredEstate, declareEstate as declareAll } from "./estate";
import { type DeclaredExchanges, declareExchanges as declareExchange } from "./exchange";
import { givenEstate, givenNames } from "./given-estate";
import { type DeclaredTenants, declareTenants as declareIdentities } from "./tenants";

// What programs call. The command line reads its estate itself and spares the second look, and the loading of it.

/**
 * What every domain and tenant of an estate declares, see {@link declareDomains}, {@link declareTenants} and {@link declareExchanges}.
 * @param estate as `loadEstate` or `defineEstate` answer it
 * @param only names of the stacks to declare. @default all
 * @throws FaultError if it is no estate, or `only` no set
 */
export function declareEstate(estate: Estate, only?: ReadonlySet<string>): DeclaredEstate {
  return declareAll(givenEstate(estate), givenNames(only));
}

/**
 * What every domain of an estate declares. Beyond each domain's own faults, no two of them may write records that cannot
 * stand together, nor may an import name a record that is not there.
 * @param estate as `loadEstate` or `defineEstate` answer it
 * @param only names of the stacks to declare. @default all
 * @throws FaultError if it is no estate, or `only` no set
 */
export function declareDomains(estate: Estate, only?: ReadonlySet<string>): DeclaredDomains {
  return declareMail(givenEstate(estate), givenNames(only));
}

/**
 * What each tenant of an estate declares of Exchange, sorted by name; tenants with `exchange: managed` alone are none.
 * @param estate as `loadEstate` or `defineEstate` answer it
 * @param only names of the stacks to declare. @default all
 * @throws FaultError if it is no estate, or `only` no set
 */
export function declareExchanges(estate: Estate, only?: ReadonlySet<string>): DeclaredExchanges {
  return declareExchange(givenEstate(estate), givenNames(only));
}

/**
 * What each tenant of an estate declares of its identities, sorted by name; tenants without `identity` are none.
 * @param estate as `loadEstate` or `defineEstate` answer it
 * @param only names of the stacks to declare. @default all
 * @throws FaultError if it is no estate, or `only` no set
 */
export function declareTenants(estate: Estate, only?: ReadonlySet<string>): DeclaredTenants {
  return declareIdentities(givenEstate(estate), givenNames(only));
}
