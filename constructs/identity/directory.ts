import type { DataAzureadUser as AnyDataAzureadUser } from "@cdktf/provider-azuread/lib/data-azuread-user";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { type Fault, FaultError, shown, unwrap } from "../../lib/fault";
import type { PolicyIds } from "../../lib/identity/graph";
import { parseUpn } from "../../lib/identity/upn";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { type LiveProp, liveConstruct } from "../read-props";
import { only } from "../terraform/elements";
import { forPrograms, type Gated } from "../terraform/gated";
import { literal, type Reference } from "../terraform/text";
import { isToken } from "../tokens";
import { DataAzureadGroups, DataAzureadUser } from "./bindings";

interface FoundUser {
  readonly account: InstanceType<typeof DataAzureadUser>;
  readonly objectId: Reference;
}

/**
 * The tenant's users, groups, named locations and authentication strengths by name. What the stack does not declare itself is looked up when
 * Terraform plans, once however often it is named, so that no object id is ever written down.
 *
 * Names are compared without regard to case, as Graph does. Needs `User.Read.All` and `Group.Read.All` for what is
 * looked up.
 */
export class Directory extends Construct implements PolicyIds {
  private readonly users = new Map<string, FoundUser>();
  private readonly lookedUp = new Map<string, Reference>();
  private readonly declared = new Map<string, string>();
  /** Groups that a policy refers to already. */
  private readonly answered = new Set<string>();
  private readonly locations = new Map<string, string>();
  private readonly strengths = new Map<string, string>();

  constructor(scope: Construct, id: string) {
    super(scope, id);
    markGrouping(this);
  }

  /**
   * Object id of a user.
   * @throws FaultError if this is no user principal name
   */
  user(upn: string): string {
    return this.findUser(upn).objectId;
  }

  /**
   * The look-up of a user, for what a policy does not need: whether the account is enabled, or synchronized.
   * @throws FaultError if this is no user principal name
   */
  account(upn: string): AnyDataAzureadUser {
    return forPrograms(this.findUser(upn).account);
  }

  /** Object id of a user, and what ties the account to one of Active Directory. @internal */
  cloudUser(upn: string): { readonly objectId: Reference; readonly immutableId: Reference } {
    const { account, objectId } = this.findUser(upn);
    return { objectId, immutableId: account.onpremisesImmutableId };
  }

  /** Object id of a user that Terraform looks at before it plans anything. @internal */
  guardedUser(upn: string, lifecycle: Gated<TerraformResourceLifecycle>): Reference {
    const { account, objectId } = this.findUser(upn);
    account.lifecycle = lifecycle;
    return objectId;
  }

  /** Object id of a security group: one that {@link declareGroup} knows, else one that exists in the tenant. */
  group(name: string): string {
    const key = nameOf("group", name);
    this.answered.add(key);
    return this.declared.get(key) ?? this.existingGroup(name);
  }

  /**
   * Object id of a security group that exists in the tenant, whatever the stack declares. The plan fails unless there
   * is exactly one of the name.
   *
   * The look-up is the plural data source: `azuread_group` puts the name into its filter as it is, so that a name
   * with an apostrophe could ask for another group, and reads every member at each plan.
   */
  existingGroup(name: string): Reference {
    const key = nameOf("group", name);
    const known = this.lookedUp.get(key);
    if (known !== undefined) return known;
    const found = new DataAzureadGroups(childOf(this, "Group"), constructId(key), {
      displayNames: [literal(name)],
      securityEnabled: true,
    });
    const objectId = only(found.objectIds);
    this.lookedUp.set(key, objectId);
    return objectId;
  }

  /**
   * Makes a name stand for a group that the stack creates or has checked.
   * @throws FaultError if the name stood for another group so far
   */
  declareGroup(name: string, objectId: string): void {
    const key = nameOf("group", name);
    if (this.declared.has(key)) throw refused("group", { message: "two groups of one name", received: name });
    if (this.answered.has(key)) {
      throw refused("group", {
        message: "named before the stack declares it",
        received: name,
        fix: "declare the group before the policies that name it",
      });
    }
    this.declared.set(key, objectId);
  }

  /** Keys of the named locations that the stack declares. */
  get locationKeys(): readonly string[] {
    return [...this.locations.keys()].sort();
  }

  /**
   * Id of a named location that the stack declares.
   * @throws FaultError if there is none of this key
   */
  location(key: string): string {
    const id = this.locations.get(key);
    if (id !== undefined) return id;
    throw refused("named location", {
      message: "no named location of this key",
      received: key,
      expected: this.locationKeys.join(", ") || "a key of namedLocations",
    });
  }

  /**
   * Makes a key stand for a named location.
   * @throws FaultError if it stands for one already
   */
  declareLocation(key: string, id: string): void {
    if (this.locations.has(key)) {
      throw refused("named location", { message: "two named locations of one key", received: key });
    }
    this.locations.set(key, id);
  }

  /** Keys of the authentication strengths that the stack declares. */
  get strengthKeys(): readonly string[] {
    return [...this.strengths.keys()].sort();
  }

  /**
   * Path of an authentication strength that the stack declares.
   * @throws FaultError if there is none of this key
   */
  strength(key: string): string {
    const id = this.strengths.get(key);
    if (id !== undefined) return id;
    throw refused("authentication strength", {
      message: "no authentication strength of this key",
      received: key,
      expected: this.strengthKeys.join(", ") || "a key of strengths",
    });
  }

  /**
   * Makes a key stand for an authentication strength.
   * @throws FaultError if it stands for one already
   */
  declareStrength(key: string, id: string): void {
    if (this.strengths.has(key)) {
      throw refused("authentication strength", {
        message: "two authentication strengths of one key",
        received: key,
      });
    }
    this.strengths.set(key, id);
  }

  private findUser(upn: string): FoundUser {
    if (isToken(upn)) throw unknownName("user");
    const key = unwrap("user", parseUpn(upn));
    const known = this.users.get(key);
    if (known) return known;
    const at = key.lastIndexOf("@");
    const mailbox = childOf(childOf(this, "User"), key.slice(0, at));
    const account = new DataAzureadUser(mailbox, key.slice(at + 1), { userPrincipalName: literal(key) });
    // Asked again, `objectId` would be another token, and the same user stand twice in a list.
    const found = { account, objectId: account.objectId };
    this.users.set(key, found);
    return found;
  }
}

const METHODS = [
  "user",
  "account",
  "group",
  "existingGroup",
  "declareGroup",
  "location",
  "declareLocation",
  "strength",
  "declareStrength",
];

/** Where names of users, groups and locations are found, among props. */
export const DIRECTORY: LiveProp<Directory> = liveConstruct("a Directory", (value): value is Directory =>
  METHODS.every((name) => typeof Reflect.get(value, name) === "function"),
);

/** A name as it is compared. */
function nameOf(kind: string, name: unknown): string {
  if (isToken(name)) throw unknownName(kind);
  if (typeof name === "string" && name !== "") return name.toLowerCase();
  throw refused(kind, { message: "no name", received: shown(name), expected: "text" });
}

/** What is looked up by its name, at an address that follows from the name. */
function unknownName(kind: string): FaultError {
  return refused(kind, {
    message: "a name that is unknown at synth",
    received: "a Terraform reference",
    expected: "a name that is known; an object id needs no look-up",
  });
}

function childOf(scope: Construct, id: string): Construct {
  const child = scope.node.tryFindChild(id);
  return Construct.isConstruct(child) ? child : new Construct(scope, id);
}

function refused(subject: string, fault: Fault): FaultError {
  return new FaultError(subject, [fault]);
}
