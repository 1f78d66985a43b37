import { Construct, type IConstruct } from "constructs";
import type { DnsName } from "../../lib/dns/name";
import { markGrouping } from "../grouping";
import { isTerraformResource } from "../terraform/elements";
import { literal } from "../terraform/text";
import type { MailZone } from "../zone/mail-zone";
import * as bindings from "./bindings";
import type { M365Provider } from "./m365/provider";
import { proofGiven } from "./postconditions";

/** The domain that is added to a tenant. */
interface TenantMembershipProps {
  readonly domain: DnsName;
  /** Of the proof, in seconds. */
  readonly ttl: number;
  /** Where the proof is published; absent for a domain that is verified with one above it. */
  readonly zone?: MailZone;
  /** The verified domain above it, where it is in the same stack. */
  readonly above?: InstanceType<typeof bindings.M365VerifiedDomain>;
  readonly provider: M365Provider;
}

/**
 * A domain in its tenant: it is added, its TXT record published, and its verification asked and waited for. What mail needs of
 * Microsoft comes after {@link verified}.
 */
export class TenantMembership extends Construct {
  readonly verified: InstanceType<typeof bindings.M365VerifiedDomain>;

  constructor(scope: Construct, id: string, { domain, ttl, zone, above, provider }: TenantMembershipProps) {
    super(scope, id);
    markGrouping(this);
    const added = new bindings.M365Domain(this, "TenantDomain", {
      domain: literal(domain),
      provider,
      ...(above ? { dependsOn: [above] } : {}),
      ...(zone ? { lifecycle: proofGiven(domain) } : {}),
    });
    const proof: readonly IConstruct[] = zone
      ? [zone.add(this, "TenantProof", { type: "TXT", name: domain, ttl, value: added.verificationTxt })]
      : [];
    this.verified = new bindings.M365VerifiedDomain(this, "TenantVerified", {
      domain: added.domain,
      provider,
      ...(proof.length > 0 ? { dependsOn: proof.filter(isTerraformResource) } : {}),
    });
  }
}
