import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { unwrap } from "../../lib/fault";
import { planBreakGlass } from "../../lib/identity/break-glass";
import type { BreakGlassPlan } from "../../lib/identity/identity-plan";
import type { BreakGlassOptions } from "../../lib/identity/options";
import { BreakGlassPlanSchema } from "../../lib/identity/plan-schema";
import { BreakGlassSchema } from "../../lib/identity/schema";
import type { Mapping } from "../../lib/mapping";
import { closed } from "../../lib/schema/shapes";
import { dataProps, type LiveProp, liveConstruct, liveProp, readProps, subjectOf } from "../read-props";
import type { Gated } from "../terraform/gated";
import { expression, literal, type Reference, template } from "../terraform/text";
import { refuseReferences } from "../tokens";
import { DataAzureadGroup, Group } from "./bindings";
import { DIRECTORY, type Directory } from "./directory";
import { Released } from "./released";

/** The emergency access accounts, and where they are found. */
export interface BreakGlassProps extends BreakGlassOptions {
  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
}

/** A break-glass group whose options have been read already, as those of an estate file have. */
export interface PlannedBreakGlassProps {
  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
  /** As `planIdentity` answers. */
  readonly plan: BreakGlassPlan;
}

/**
 * The emergency access accounts and the group that holds them, which every policy excludes.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access
 *
 * Terraform refuses to plan while an account is disabled, a guest or synchronized from on-premises, or while a group
 * that exists lacks one of them: no policy changes until the way back in is open. No plan destroys a group that is
 * declared here; once it is declared no longer, `TenantStack` lets go of it and keeps it.
 */
export class BreakGlass extends Construct {
  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
  /** The group's display name. */
  readonly group: string;
  /** The group's object id. */
  readonly objectId: Reference;

  /** @throws FaultError with every fault of the props, such as fewer than two accounts */
  constructor(scope: Construct, id: string, props: BreakGlassProps | PlannedBreakGlassProps) {
    super(scope, id);
    this.directory = liveProp("BreakGlass", props, "directory", DIRECTORY);
    const given = dataProps("BreakGlass", props, ["directory"]);
    refuseReferences("BreakGlass", given);
    const plan = readPlan(given);
    this.group = plan.group;
    const accounts = plan.users.map((upn) => {
      const objectId = this.directory.guardedUser(upn, soundAccount(upn));
      return { upn, objectId };
    });
    this.objectId = plan.existing ? this.lookUp(accounts) : this.create(plan, accounts);
    this.directory.declareGroup(this.group, this.objectId);
  }

  private create({ group, description }: BreakGlassPlan, accounts: readonly Account[]): Reference {
    return new Group(this, "Resource", {
      displayName: literal(group),
      description: literal(description),
      securityEnabled: true,
      preventDuplicateNames: true,
      members: accounts.map(({ objectId }) => objectId),
      lifecycle: {
        preventDestroy: true,
        // Both guard the group against lesser administrators: a restricted administrative unit is set elsewhere, and
        // an imported group may be role-assignable, which only a new group could become.
        ignoreChanges: [literal("administrative_unit_ids"), literal("assignable_to_role")],
      },
    }).objectId;
  }

  private lookUp(accounts: readonly Account[]): Reference {
    new Released(this, "Resource", Group.tfResourceType);
    return new DataAzureadGroup(this, "Existing", {
      objectId: this.directory.existingGroup(this.group),
      securityEnabled: true,
      lifecycle: {
        postcondition: accounts.map(({ upn, objectId }) => ({
          condition: expression`contains(self.members, ${objectId})`,
          errorMessage: template`${literal(upn)} is not a member of the break-glass group ${literal(this.group)}: the policies would bind it. Add it to the group itself, not to a group inside it.`,
        })),
      },
    }).objectId;
  }
}

function readPlan(given: Mapping): BreakGlassPlan {
  if (given.plan !== undefined) {
    return readProps("BreakGlass", closed({ plan: BreakGlassPlanSchema }), given).plan;
  }
  const subject = subjectOf("BreakGlass", given.group);
  return unwrap(subject, planBreakGlass(readProps(subject, BreakGlassSchema, given), undefined));
}

interface Account {
  readonly upn: string;
  readonly objectId: Reference;
}

/** What an emergency access account must be, checked at every plan. */
function soundAccount(upn: string): Gated<TerraformResourceLifecycle> {
  const account = template`The break-glass account ${literal(upn)}`;
  return {
    postcondition: [
      {
        condition: expression`self.account_enabled == true`,
        errorMessage: template`${account} is disabled: nobody could sign in with it in an emergency. Enable it.`,
      },
      {
        // `null` if it never was synchronized, `false` if it no longer is.
        condition: expression`self.onpremises_sync_enabled != true`,
        errorMessage: template`${account} is synchronized from on-premises: it fails when the premises or the synchronization do. Use a cloud-only account.`,
      },
      {
        condition: expression`self.user_type != "Guest"`,
        errorMessage: template`${account} is a guest: it depends on another tenant. Use a member of this tenant.`,
      },
    ],
  };
}

/** Whom no policy can lock out, among props. */
export const BREAK_GLASS: LiveProp<BreakGlass> = liveConstruct(
  "a BreakGlass",
  (value): value is BreakGlass =>
    "directory" in value &&
    DIRECTORY.is(value.directory) &&
    "group" in value &&
    typeof value.group === "string",
);
