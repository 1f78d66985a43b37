import type { Construct } from "constructs";
import { TerraformOutput } from "../terraform/elements";
import { literal, type Reference, type TerraformText } from "../terraform/text";

/** What the registrar of a zone is to be given, as far as the stack knows it. */
export interface Delegation {
  /** A list token. */
  readonly nameServers: readonly TerraformText[] | undefined;
  /** A token. */
  readonly ds?: Reference | undefined;
}

/** Puts out what somebody has to carry to the registrar before the zone of a stack is found. */
export function addDelegation(stack: Construct, { nameServers, ds }: Delegation): void {
  if (nameServers !== undefined) {
    new TerraformOutput(stack, "NameServers", {
      description: literal("Name servers of the zone, for its registrar"),
      value: nameServers,
    });
  }
  if (ds !== undefined) {
    new TerraformOutput(stack, "Ds", {
      description: literal("DS record of the zone, for its registrar once the name servers answer"),
      value: ds,
    });
  }
}
