import type { TerraformResource } from "cdktf";
import type { DnsName } from "../../lib/dns/name";
import type { MtaStsPartOptions } from "../../lib/domain/parts/mta-sts";

// What Microsoft answers must fit what was published or written down before: Terraform checks it as soon as it knows.

type Lifecycle = NonNullable<TerraformResource["lifecycle"]>;

/**
 * Fails at once where the targets that were written down are not Microsoft's own: Exchange would never see the CNAMEs it
 * waits for, and the wait for them would end only with its time.
 */
export function targetsAgree([selector1, selector2]: readonly [DnsName, DnsName]): Lifecycle {
  return {
    postcondition: [
      {
        condition: `\${lower(self.selector1_cname) == "${selector1}" && lower(self.selector2_cname) == "${selector2}"}`,
        errorMessage: `The DKIM targets that are given (${selector1}, ${selector2}) are not Microsoft's: \${self.selector1_cname}, \${self.selector2_cname}. Take partition, selector1 and selector2 out of dkim, so that Microsoft's own are published, or write these.`,
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
  const covered = patterns.map(expression).join("|");
  return {
    postcondition: [
      {
        condition: `\${can(regex("^(?:${covered})$", self.mx_host))}`,
        errorMessage: `The MTA-STS policy names ${patterns.join(", ")}, and Microsoft wants another MX host (\${self.mx_host}). Write the partition letter of that host in mx, or give mtaSts.mx patterns that cover it.`,
      },
    ],
  };
}

/** A pattern of a policy as a regular expression; `*` is exactly one label (RFC 8461 §4.1). */
function expression(pattern: string): string {
  return pattern.toLowerCase().replace(/\.$/, "").replaceAll(".", "[.]").replace(/^\*/, "[^.]+");
}
