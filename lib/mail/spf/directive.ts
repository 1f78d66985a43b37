import { fail, ok, type Result, settle } from "../../fault";
import { parseNetwork } from "./address";
import { domainSpecOf } from "./domain-spec";
import { splitDualCidr } from "./dual-cidr";
import type { DomainSpec } from "./macro";
import type { SpfDirective, SpfHost, SpfQualifier } from "./record";
import { faultAt, type Span, slice } from "./span";

/** Reads a directive: an optional qualifier, a mechanism, and the mechanism's argument (RFC 7208 §4.6.1, §5). */
export function parseDirective(term: Span): Result<SpfDirective> {
  const sign = term.text.slice(0, 1);
  const qualifier = isQualifier(sign) ? sign : "+";
  const mechanism = isQualifier(sign) ? slice(term, 1) : term;
  const colon = mechanism.text.search(/[:/]/);
  const name = colon === -1 ? mechanism.text : mechanism.text.slice(0, colon);
  const argument = slice(mechanism, name.length);
  const kind = name.toLowerCase();
  switch (kind) {
    case "all":
      if (argument.text === "") return ok({ kind, qualifier });
      return fail(faultAt(term, "all takes no argument", { expected: "all" }));
    case "include":
    case "exists": {
      const domain = domainArgument(term, argument);
      return domain.ok ? ok({ kind, qualifier, domain: domain.value }) : domain;
    }
    case "ptr": {
      if (argument.text === "") return ok({ kind, qualifier });
      const domain = domainArgument(term, argument);
      return domain.ok ? ok({ kind, qualifier, domain: domain.value }) : domain;
    }
    case "a":
    case "mx":
      return parseHost(kind, qualifier, term, argument);
    case "ip4":
    case "ip6": {
      if (!argument.text.startsWith(":")) {
        return fail(faultAt(term, `${kind} without an address`, { expected: `${kind}:<address>` }));
      }
      const network = parseNetwork(slice(argument, 1), kind);
      return network.ok ? ok({ kind, qualifier, ...network.value }) : network;
    }
    default:
      return fail(unknown(term, name));
  }
}

function isQualifier(sign: string): sign is SpfQualifier {
  return sign === "+" || sign === "-" || sign === "~" || sign === "?";
}

/** `:` and a domain-spec, where the mechanism takes no CIDR length. */
function domainArgument(term: Span, argument: Span): Result<DomainSpec> {
  const length = /(?<!\/)\/+\d+$/.exec(argument.text);
  if (length) {
    const fix = `write ${term.text.slice(0, -length[0].length)}`;
    const cidr = slice(argument, length.index);
    return fail(faultAt(cidr, "CIDR length on a mechanism that takes none", { fix }));
  }
  if (!argument.text.startsWith(":")) {
    return fail(faultAt(term, "mechanism without its domain", { expected: "a colon and a domain" }));
  }
  return domainSpecOf(slice(argument, 1));
}

/** `[":" domain-spec] [dual-cidr-length]` of `a` and `mx` (§5.3, §5.4). */
function parseHost(
  kind: SpfHost["kind"],
  qualifier: SpfQualifier,
  term: Span,
  argument: Span,
): Result<SpfHost> {
  const { host, cidr4, cidr6, faults } = splitDualCidr(argument);
  const bare = { kind, qualifier, cidr4, cidr6 };
  if (host.text === "") return settle(faults, () => bare);
  if (!host.text.startsWith(":")) {
    const expected = `${kind}[:domain][/0-32][//0-128]`;
    return fail(faultAt(term, "malformed argument", { expected }), ...faults);
  }
  const domain = domainSpecOf(slice(host, 1));
  if (!domain.ok) return fail(...domain.faults, ...faults);
  return settle(faults, () => ({ ...bare, domain: domain.value }));
}

/** What was meant is asked where a term is none that exists: records that are sound do not load it. */
function unknown(term: Span, name: string) {
  const { unknownMechanism }: typeof import("./unknown-mechanism") = require("./unknown-mechanism");
  return unknownMechanism(term, name);
}
