import type { TerraformResource } from "cdktf";
import type { DnsName } from "../../lib/dns/name";

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
