import { CIDR_MAX, type IpVersion } from "../../dns/address";
import type { Fault } from "../../fault";
import { parseCidr } from "./address";
import { faultAt, type Span, slice } from "./span";

interface DualCidr {
  /** What stands in front of the lengths. */
  readonly host: Span;
  readonly cidr4: number;
  readonly cidr6: number;
  readonly faults: readonly Fault[];
}

/**
 * Cuts dual-cidr-length (RFC 7208 §5.3) off the end of `argument`: `/24`, `//64` or `/24//64`.
 * The end decides, since a domain-spec may itself hold slashes.
 */
export function splitDualCidr(argument: Span): DualCidr {
  const { text } = argument;
  const [lengths = "", digits4, digits6] = /(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(text) ?? [];
  const end = text.length - lengths.length;
  const host = slice(argument, 0, end);
  const [before] = /\/\d+$/.exec(host.text) ?? [];
  if (before !== undefined && digits4 !== undefined) {
    const start = end - before.length;
    const fault = faultAt(slice(argument, start), "malformed dual CIDR length", {
      expected: "/0-32, //0-128, or both as in /24//64",
      ...(digits6 === undefined ? { fix: `write ${before}//${digits4}` } : {}),
    });
    return { host: slice(argument, 0, start), cidr4: CIDR_MAX.ip4, cidr6: CIDR_MAX.ip6, faults: [fault] };
  }
  const faults: Fault[] = [];
  const read = (digits: string | undefined, version: IpVersion, start: number): number => {
    if (digits === undefined) return CIDR_MAX[version];
    const cidr = parseCidr(slice(argument, start, start + digits.length), version);
    if (typeof cidr === "number") return cidr;
    faults.push(cidr);
    return CIDR_MAX[version];
  };
  const cidr4 = read(digits4, "ip4", end + 1);
  const cidr6 = read(digits6, "ip6", text.length - (digits6?.length ?? 0));
  return { host, cidr4, cidr6, faults };
}
