import { type DnsName, isStandIn } from "../../dns/name";
import { collect, type Fault, fail, ok, type Result } from "../../fault";
import { buildMtaSts } from "../../mail/mta-sts/build";
import { formatMtaStsPolicy } from "../../mail/mta-sts/policy";
import { formatMtaStsRecord, mtaStsId, mtaStsPolicyHost, mtaStsRecordName } from "../../mail/mta-sts/record";
import type { MtaStsOptions } from "../../options";
import { hostedAlias } from "./hosted";
import { type PartOptions, type PartRecord, readPart } from "./part";

export interface MtaStsPartOptions extends PartOptions, MtaStsOptions {
  /** The domain's MX hosts: the policy names them unless `mx` says otherwise, and must cover them. */
  readonly mxHosts: readonly DnsName[];
}

/** MTA-STS as declared: the record, and the policy that somebody must serve. */
export interface MtaStsPart {
  readonly record: PartRecord;
  /** The alias of the policy's host, where somebody else serves the policy. */
  readonly hostAlias?: PartRecord;
  /** `mta-sts.<domain>` (RFC 8461 §3.3). */
  readonly host: DnsName;
  readonly path: "/.well-known/mta-sts.txt";
  /** Of a hosted policy: what is expected of it. */
  readonly policy: string;
  readonly hosting: "zone" | "external" | "hosted";
}

/**
 * The TXT record with role `MtaSts`, and the policy whose content its id is derived from; of a hosted one the two
 * aliases, with roles `MtaSts` and `MtaStsHost`.
 */
export function mtaStsPart(options: MtaStsPartOptions): Result<MtaStsPart> {
  const faults: Fault[] = [];
  const { domain: _domain, ttl: _ttl, mxHosts, hosted, ...choice } = options;
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
  if (hosted && options.hosting !== undefined) {
    faults.push({
      path: ["hosting"],
      message: "hosting beside hosted",
      received: options.hosting,
      expected: "one or the other: a hosted policy is served by the other party",
    });
  }
  if (!part || !policy || faults.length > 0) return fail(...faults);
  const { domain, ttl } = part;
  const [name, host] = [mtaStsRecordName(domain), mtaStsPolicyHost(domain)];
  const served = { host, path: "/.well-known/mta-sts.txt", policy: formatMtaStsPolicy(policy) } as const;
  if (hosted) {
    const record = collect(hostedAlias("MtaSts", name, ttl, hosted.record, ["hosted", "record"]), faults);
    const hostAlias = collect(
      hostedAlias("MtaStsHost", host, ttl, hosted.policy, ["hosted", "policy"]),
      faults,
    );
    return record && hostAlias ? ok({ record, hostAlias, ...served, hosting: "hosted" }) : fail(...faults);
  }
  const value = formatMtaStsRecord(mtaStsId(policy));
  return ok({
    record: { role: "MtaSts", record: { type: "TXT", name, ttl, value } },
    ...served,
    hosting: options.hosting ?? "zone",
  });
}
