import { Construct } from "constructs";
import { unwrap } from "../../lib/fault";
import { graphPolicy } from "../../lib/identity/graph";
import { parsePolicy } from "../../lib/identity/parse-policy";
import { PolicySchema } from "../../lib/identity/plan-schema";
import type { Policy, PolicyState } from "../../lib/identity/policy";
import { PolicyStateSchema } from "../../lib/identity/schema";
import { closed, may } from "../../lib/schema/shapes";
import { dataProps, liveProp, readProps } from "../read-props";
import { addressOf } from "../terraform/elements";
import { ConditionalAccessPolicyResource } from "./bindings";
import { BREAK_GLASS, type BreakGlass } from "./break-glass";
import { policyBlocks } from "./policy-blocks";
import { ReferredPrincipals } from "./references";

/** One policy. */
export interface ConditionalAccessPolicyProps {
  /** Whom the policy can never lock out; users, groups and locations are found through its directory. */
  readonly breakGlass: BreakGlass;
  /** What the policy says, by names; users and groups may be references to object ids, such as `pilot.objectId`. */
  readonly policy: Policy;
  /** `report-only`, `on` or `off`. @default "report-only" */
  readonly state?: PolicyState;
}

const PropsSchema = closed({ policy: PolicySchema, state: may(PolicyStateSchema) });

/**
 * One Conditional Access policy, which always excludes the break-glass group, unless it is for workload identities. Groups,
 * named locations and authentication strengths that the stack declares are declared before the policies that name them.
 *
 * Needs `Policy.Read.All` and `Policy.ReadWrite.ConditionalAccess`.
 */
export class ConditionalAccessPolicy extends Construct {
  /** The policy's object id. */
  readonly objectId: string;
  private readonly resource: InstanceType<typeof ConditionalAccessPolicyResource>;

  /** @throws FaultError with everything in the policy that Entra ID would refuse, or would accept and never apply */
  constructor(scope: Construct, id: string, props: ConditionalAccessPolicyProps) {
    super(scope, id);
    const subject = `ConditionalAccessPolicy ${id}`;
    const { directory, group } = liveProp(subject, props, "breakGlass", BREAK_GLASS);
    const { state = "report-only", policy: given } = readProps(
      subject,
      PropsSchema,
      dataProps(subject, props, ["breakGlass"]),
    );
    const referred = new ReferredPrincipals();
    const policy = unwrap(
      subject,
      parsePolicy(referred.hide(subject, given), {
        locations: directory.locationKeys,
        strengths: directory.strengthKeys,
      }),
    );
    const graph = graphPolicy({ key: id, state, breakGlass: group, policy }, referred.reveal(directory));
    // azuread 3.7 computes the level where none is written: it would stay. At another address the policy is made anew.
    const name = policy.insiderRisk === undefined ? "Resource" : "WithInsiderRisk";
    this.resource = new ConditionalAccessPolicyResource(this, name, policyBlocks(graph));
    this.objectId = this.resource.objectId;
  }

  /** The policy is made or changed once the other resource is. @internal */
  waitFor(other: { readonly fqn: string }): void {
    this.resource.dependsOn = [...(this.resource.dependsOn ?? []), addressOf(other)];
  }
}
