import { Construct, type IConstruct } from "constructs";
import * as v from "valibot";
import type { DnsName } from "../../lib/dns/name";
import { parseName } from "../../lib/dns/name";
import { unwrap } from "../../lib/fault";
import { selectorName } from "../../lib/mail/dkim";
import { ownerName } from "../../lib/schema/names";
import { text } from "../../lib/schema/scalars";
import { closed, may } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, optionalLiveProp, readProps, subjectOf } from "../read-props";
import { isTerraformResource } from "../terraform/elements";
import { forPrograms } from "../terraform/gated";
import { literal, type Reference } from "../terraform/text";
import * as bindings from "./bindings";
import type { M365DkimSigning } from "./m365/dkim-signing";
import type { M365DkimSigningConfig } from "./m365/dkim-signing-config";
import type { M365Provider } from "./m365/provider";
import { targetsAgree } from "./postconditions";
import { PROVIDER, RESOURCES } from "./tenant-providers";

/** Whose mail is signed, and when signing may begin. */
export interface DkimSigningProps {
  /** An accepted domain of the tenant. */
  readonly domain: string;
  /** Bits of the RSA key. @default 2048 */
  readonly keySize?: 1024 | 2048;
  /** Targets that were written down and are published: other ones of Microsoft's fail. @default Microsoft's are taken */
  readonly targets?: readonly [DnsName, DnsName];
  /** Which tenant's. @default the stack's only provider m365 */
  readonly provider?: M365Provider;
  /** Resources that must be in place first, such as the verified domain. @default none */
  readonly dependsOn?: readonly IConstruct[];
}

const PropsSchema = closed({
  domain: text,
  keySize: may(v.picklist([1024, 2048])),
  targets: may(v.strictTuple([ownerName, ownerName])),
});

/**
 * DKIM signing by Exchange Online in one graph: the keys are made, their CNAMEs published, seen by the world, and
 * signing goes on. Exchange refuses to sign before it sees the CNAMEs, and only it knows their targets:
 *
 * ```ts
 * const signing = new DkimSigning(this, "Signing", { domain });
 * const { selector1, selector2 } = signing;
 * const mail = new MailDomain(this, "Mail", { zone, domain, dkim: { selector1, selector2 }, … });
 * signing.enableAfter([...mail.records.values()]);
 * ```
 * Source: https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure
 */
export class DkimSigning extends Construct {
  /** The keys. Signing is off for new ones. */
  readonly config: M365DkimSigningConfig;
  private readonly keys: InstanceType<typeof bindings.M365DkimSigningConfig>;
  private readonly domain: DnsName;
  private readonly provider: { readonly provider?: M365Provider };

  /** @throws FaultError if `domain` is no DNS name */
  constructor(scope: Construct, id: string, props: DkimSigningProps) {
    super(scope, id);
    markGrouping(this);
    const provider = optionalLiveProp("DkimSigning", props, "provider", PROVIDER);
    const dependsOn = optionalLiveProp("DkimSigning", props, "dependsOn", RESOURCES) ?? [];
    const options = dataProps("DkimSigning", props, ["provider", "dependsOn"]);
    const subject = subjectOf("DkimSigning", options.domain);
    const { domain, keySize = 2048, targets } = readProps(subject, PropsSchema, options);
    this.domain = unwrap(subject, parseName(domain));
    this.provider = provider ? { provider } : {};
    this.keys = new bindings.M365DkimSigningConfig(this, "DkimKeys", {
      domain: literal(this.domain),
      keySize,
      ...(targets ? { lifecycle: targetsAgree(targets) } : {}),
      ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}),
      ...this.provider,
    });
    this.config = forPrograms(this.keys);
  }

  /** Target of `selector1._domainkey`, as a token. */
  get selector1(): Reference {
    return this.keys.selector1Cname;
  }

  /** Target of `selector2._domainkey`, as a token. */
  get selector2(): Reference {
    return this.keys.selector2Cname;
  }

  /**
   * Waits for the CNAMEs at the zone's own servers, then switches signing on. When the stack goes, signing goes
   * first. To be called once.
   * @param published the records of both CNAMEs
   */
  enableAfter(published: readonly IConstruct[]): M365DkimSigning {
    const wait = new bindings.M365DnsPropagation(this, "DkimPublished", {
      records: [this.selector1, this.selector2].map((target, index) => ({
        name: literal(unwrap("selector", selectorName(`selector${index + 1}`, this.domain))),
        type: literal("CNAME"),
        values: [target],
      })),
      dependsOn: published.filter(isTerraformResource),
      ...this.provider,
    });
    return forPrograms(
      new bindings.M365DkimSigning(this, "DkimSigning", {
        domain: this.keys.domain,
        dependsOn: [wait],
        ...this.provider,
      }),
    );
  }
}
