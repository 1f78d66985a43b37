import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";

/** What the registrar of a zone is to be given, as far as the stack knows it. */
export interface Delegation {
  /** A list token. */
  readonly nameServers: readonly string[] | undefined;
  /** A token. */
  readonly ds?: string | undefined;
}

/** Puts out what somebody has to carry to the registrar before the zone of a stack is found. */
export function addDelegation(stack: Construct, { nameServers, ds }: Delegation): void {
  if (nameServers !== undefined) {
    new TerraformOutput(stack, "NameServers", {
      description: "Name servers of the zone, for its registrar",
      value: nameServers,
    });
  }
  if (ds !== undefined) {
    new TerraformOutput(stack, "Ds", {
      description: "DS record of the zone, for its registrar once the name servers answer",
      value: ds,
    });
  }
}
