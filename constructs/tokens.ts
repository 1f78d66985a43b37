import { Token } from "cdktf";
import type { DnsName } from "../lib/dns/name";
import type { DnsRecord } from "../lib/dns/record";
import type { Fault } from "../lib/fault";
import { FaultError } from "../lib/fault";
import type { MailZone } from "./zone/mail-zone";

/**
 * Names that only Terraform knows (a DKIM target or an MX host that Microsoft computes), kept out of lib/, which
 * reads text: each is stood in for by a name under `.invalid` (RFC 2606) and put back when its record is published.
 */
export class HiddenNames {
  private readonly tokenOf = new Map<string, string>();

  /**
   * A copy of the options with the tokens hidden where a name may be one.
   * @param subject what is being made, for the error
   * @param allowed does a value at this path end up as a record's whole target?
   * @throws FaultError if there is a token anywhere else: its text would be cut, quoted or compared
   */
  hide<T extends object>(
    subject: string,
    options: T,
    allowed: (path: readonly (string | number)[]) => boolean,
  ): T {
    const faults: Fault[] = [];
    const copy = this.hideIn(options, [], allowed, faults);
    if (faults.length > 0) throw new FaultError(subject, faults);
    return copy as T;
  }

  /** The record with its token back in place. */
  reveal(record: DnsRecord): DnsRecord {
    if (this.tokenOf.size === 0) return record;
    if (record.type === "CNAME") return { ...record, target: this.original(record.target) };
    if (record.type === "MX" && record.exchange !== ".")
      return { ...record, exchange: this.original(record.exchange) };
    return record;
  }

  /** The same zone, for records whose tokens are hidden here. */
  revealing(zone: MailZone): MailZone {
    return {
      zoneName: zone.zoneName,
      add: (scope, id, record, after) => zone.add(scope, id, this.reveal(record), after),
      servePolicy: (scope, id, policy) => zone.servePolicy(scope, id, policy),
    };
  }

  private original(name: DnsName): DnsName {
    return (this.tokenOf.get(name) as DnsName | undefined) ?? name;
  }

  private hideIn(
    value: unknown,
    path: readonly (string | number)[],
    allowed: (path: readonly (string | number)[]) => boolean,
    faults: Fault[],
  ): unknown {
    if (typeof value === "string" && Token.isUnresolved(value)) {
      if (allowed(path)) {
        const standIn = `known-by-terraform-${this.tokenOf.size + 1}.invalid`;
        this.tokenOf.set(standIn, value);
        return standIn;
      }
    } else if (Array.isArray(value) && !Token.isUnresolved(value)) {
      return value.map((item, index) => this.hideIn(item, [...path, index], allowed, faults));
    } else if (typeof value === "object" && value !== null && !Token.isUnresolved(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, this.hideIn(item, [...path, key], allowed, faults)]),
      );
    }
    if (Token.isUnresolved(value)) {
      faults.push({
        path,
        message: "a value that is unknown at synth",
        received: "a Terraform reference",
        expected: "a value that is known; only MX hosts and DKIM targets may be references",
      });
    }
    return value;
  }
}
