import type { IpVersion } from "../../../dns/address";
import { AddressSet } from "../../../dns/address-set";
import { type DnsData, type DnsType, recordsOf } from "../../../dns/resolve";
import type { SpfLimits } from "../check/limits";
import { exchangesOf } from "../check/mechanism";
import type { SpfQuery } from "../check/query";
import type { SpfHost } from "../record";
import type { TreeStep } from "./branch";

/** What clients meet in a term, one after the other. */
export type Gate =
  /** These match. */
  | { readonly kind: "match"; readonly addresses: AddressSet }
  /** All have one void look-up more. */
  | { readonly kind: "void" }
  /** All end here. */
  | { readonly kind: "error"; readonly result: "temperror" | "permerror" };

/** The gates of a term that does not depend on the message, `include` and `redirect` aside. */
export function gatesOf({ term, queries }: TreeStep, version: IpVersion, limits: SpfLimits): Gate[] {
  switch (term.kind) {
    case "all":
      return [{ kind: "match", addresses: AddressSet.all(version) }];
    case "ip4":
    case "ip6":
      if (term.kind !== version) return [];
      return [{ kind: "match", addresses: AddressSet.block(version, term.address, term.cidr) }];
    case "a":
      return ofVersion(queries, version).flatMap((query) => [
        ...hostGates(term, query, version),
        ...voids(query),
      ]);
    case "exists":
      return queries.flatMap((query): Gate[] =>
        query.answer.kind === "records"
          ? [{ kind: "match", addresses: AddressSet.all(version) }]
          : [...failures(query), ...voids(query)],
      );
    case "mx":
      return mxGates(term, queries, version, limits);
    default:
      return [];
  }
}

function mxGates(
  term: SpfHost,
  queries: readonly SpfQuery[],
  version: IpVersion,
  { names }: SpfLimits,
): Gate[] {
  const [mx, ...hosts] = queries;
  if (mx === undefined) return [];
  const records = recordsOf(mx.answer).flatMap((record) => (isExchange(record) ? [record] : []));
  return [
    ...failures(mx),
    ...voids(mx),
    ...ofVersion(hosts, version).flatMap((query) => hostGates(term, query, version)),
    ...(exchangesOf(records).length > names ? [{ kind: "error", result: "permerror" } as const] : []),
  ];
}

function ofVersion(queries: readonly SpfQuery[], version: IpVersion): readonly SpfQuery[] {
  return queries.filter(({ type }) => type === (version === "ip4" ? "A" : "AAAA"));
}

function hostGates(term: SpfHost, query: SpfQuery, version: IpVersion): Gate[] {
  const cidr = version === "ip4" ? term.cidr4 : term.cidr6;
  const addresses = recordsOf(query.answer).filter((record) => typeof record === "string");
  if (addresses.length === 0) return failures(query);
  const blocks = addresses.map((address) => AddressSet.block(version, address, cidr));
  return [{ kind: "match", addresses: AddressSet.union(version, blocks) }];
}

function isExchange(record: DnsData[DnsType]): record is DnsData["MX"] {
  return typeof record === "object" && "exchange" in record;
}

function failures({ answer }: SpfQuery): Gate[] {
  return answer.kind === "failure" ? [{ kind: "error", result: "temperror" }] : [];
}

function voids(query: SpfQuery): Gate[] {
  return query.void ? [{ kind: "void" }] : [];
}
