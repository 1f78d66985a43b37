import type { IConstruct } from "constructs";
import type { DnsName } from "../lib/dns/name";
import type { DnsRecord } from "../lib/dns/record";
import type { Fault } from "../lib/fault";
import { FaultError } from "../lib/fault";
import { looksLikeReference } from "../lib/schema/scalars";
import type { MailZone } from "./zone/mail-zone";

/**
 * Does a value stand for one that is known only when it is deployed? Both frameworks are told by the marks of their
 * tokens, so that mail constructs load neither: a text with a mark in it, a number far below any that is meant, an
 * object that resolves itself, a list or a mapping that consists of a mark.
 */
export function isToken(value: unknown): boolean {
  if (typeof value === "string") return looksLikeReference(value);
  if (typeof value === "number") return value < -1e280;
  if (Array.isArray(value)) return value.length === 1 && isListToken(value[0]);
  if (typeof value !== "object" || value === null) return false;
  return (
    ("resolve" in value && typeof value.resolve === "function") || Object.keys(value).some(looksLikeReference)
  );
}

function isListToken(item: unknown): boolean {
  return typeof item === "string" && item.startsWith("#{") && looksLikeReference(item);
}

/** Is the text one reference of Terraform's and nothing beside it, as an object id is? */
export function isSoleReference(text: string): boolean {
  return /^\$\{TfToken\[[^\]]*\]\}$/.test(text);
}

/**
 * Names that only Terraform (a DKIM target or an MX host that Microsoft computes), kept out of lib/, which
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
  revealing<R extends IConstruct>(zone: MailZone<R>): MailZone<R> {
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
    if (typeof value === "string" && isToken(value)) {
      if (allowed(path)) {
        const standIn = `known-by-terraform-${this.tokenOf.size + 1}.invalid`;
        this.tokenOf.set(standIn, value);
        return standIn;
      }
    } else if (Array.isArray(value) && !isToken(value)) {
      return value.map((item, index) => this.hideIn(item, [...path, index], allowed, faults));
    } else if (typeof value === "object" && value !== null && !isToken(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, this.hideIn(item, [...path, key], allowed, faults)]),
      );
    }
    if (isToken(value)) {
      faults.push({
        path,
        message: "a value that is unknown at synth",
        received: referenceOf(value),
        expected: "a value that is known; only MX hosts and DKIM targets may be references",
      });
    }
    return value;
  }
}

function referenceOf(value: unknown): string {
  return typeof value === "string" && !value.includes("TfToken[")
    ? "a CloudFormation reference"
    : "a Terraform reference";
}

/**
 * References to what only Terraform knows are refused where lib/ reads text: a name that is looked up, a rule that is
 * written down.
 * @throws FaultError with each of them
 */
export function refuseReferences(subject: string, options: object, expected = "a value that is known"): void {
  const faults = referencesIn(options, [], expected);
  if (faults.length > 0) throw new FaultError(subject, faults);
}

function referencesIn(
  value: unknown,
  path: readonly (string | number)[],
  expected: string,
): readonly Fault[] {
  if (isToken(value)) {
    return [
      { path, message: "a value that is unknown at synth", received: "a Terraform reference", expected },
    ];
  }
  if (Array.isArray(value)) return value.flatMap((one, at) => referencesIn(one, [...path, at], expected));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => referencesIn(one, [...path, key], expected));
}
