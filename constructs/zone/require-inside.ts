import { type DnsName, isWithin } from "../../lib/dns/name";
import { FaultError } from "../../lib/fault";
import { isToken } from "../tokens";

/**
 * Lets only names pass that a zone can hold.
 * @throws FaultError if the name lies outside the zone, or is not known yet
 */
export function requireInside(zone: DnsName, name: DnsName): void {
  if (isToken(name)) {
    throw new FaultError(`zone ${zone}`, [
      {
        message: "a record's name is unknown at synth",
        expected: "a name that is known; only values may be tokens",
      },
    ]);
  }
  if (isWithin(name, zone)) return;
  throw new FaultError(`zone ${zone}`, [
    { message: `${name} lies outside the zone`, expected: `${zone} or a name below it` },
  ]);
}
