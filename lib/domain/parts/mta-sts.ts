import { type DnsName, isStandIn } from "../../dns/name";
import { collect, type Fault, fail, ok, type Result } from "../../fault";
import {
  buildMtaSts,
  formatMtaStsPolicy,
  formatMtaStsRecord,
  mtaStsId,
  mtaStsPolicyHost,
  mtaStsRecordName,
} from "../../mail/mta-sts";
import type { MtaStsOptions } from "../../options";
import { type PartOptions, type PartRecord, readPart } from "./part";

export interface MtaStsPartOptions extends PartOptions, MtaStsOptions {
  /** The domain's MX hosts: the policy names them unless `mx` says otherwise, and must cover them. */
  readonly mxHosts: readonly DnsName[];
}

/** MTA-STS as declared: the record, and the policy that somebody must serve. */
export interface MtaStsPart {
  readonly record: PartRecord;
  /** `mta-sts.<domain>` (RFC 8461 §3.3). */
  readonly host: DnsName;
  readonly path: "/.well-known/mta-sts.txt";
  readonly policy: string;
  readonly hosting: "zone" | "external";
}

/** The TXT record with role `MtaSts`, and the policy whose content its id is derived from. */
export function mtaStsPart(options: MtaStsPartOptions): Result<MtaStsPart> {
  const faults: Fault[] = [];
  const { domain: _domain, ttl: _ttl, mxHosts, ...choice } = options;
  const part = readPart(options, faults);
  if (mxHosts.some(isStandIn) && !choice.mx) {
    faults.push({
      path: ["mx"],
      message: "the policy would name an MX host that only Terraform knows",
      expected: "patterns that are known at synth: the record's id follows from the policy's text",
      fix: "give mx the patterns of your MX hosts",
    });
  }
  const known = mxHosts.filter((host) => !isStandIn(host));
  const policy = faults.length === 0 ? collect(buildMtaSts(choice, known), faults) : undefined;
  if (!part || !policy || faults.length > 0) return fail(...faults);
  return ok({
    record: {
      role: "MtaSts",
      record: {
        type: "TXT",
        name: mtaStsRecordName(part.domain),
        ttl: part.ttl,
        value: formatMtaStsRecord(mtaStsId(policy)),
      },
    },
    host: mtaStsPolicyHost(part.domain),
    path: "/.well-known/mta-sts.txt",
    policy: formatMtaStsPolicy(policy),
    hosting: options.hosting ?? "zone",
  });
}
