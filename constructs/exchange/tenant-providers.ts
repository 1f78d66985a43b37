import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { TenantOptions } from "../../lib/options";
import type { LiveProp } from "../read-props";
import { isTerraformProvider, isTerraformResource } from "../terraform/elements";
import { forPrograms } from "../terraform/gated";
import { literal } from "../terraform/text";
import { addM365Provider } from "./add-m365-provider";
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
    const alias = this.own && keyOf(this.own) === key ? undefined : literal(key);
    const { cloud, credentials, exchange } = tenant;
    const access = { cloud, tenantId: exchange?.tenantId, credentials };
    const provider = forPrograms(addM365Provider(this.scope, `M365-${key}`, access, alias));
    this.made.set(key, provider);
    return provider;
  }
}

/** A name that Terraform takes as an alias. */
const keyOf = ({ name, initialDomain }: TenantOptions) =>
  `tenant-${(name ?? initialDomain).replaceAll(".", "_")}`;
