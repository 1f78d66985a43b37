import type { Construct } from "constructs";
import { addM365Provider } from "../constructs/exchange/add-m365-provider";
import { TenantExchange } from "../constructs/exchange/tenant-exchange";
import { dataProps, readProps } from "../constructs/read-props";
import { TerraformOutput } from "../constructs/terraform/elements";
import { forPrograms } from "../constructs/terraform/gated";
import { literal } from "../constructs/terraform/text";
import { exchangeStackName } from "../lib/declare/exchange";
import type { StateBackend } from "../lib/estate/model";
import { CloudSchema } from "../lib/estate/schema/domain";
import { StateBackendSchema } from "../lib/estate/schema/state";
import type { ExchangePlan } from "../lib/exchange/exchange-plan";
import { handStepsText } from "../lib/exchange/hand-steps-text";
import { ExchangePlanSchema } from "../lib/exchange/plan-schema";
import type { Cloud, CredentialsOptions } from "../lib/options";
import { text } from "../lib/schema/scalars";
import { CredentialsSchema } from "../lib/schema/secrets";
import { closed, may } from "../lib/schema/shapes";
import { addBackend } from "./backend";
import { MailStack } from "./mail-stack";
import { requireStackName } from "./require-stack-name";
import type { ExchangeSource, StackSettings } from "./stack-sources";

/** What a tenant's Exchange stack declares, and where its state is. */
export interface ExchangeStackProps {
  /** What the tenant declares of Exchange, as `planExchange` answers. */
  readonly plan: ExchangePlan;
  /** The tenant's id. @default the one that `ARM_TENANT_ID` names */
  readonly tenantId?: string;
  /** Microsoft's cloud. @default "worldwide" */
  readonly cloud?: Cloud;
  /** Which credentials of the environment open it, where there are those of several tenants. @default `ARM_*` */
  readonly credentials?: CredentialsOptions;
  /** Where its state is kept. @default local, `state/{stack}.tfstate` beside the output folder */
  readonly state?: StateBackend;
}

const PropsSchema = closed({
  plan: ExchangePlanSchema,
  tenantId: may(text),
  cloud: may(CloudSchema),
  credentials: may(CredentialsSchema),
  state: may(StateBackendSchema),
});

/**
 * What one tenant's Exchange Online holds beside its domains, as one Terraform stack: protection, mail flow rules, message
 * encryption. Its state is its own, so that a mail administrator applies it without touching sign-ins. Credentials come from
 * the environment: `ARM_*`, or those of the prefix that is given.
 */
export class ExchangeStack extends MailStack {
  /** The stack of one tenant of an estate. @internal */
  static ofEstate(
    scope: Construct,
    { name, tenant, plan }: ExchangeSource,
    { state }: Pick<StackSettings, "state">,
  ): ExchangeStack {
    const { tenantId, cloud, credentials } = tenant;
    return new ExchangeStack(scope, name, {
      plan,
      cloud,
      state,
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(credentials === undefined ? {} : { credentials }),
    });
  }

  /** The objects that it declares. */
  readonly exchange: TenantExchange;

  /**
   * @param tenant the tenant's name in the estate; the stack is called `exchange-<name>`
   * @throws FaultError if no stack can be called so
   */
  constructor(scope: Construct, tenant: string, props: ExchangeStackProps) {
    super(scope, requireStackName(tenant, exchangeStackName));
    const kind = `ExchangeStack ${tenant}`;
    const { plan, tenantId, cloud, credentials, state } = readProps(
      kind,
      PropsSchema,
      dataProps(kind, props),
    );
    addBackend(this, state ?? { type: "local", path: "state/{stack}.tfstate" });
    const provider = addM365Provider(this, "M365", { cloud, tenantId, credentials });
    this.exchange = new TenantExchange(this, "Exchange", { plan, provider: forPrograms(provider) });
    if (plan.byHand.length > 0) {
      new TerraformOutput(this, "ByHand", { value: literal(handStepsText(plan.byHand)) });
    }
  }
}
