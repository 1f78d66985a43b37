import type { Construct } from "constructs";
import { addM365Provider } from "../constructs/exchange/add-m365-provider";
import { AuthenticationStrengths } from "../constructs/identity/authentication-strengths";
import { AzureadProvider, Group } from "../constructs/identity/bindings";
import { BreakGlass } from "../constructs/identity/break-glass";
import { Directory } from "../constructs/identity/directory";
import { addDirectorySyncCheck } from "../constructs/identity/directory-sync-check";
import { MfaBaseline } from "../constructs/identity/mfa-baseline";
import { NamedLocations } from "../constructs/identity/named-locations";
import { Released } from "../constructs/identity/released";
import { RoleHolders } from "../constructs/identity/role-holders";
import { SsprGroup } from "../constructs/identity/sspr-group";
import { TenantSettings } from "../constructs/identity/tenant-settings";
import { dataProps, readProps } from "../constructs/read-props";
import { allowVersions } from "../constructs/terraform/allow-versions";
import { TerraformOutput, yaml } from "../constructs/terraform/elements";
import { forPrograms } from "../constructs/terraform/gated";
import { literal, literalOrReference, type Reference } from "../constructs/terraform/text";
import { useCredentials } from "../constructs/terraform/use-credentials";
import { tenantStackName } from "../lib/declare/tenants";
import type { StateBackend } from "../lib/estate/model";
import { CloudSchema } from "../lib/estate/schema/domain";
import { StateBackendSchema } from "../lib/estate/schema/state";
import { FaultError } from "../lib/fault";
import type { ControlExclusions, IdentityPlan } from "../lib/identity/identity-plan";
import { IdentityPlanSchema } from "../lib/identity/plan-schema";
import { ssprInstructions } from "../lib/identity/sspr";
import { CLOUDS } from "../lib/microsoft/clouds";
import type { Cloud, CredentialsOptions } from "../lib/options";
import { text } from "../lib/schema/scalars";
import { CredentialsSchema } from "../lib/schema/secrets";
import { closed, may } from "../lib/schema/shapes";
import { addBackend } from "./backend";
import { MailStack } from "./mail-stack";
import { requireStackName } from "./require-stack-name";
import type { StackSettings, TenantSource } from "./stack-sources";

/** What a tenant's stack declares, and where its state is. */
export interface TenantStackProps {
  /** What the tenant declares of its identities, as `planIdentity` answers. */
  readonly plan: IdentityPlan;
  /** The tenant's id. @default the one that `ARM_TENANT_ID` names */
  readonly tenantId?: string;
  /** Microsoft's cloud. @default "worldwide" */
  readonly cloud?: Cloud;
  /** Where its state is kept. @default local, `state/{stack}.tfstate` beside the output folder */
  readonly state?: StateBackend;
  /** Versions of provider azuread that may be used, as Terraform's constraint. @default ">= 3.7.0, < 4.0.0" */
  readonly azureadVersions?: string;
  /** Which credentials of the environment open the tenant. @default `ARM_*` */
  readonly credentials?: CredentialsOptions;
}

const PropsSchema = closed({
  plan: IdentityPlanSchema,
  tenantId: may(text),
  cloud: may(CloudSchema),
  state: may(StateBackendSchema),
  azureadVersions: may(text),
  credentials: may(CredentialsSchema),
});

/**
 * The identities of one tenant as one Terraform stack: break-glass, Conditional Access, the group for self-service
 * password reset, sign-in methods and what everybody may do. Credentials come from the environment (`ARM_*`).
 *
 * When the stack goes, its policies go first and what they exclude stays.
 */
export class TenantStack extends MailStack {
  /** The stack of one tenant of an estate. @internal */
  static ofEstate(
    scope: Construct,
    { name, tenant, plan }: TenantSource,
    { state, providers }: StackSettings,
  ): TenantStack {
    const { tenantId, cloud, credentials } = tenant;
    const { azuread } = providers;
    return new TenantStack(scope, name, {
      plan,
      cloud,
      state,
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(azuread === undefined ? {} : { azureadVersions: azuread }),
      ...(credentials === undefined ? {} : { credentials }),
    });
  }

  /** Where names of users, groups and locations are found. */
  readonly directory: Directory;
  /** Whom no policy locks out; undefined where the tenant declares nobody. */
  readonly breakGlass: BreakGlass | undefined;
  /** The group for self-service password reset, if there is one. */
  readonly sspr: SsprGroup | undefined;
  /** The Conditional Access policies, if there are any. */
  readonly baseline: MfaBaseline | undefined;

