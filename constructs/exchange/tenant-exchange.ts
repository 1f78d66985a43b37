import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { ExchangePlan, PlannedObject } from "../../lib/exchange/exchange-plan";
import type { ExchangeKind, Value } from "../../lib/exchange/objects";
import { ExchangePlanSchema } from "../../lib/exchange/plan-schema";
import { FaultError, shown } from "../../lib/fault";
import { closed } from "../../lib/schema/shapes";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { forPrograms } from "../terraform/gated";
import { literalOrReference } from "../terraform/text";
import { makerOf, type ObjectConfig } from "./bindings";
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
  readonly objects: ReadonlyMap<string, TerraformResource>;

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
    refuseUnsound(plan);
    const made = new Map<string, Made>();
    const make = (object: PlannedObject): Made => {
      const there = made.get(object.id);
      if (there) return there;
      const config: Record<string, ObjectConfig[string]> = { provider };
      for (const [attribute, value] of Object.entries(object.values)) config[attribute] = given(value);
      for (const [attribute, other] of Object.entries(object.names)) {
        const planned = plan.objects.find((one) => one.id === other);
        if (planned) config[attribute] = make(planned).name;
      }
      const element = makerOf(typeOf(object.kind))(this, constructId(object.id), config);
      made.set(object.id, element);
      return element;
    };
    for (const object of plan.objects) make(object);
    for (const { kind: ofRules, rules } of plan.orders) {
      const ids = rules.flatMap((rule) => made.get(rule)?.id ?? []);
      makerOf(`${typeOf(ofRules)}_order`)(this, `Order-${ofRules}`, { rules: ids, provider });
    }
    this.objects = new Map([...made].map(([key, element]) => [key, forPrograms(element)]));
  }
}

/** @throws FaultError where two objects have one id, or an order names one that is not there */
function refuseUnsound({ objects, orders }: ExchangePlan): void {
  const ids = objects.map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const named = [
    ...orders.flatMap(({ rules }) => rules),
    ...objects.flatMap(({ names }) => Object.values(names)),
  ];
  const faults = [
    ...twice.map((id) => ({
      path: ["plan", "objects"],
      message: "two objects have one id",
      received: shown(id),
    })),
    ...named
      .filter((id) => !ids.includes(id))
      .map((id) => ({ path: ["plan"], message: "there is no object with this id", received: shown(id) })),
  ];
  if (faults.length > 0) throw new FaultError("TenantExchange", faults);
}

type Made = ReturnType<ReturnType<typeof makerOf>>;

/** `m365_safe_links_policy` of `safe-links-policy`. */
function typeOf(kind: ExchangeKind): string {
  return `m365_${kind.replaceAll("-", "_")}`;
}

/** A value as Terraform takes it. */
function given(value: Value): ObjectConfig[string] {
  if (typeof value === "string") return literalOrReference(value);
  return typeof value === "object" ? value.map(literalOrReference) : value;
}
