import { Construct } from "constructs";
import { unwrap } from "../../lib/fault";
import type { SsprPlan } from "../../lib/identity/identity-plan";
import type { SsprOptions } from "../../lib/identity/options";
import { SsprPlanSchema } from "../../lib/identity/plan-schema";
import { SsprSchema } from "../../lib/identity/schema";
import { planSspr } from "../../lib/identity/sspr";
import type { Mapping } from "../../lib/mapping";
import { closed } from "../../lib/schema/shapes";
import { dataProps, liveProp, readProps, subjectOf } from "../read-props";
import { literal, type TerraformText } from "../terraform/text";
import { refuseReferences } from "../tokens";
import { DataAzureadUsers, Group } from "./bindings";
import { DIRECTORY, type Directory } from "./directory";
import { Released } from "./released";

/** The group for self-service password reset, and where its people are found. */
export interface SsprGroupProps extends SsprOptions {
  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
}

/** A group whose options have been read already, as those of an estate file have. */
export interface PlannedSsprGroupProps {
  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
  /** As `planIdentity` answers. */
  readonly plan: SsprPlan;
}

/**
 * The security group whose members may reset their own password. Graph has no API that makes the tenant use it:
 * someone selects it in the Entra admin center, once, and Entra ID then knows it by its object id. So no plan destroys
 * a group that is declared here, nor replaces it: static and dynamic membership do not turn into each other.
 */
export class SsprGroup extends Construct {
  /** The group's display name. */
  readonly group: string;
  /** The group's object id. */
  readonly objectId: string;

  /** @throws FaultError with every fault of the props, such as members in two ways */
  constructor(scope: Construct, id: string, props: SsprGroupProps | PlannedSsprGroupProps) {
    super(scope, id);
    const directory = liveProp("SsprGroup", props, "directory", DIRECTORY);
    const given = dataProps("SsprGroup", props, ["directory"]);
    refuseReferences("SsprGroup", given);
    const plan = readPlan(given);
    this.group = plan.group;
    if (plan.membership.kind === "existing") {
      new Released(this, "Resource", Group.tfResourceType);
      this.objectId = directory.group(plan.group);
      return;
    }
    this.objectId = new Group(this, "Resource", {
      displayName: literal(plan.group),
      description: literal(plan.description),
      securityEnabled: true,
      preventDuplicateNames: true,
      ...(plan.membership.kind === "users"
        ? { members: this.lookUp("Members", plan.membership.users) }
        : {
            types: [literal("DynamicMembership")],
            dynamicMembership: { enabled: true, rule: literal(plan.membership.rule) },
          }),
      ...(plan.owners.length > 0 ? { owners: this.lookUp("Owners", plan.owners) } : {}),
      lifecycle: { preventDestroy: true },
    }).objectId;
    directory.declareGroup(plan.group, this.objectId);
  }

  /** Object ids of hundreds of users through one data source, at one request each where `azuread_user` makes three. */
  private lookUp(id: string, users: readonly string[]): TerraformText[] {
    return new DataAzureadUsers(this, id, { userPrincipalNames: users.map(literal) }).objectIds;
  }
}

function readPlan(given: Mapping): SsprPlan {
  if (given.plan !== undefined) return readProps("SsprGroup", closed({ plan: SsprPlanSchema }), given).plan;
  const subject = subjectOf("SsprGroup", given.group);
  return unwrap(subject, planSspr(readProps(subject, SsprSchema, given)));
}
