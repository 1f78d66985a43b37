import { AddressSet } from "../../../dns/address-set";
import { formatSpfTerm } from "../format";
import { distinct } from "../term-key";
import type { SpfTree } from "./branch";
import { courseOf, type IndeterminateTerm, type Verdicts } from "./course";

/** Addresses of either version. */
export interface AddressSets {
  readonly ip4: AddressSet;
  readonly ip6: AddressSet;
}

/** Who may send in the name of a domain. */
export interface SpfAuthorized extends AddressSets {
  /** Beside those that certainly pass: addresses that pass if the indeterminate terms say so. */
  readonly possible: AddressSets;
  /** Terms that depend on the message and that some client comes to; each once. */
  readonly indeterminate: readonly IndeterminateTerm[];
}

/** The addresses whose check passes, exactly, with qualifiers, order, redirects and limits taken as a receiver does. */
export function authorized(tree: SpfTree): SpfAuthorized {
  const [ip4, ip6] = [courseOf(tree, "ip4"), courseOf(tree, "ip6")];
  const certain = { ip4: certainlyPass(ip4.verdicts), ip6: certainlyPass(ip6.verdicts) };
  return {
    ...certain,
    possible: {
      ip4: ip4.verdicts.pass.minus(certain.ip4),
      ip6: ip6.verdicts.pass.minus(certain.ip6),
    },
    indeterminate: distinct([...ip4.indeterminate, ...ip6.indeterminate], indeterminateKey),
  };
}

function certainlyPass({ pass, ...others }: Verdicts): AddressSet {
  return pass.minus(AddressSet.union(pass.version, Object.values(others)));
}

/** A text that two indeterminate terms share when they ask the same. */
export function indeterminateKey({ domain, term }: IndeterminateTerm): string {
  return `${domain.toLowerCase()} ${formatSpfTerm(term)}`;
}
