import type { TerraformDataSource } from "cdktf";
import type { MtaStsPartOptions } from "../../lib/domain/parts/mta-sts";

type Lifecycle = NonNullable<TerraformDataSource["lifecycle"]>;

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
