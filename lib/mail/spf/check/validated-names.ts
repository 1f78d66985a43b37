import { CIDR_MAX } from "../../../dns/address";
import { AddressSet } from "../../../dns/address-set";
import type { Asking } from "../../../dns/asking";
import { isNameWithin } from "../../../dns/name";
import { recordsOf } from "../../../dns/resolve";
import type { Identity } from "./identity";
import { queryName } from "./name";
import type { Questions } from "./query";

/**
 * The client's names by reverse look-up that lead back to its address (RFC 7208 §5.5): of the first `limit`, in the
 * order of the answer. A question without an answer means one name less, or none at all, and never an error.
 */
export function* validatedNames(
  { version, ip, reverseName }: Identity,
  limit: number,
  questions: Questions,
): Asking<readonly string[]> {
  const client = AddressSet.block(version, ip, CIDR_MAX[version]);
  const validated: string[] = [];
  const names = recordsOf<"PTR">(yield* questions.own(reverseName, "PTR"));
  for (const text of names.slice(0, limit)) {
    const name = queryName(text);
    if (name === undefined) continue;
    const addresses =
      version === "ip4"
        ? recordsOf<"A">(yield* questions.further(name, "A"))
        : recordsOf<"AAAA">(yield* questions.further(name, "AAAA"));
    if (addresses.some((address) => client.has(address))) validated.push(text.replace(/\.$/, ""));
  }
  return validated;
}

/** What `%{p}` stands for (§7.3): the domain itself, else a name below it, else any, else `unknown`. */
export function preferredName(names: readonly string[], domain: string): string {
  const below = names.filter((name) => isNameWithin(name, domain));
  const itself = below.find((name) => name.length === domain.length);
  return itself ?? below[0] ?? names[0] ?? "unknown";
}
