import type { TerraformResourceLifecycle } from "cdktf";
import type { DnsName } from "../../lib/dns/name";
import type { MtaStsPartOptions } from "../../lib/domain/parts/mta-sts";
import type { Gated } from "../terraform/gated";
import { expression, literal, quoted, template } from "../terraform/text";

// What Microsoft answers must fit what was published or written down before: Terraform checks it as soon as it knows.

type Lifecycle = Gated<TerraformResourceLifecycle>;

/**
 * Fails at once where the targets that were written down are not Microsoft's own: Exchange would never see the CNAMEs it
 * waits for, and the wait for them would end only with its time.
 */
export function targetsAgree([selector1, selector2]: readonly [DnsName, DnsName]): Lifecycle {
  return {
    postcondition: [
      {
        condition: expression`lower(self.selector1_cname) == ${quoted(selector1)} && lower(self.selector2_cname) == ${quoted(selector2)}`,
        errorMessage: template`The DKIM targets that are given (${literal(selector1)}, ${literal(selector2)}) are not Microsoft's: \${self.selector1_cname}, \${self.selector2_cname}. Take partition, selector1 and selector2 out of dkim, so that Microsoft's own are published, or write these.`,
      },
    ],
  };
}

/**
 * Refuses a plan whose MTA-STS policy does not name the host that Microsoft wants for the MX: the policy's text is
 * fixed at synth, and senders that know it would deliver nothing (RFC 8461 §5).
 */
export function mxCovered({ mx, mxHosts }: Pick<MtaStsPartOptions, "mx" | "mxHosts">): Lifecycle {
  const patterns = mx && mx.length > 0 ? mx : mxHosts;
  const covered = patterns.map(asRegularExpression).join("|");
  return {
    postcondition: [
      {
        condition: expression`can(regex(${quoted(`^(?:${covered})$`)}, self.mx_host))`,
        errorMessage: template`The MTA-STS policy names ${literal(patterns.join(", "))}, and Microsoft wants another MX host (\${self.mx_host}). Write the partition letter of that host in mx, or give mtaSts.mx patterns that cover it.`,
      },
    ],
  };
}

/** Refuses to publish no proof at all: a domain below a verified one has none. */
export function proofGiven(domain: DnsName): Lifecycle {
  return {
    postcondition: [
      {
        condition: expression`self.verification_txt != null`,
        errorMessage: template`${literal(domain)} is below a domain that the tenant has verified, so that it has no TXT record of its own. Declare that domain in the estate too, with the same tenant.`,
      },
    ],
  };
}

/** A pattern of a policy as a regular expression; `*` is exactly one label (RFC 8461 §4.1). */
function asRegularExpression(pattern: string): string {
  return pattern.toLowerCase().replace(/\.$/, "").replaceAll(".", "[.]").replace(/^\*/, "[^.]+");
}
