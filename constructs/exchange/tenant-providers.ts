import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { CLOUDS } from "../../lib/microsoft/clouds";
import type { TenantOptions } from "../../lib/options";
import type { LiveProp } from "../read-props";
import { isTerraformProvider, isTerraformResource } from "../terraform/elements";
import { forPrograms } from "../terraform/gated";
import { literal } from "../terraform/text";
import { M365Provider as M365 } from "./bindings";
import type { M365Provider } from "./m365/provider";

/** A configuration of provider m365, among props. */
export const PROVIDER: LiveProp<M365Provider> = {
  is: (value): value is M365Provider =>
    isTerraformProvider(value) && value.terraformResourceType === M365.tfResourceType,
  expected: "an M365Provider",
};

/** Resources of Terraform, among props. */
export const RESOURCES: LiveProp<readonly TerraformResource[]> = {
  is: (value): value is readonly TerraformResource[] =>
    Array.isArray(value) && value.every(isTerraformResource),
  expected: "a list of resources",
};

/** One configuration of provider m365 a tenant, each made when it is first asked for. */
export class TenantProviders {
  private readonly made = new Map<string, M365Provider>();

  /** @param own the tenant whose configuration has no alias */
  constructor(
    private readonly scope: Construct,
    private readonly own: TenantOptions | undefined,
  ) {}

  of(tenant: TenantOptions): M365Provider {
    const key = keyOf(tenant);
    const there = this.made.get(key);
    if (there) return there;
    const alias = this.own && keyOf(this.own) === key ? {} : { alias: literal(key) };
    const tenantId = tenant.exchange?.tenantId;
    const { credentials } = tenant;
    const made = new M365(this.scope, `M365-${key}`, {
      ...alias,
      // Written even where it is the provider's default: `ARM_ENVIRONMENT` must not choose another cloud.
      environment: literal(CLOUDS[tenant.cloud ?? "worldwide"].environment.m365),
      ...(tenantId === undefined ? {} : { tenantId: literal(tenantId) }),
      ...(credentials === undefined ? {} : { credentialsPrefix: literal(credentials.prefix) }),
    });
    const provider = forPrograms(made);
    this.made.set(key, provider);
    return provider;
  }
}

/** A name that Terraform takes as an alias. */
const keyOf = ({ name, initialDomain }: TenantOptions) =>
  `tenant-${(name ?? initialDomain).replaceAll(".", "_")}`;
