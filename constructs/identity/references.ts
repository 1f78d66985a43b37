import type { PolicyIds } from "../../lib/identity/graph";
import type { Policy, Principals } from "../../lib/identity/policy";
import { isSoleReference, refuseReferences } from "../tokens";

/**
 * A policy whose users and groups may be references to object ids: `groups: [pilot.objectId]`. Each is stood in for by a
 * name while the policy is read, and put back where Graph's body takes an id.
 */
export class ReferredPrincipals {
  private readonly ids = new Map<string, string>();

  /** @throws FaultError for a reference that is no user and no group, has text around it, or stands for a list */
  hide(subject: string, policy: Policy): Policy {
    const { include, exclude } = policy;
    const hidden: Policy = {
      ...policy,
      include: include === "all" ? include : this.hideIn(include),
      ...(exclude ? { exclude: this.hideIn(exclude) } : {}),
    };
    refuseReferences(
      subject,
      hidden,
      "a value that is known; only users and groups may be references, to their object ids",
    );
    return hidden;
  }

  /** The same ids, and those of the references. */
  reveal(directory: PolicyIds): PolicyIds {
    return {
      user: (upn) => this.ids.get(upn) ?? directory.user(upn),
      group: (name) => this.ids.get(name) ?? directory.group(name),
      location: (key) => directory.location(key),
      strength: (key) => directory.strength(key),
    };
  }

  private hideIn(principals: Principals): Principals {
    const { users, groups } = principals;
    return {
      ...principals,
      ...(users ? { users: users.map((user) => this.standIn(user, "@known-by-terraform.invalid")) } : {}),
      ...(groups ? { groups: groups.map((group) => this.standIn(group, "")) } : {}),
    };
  }

  private standIn(text: string, suffix: string): string {
    if (!isSoleReference(text)) return text;
    const name = `known-by-terraform-${this.ids.size + 1}${suffix}`;
    this.ids.set(name, text);
    return name;
  }
}
