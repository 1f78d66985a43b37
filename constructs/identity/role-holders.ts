import { Construct } from "constructs";
import * as v from "valibot";
import type { RoleHoldersPlan } from "../../lib/identity/identity-plan";
import { RoleHoldersPlanSchema } from "../../lib/identity/plan-schema";
import { ROLES, type RoleName } from "../../lib/identity/roles";
import { closed } from "../../lib/schema/shapes";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { addressOf } from "../terraform/elements";
import { expression, literal, literalOrReference, type TerraformText, template } from "../terraform/text";
import { DirectoryRoleEligibility } from "./bindings";
import { DIRECTORY, type Directory } from "./directory";

/** Whom a tenant makes eligible for directory roles. */
export interface RoleHoldersProps {
  /** Where names of users and groups are found. */
  readonly directory: Directory;
  /** As `planIdentity` answers. Who has a role active is not changed. */
  readonly holders: readonly RoleHoldersPlan[];
}

/**
 * People and groups that may activate directory roles by Privileged Identity Management, for good. A user who is
 * synchronized fails the plan: whoever takes over the premises would have the role.
 *
 * Needs `RoleEligibilitySchedule.ReadWrite.Directory` and Entra ID P2.
 */
export class RoleHolders extends Construct {
  private readonly requests: InstanceType<typeof DirectoryRoleEligibility>[] = [];

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: RoleHoldersProps) {
    super(scope, id);
    markGrouping(this);
    const kind = "RoleHolders";
    const directory = liveProp(kind, props, "directory", DIRECTORY);
    const { holders } = readProps(
      kind,
      closed({ holders: v.array(RoleHoldersPlanSchema) }),
      dataProps(kind, props, ["directory"]),
    );
    for (const { role, users, groups } of holders) {
      if (users.length + groups.length === 0) continue;
      const place = new Construct(this, constructId(role.replaceAll(" ", "-")));
      const [people, teams] = ["User", "Group"].map((one) => new Construct(place, one));
      for (const upn of users) {
        const { objectId, immutableId } = directory.cloudUser(upn);
        const at = upn.lastIndexOf("@");
        const mailbox = new Construct(people ?? place, constructId(upn.slice(0, at)));
        const request = this.eligible(mailbox, role, upn.slice(at + 1), objectId);
        request.lifecycle = {
          precondition: [
            {
              // Not set, or an empty text, for an account of the cloud alone.
              condition: expression`try(length(${immutableId}), 0) == 0`,
              errorMessage: template`${literal(upn)} is synchronized from on-premises and would have the role ${literal(role)}: whoever takes over the premises would have it too. Use a cloud-only account.`,
            },
          ],
        };
      }
      for (const name of groups) {
        this.eligible(teams ?? place, role, name, literalOrReference(directory.group(name)));
      }
    }
  }

  /** Requests wait for the rules of roles, which say whether somebody may be eligible for good. @internal */
  waitFor(others: readonly { readonly fqn: string }[]): void {
    for (const request of this.requests) request.dependsOn = others.map(addressOf);
  }

  private eligible(place: Construct, role: RoleName, name: string, principal: TerraformText) {
    const request = new DirectoryRoleEligibility(place, constructId(name), {
      roleDefinitionId: literal(ROLES[role]),
      principalId: principal,
      directoryScopeId: literal("/"),
      justification: literal("Declared by the estate of the tenant."),
    });
    this.requests.push(request);
    return request;
  }
}
