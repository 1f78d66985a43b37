import { Construct } from "constructs";
import type { ExchangePlan, PlannedObject } from "../../lib/exchange/exchange-plan";
import type { Value } from "../../lib/exchange/objects";
import { ExchangePlanSchema } from "../../lib/exchange/plan-schema";
import { closed } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { literalOrReference, type TerraformText } from "../terraform/text";
import { type ExchangeElement, exchangeObject, exchangeOrder } from "./kinds";
import type { M365Provider } from "./m365/provider";
import { PROVIDER } from "./tenant-providers";

/** What a tenant's Exchange declares, and by which configuration of the provider. */
export interface TenantExchangeProps {
  /** As `planExchange` answers. */
  readonly plan: ExchangePlan;
  /** A configuration of provider m365. */
  readonly provider: M365Provider;
}

/** The objects of a plan, side by side: one waits for another only where it names it. */
export class TenantExchange extends Construct {
  /** By id in the plan. */
  readonly objects: ReadonlyMap<string, ExchangeElement>;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: TenantExchangeProps) {
    super(scope, id);
    markGrouping(this);
    const kind = "TenantExchange";
    const provider = liveProp(kind, props, "provider", PROVIDER);
    const { plan } = readProps(
      kind,
      closed({ plan: ExchangePlanSchema }),
      dataProps(kind, props, ["provider"]),
    );
    const made = new Map<string, ExchangeElement>();
    const make = (object: PlannedObject): ExchangeElement => {
      const there = made.get(object.id);
      if (there) return there;
      const named = Object.entries(object.names).flatMap(([attribute, other]) => {
        const planned = plan.objects.find((one) => one.id === other);
        return planned ? [[attribute, make(planned).name] as const] : [];
      });
      const values = Object.entries(object.values).map(
        ([attribute, value]) => [attribute, given(value)] as const,
      );
      const element = exchangeObject(object.kind, this, object.id, {
        ...Object.fromEntries<unknown>(values),
        ...Object.fromEntries<unknown>(named),
        provider,
      });
      made.set(object.id, element);
      return element;
    };
    for (const object of plan.objects) make(object);
    for (const { kind: ofRules, rules } of plan.orders) {
      const ids = rules.flatMap((rule) => made.get(rule)?.id ?? []);
      exchangeOrder(ofRules, this, `Order-${ofRules}`, { rules: ids, provider });
    }
    this.objects = made;
  }
}

/** A value as Terraform takes it. */
function given(value: Value): TerraformText | readonly TerraformText[] | number | boolean {
  if (typeof value === "string") return literalOrReference(value);
  return Array.isArray(value) ? value.map(literalOrReference) : (value as number | boolean);
}
