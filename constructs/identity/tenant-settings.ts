import { Construct } from "constructs";
import * as v from "valibot";
import type { PlannedObject } from "../../lib/exchange/exchange-plan";
import { terraformType, type Value } from "../../lib/exchange/objects";
import { PlannedObjectSchema } from "../../lib/exchange/plan-schema";
import { planFaults } from "../../lib/exchange/sound-plan";
import { FaultError } from "../../lib/fault";
import { ALL_USERS, namesGroups, namesUsers } from "../../lib/identity/settings/methods";
import { closed } from "../../lib/schema/shapes";
import { constructId } from "../construct-id";
import { makerOf, type ObjectConfig } from "../exchange/bindings";
import type { M365Provider } from "../exchange/m365/provider";
import { PROVIDER } from "../exchange/tenant-providers";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { literal, literalOrReference } from "../terraform/text";
import { DIRECTORY, type Directory } from "./directory";

/** What a tenant declares of sign-in methods and of what everybody may do. */
export interface TenantSettingsProps {
  /** Where names of groups are found. */
  readonly directory: Directory;
  /** As `planIdentity` answers. */
  readonly settings: readonly PlannedObject[];
  /** A configuration of provider m365. */
  readonly provider: M365Provider;
}

/** What Graph holds of one tenant beside Conditional Access, by provider m365: sign-in methods, consent, applications, rules of roles. */
export class TenantSettings extends Construct {
  /** Security defaults, where they are switched. */
  readonly securityDefaults: { readonly fqn: string } | undefined;
  /** Rules by which roles are given. */
  readonly roleRules: { readonly fqn: string }[] = [];

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: TenantSettingsProps) {
    super(scope, id);
    markGrouping(this);
    const kind = "TenantSettings";
    const directory = liveProp(kind, props, "directory", DIRECTORY);
    const provider = liveProp(kind, props, "provider", PROVIDER);
    const { settings } = readProps(
      kind,
      closed({ settings: v.array(PlannedObjectSchema) }),
      dataProps(kind, props, ["directory", "provider"]),
    );
    const faults = planFaults({ objects: settings, orders: [] }, ["settings"]);
    if (faults.length > 0) throw new FaultError(kind, faults);
    const made = new Map<string, { readonly fqn: string }>();
    for (const { id: own, kind: of, values } of settings) {
      const config: Record<string, ObjectConfig[string]> = { provider };
      for (const [name, value] of Object.entries(values)) {
        config[name] = namesGroups(name)
          ? groupsOf(value, directory)
          : namesUsers(name)
            ? usersOf(value, directory)
            : given(value);
      }
      const one = makerOf(terraformType(of))(this, constructId(own), config);
      made.set(of, one);
      if (of === "role-management-policy") this.roleRules.push(one);
    }
    this.securityDefaults = made.get("security-defaults");
  }
}

/** Object ids in the place of names. */
function groupsOf(value: Value, directory: Directory): ObjectConfig[string] {
  const idOf = (name: string) =>
    name === ALL_USERS ? literal(name) : literalOrReference(directory.group(name));
  if (typeof value === "string") return value === "" ? literal("") : idOf(value);
  return Array.isArray(value) ? value.map(idOf) : given(value);
}

function usersOf(value: Value, directory: Directory): ObjectConfig[string] {
  return Array.isArray(value) ? value.map((upn) => literalOrReference(directory.user(upn))) : given(value);
}

function given(value: Value): ObjectConfig[string] {
  if (typeof value === "string") return literal(value);
  return typeof value === "object" ? value.map(literal) : value;
}