  /**
   * @param tenant the tenant's name in the estate; the stack is called `tenant-<name>`
   * @throws FaultError if no stack can be called so, the plan has policies and no break-glass group, or versions that it
   *   is not made for may be used
   */
  constructor(scope: Construct, tenant: string, props: TenantStackProps) {
    super(scope, requireStackName(tenant, tenantStackName));
    const kind = `TenantStack ${tenant}`;
    const {
      plan,
      tenantId,
      cloud = "worldwide",
      state,
      azureadVersions,
      credentials,
    } = readProps(kind, PropsSchema, dataProps(kind, props));
    addBackend(this, state ?? { type: "local", path: "state/{stack}.tfstate" });
    const provider = new AzureadProvider(this, "Azuread", {
      // Written even where it is the provider's default: `ARM_ENVIRONMENT` must not choose another cloud.
      environment: literal(CLOUDS[cloud].environment.azuread),
      ...(tenantId === undefined ? {} : { tenantId: literalOrReference(tenantId) }),
    });
    allowVersions(provider, azureadVersions);
    useCredentials(provider, credentials);
    this.directory = new Directory(this, "Directory");
    const { directory } = this;
    this.breakGlass =
      plan.breakGlass && new BreakGlass(this, "BreakGlass", { directory, plan: plan.breakGlass });
    this.sspr = plan.sspr && new SsprGroup(this, "Sspr", { directory, plan: plan.sspr });
    if (!this.breakGlass) new Released(this, "BreakGlass", Group.tfResourceType);
    if (!this.sspr) new Released(this, "Sspr", Group.tfResourceType);
    if (plan.strengths) new AuthenticationStrengths(this, "Strengths", { directory, plan: plan.strengths });
    new NamedLocations(this, "NamedLocations", { directory, plan: plan.namedLocations });
    const { settings = [], sync } = plan;
    // It is there only where something needs it.
    const m365 =
      settings.length > 0 || sync?.maxAge !== undefined
        ? addM365Provider(this, "M365", { cloud, tenantId, credentials })
        : undefined;
    const declared =
      m365 && settings.length > 0
        ? new TenantSettings(this, "Settings", { directory, settings, provider: forPrograms(m365) })
        : undefined;
    if (plan.roleHolders?.some(({ users, groups }) => users.length + groups.length > 0)) {
      const holders = new RoleHolders(this, "Roles", { directory, holders: plan.roleHolders });
      holders.waitFor(declared?.roleRules ?? []);
    }
    this.baseline = this.addBaseline(plan);
    // Entra ID turns no policy on beside security defaults: they go first.
    const defaults = declared?.securityDefaults;
    for (const policy of this.baseline?.policies.values() ?? []) if (defaults) policy.waitFor(defaults);
    if (plan.scubaGearExclusions.length > 0) {
      new TerraformOutput(this, "ScubaGear", {
        description: literal("Exclusions for the configuration of CISA's ScubaGear"),
        value: scubaGearConfiguration(plan.scubaGearExclusions, directory),
      });
    }
    if (sync) addDirectorySyncCheck(this, sync);
    if (plan.sspr) {
      new TerraformOutput(this, "SsprInstructions", {
        value: literal(ssprInstructions(plan.sspr, CLOUDS[cloud].adminCenter)),
      });
    }
  }

  private addBaseline({ policies }: IdentityPlan): MfaBaseline | undefined {
    if (policies.length === 0) return undefined;
    const { breakGlass } = this;
    if (breakGlass) return new MfaBaseline(this, "Mfa", { breakGlass, policies });
    throw new FaultError(this.node.id, [
      { path: ["breakGlass"], message: "policies without a break-glass group", expected: "breakGlass" },
    ]);
  }
}

/** The part of ScubaGear's configuration that lists each control's accepted exclusions by object id, as YAML. */
function scubaGearConfiguration(controls: readonly ControlExclusions[], directory: Directory): Reference {
  const exclusions = controls.map(({ control, users, groups, roles = false }) => [
    control,
    {
      [roles ? "RoleExclusions" : "CapExclusions"]: {
        ...(users.length > 0 ? { Users: users.map((upn) => literalOrReference(directory.user(upn))) } : {}),
        ...(roles ? {} : { Groups: groups.map((group) => literalOrReference(directory.group(group))) }),
      },
    },
  ]);
  return yaml({ Aad: Object.fromEntries(exclusions) });
}
