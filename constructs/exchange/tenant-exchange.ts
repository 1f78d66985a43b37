import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { ExchangePlan, PlannedObject, SystemAlertsCheck } from "../../lib/exchange/exchange-plan";
import { terraformType, type Value } from "../../lib/exchange/objects";
import { ExchangePlanSchema } from "../../lib/exchange/plan-schema";
import { planFaults } from "../../lib/exchange/sound-plan";
import { FaultError } from "../../lib/fault";
import { closed } from "../../lib/schema/shapes";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps } from "../read-props";
import { Check } from "../terraform/check";
import { addressOf } from "../terraform/elements";
import { forPrograms } from "../terraform/gated";
import { literal, literalOrReference, template } from "../terraform/text";
import { DataM365SystemAlerts, makerOf, type ObjectConfig } from "./bindings";
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
    const faults = planFaults(plan);
    if (faults.length > 0) throw new FaultError(kind, faults);
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
      const before = (object.after ?? []).flatMap((other) => {
        const planned = plan.objects.find((one) => one.id === other);
        return planned ? [make(planned)] : [];
      });
      const element = makerOf(terraformType(object.kind))(this, constructId(object.id), config);
      if (before.length > 0) element.dependsOn = before.map(addressOf);
      made.set(object.id, element);
      return element;
    };
    for (const object of plan.objects) make(object);
    for (const { kind: ofRules, rules } of plan.orders) {
      const ids = rules.flatMap((rule) => made.get(rule)?.id ?? []);
      makerOf(`${terraformType(ofRules)}_order`)(this, `Order-${ofRules}`, { rules: ids, provider });
    }
    if (plan.systemAlerts) this.lookAtSystemAlerts(plan.systemAlerts, provider);
    this.objects = new Map([...made].map(([key, element]) => [key, forPrograms(element)]));
  }

  /** Nothing can be applied to Microsoft's own alert policies: where one is not as it has to be, each plan warns. */
  private lookAtSystemAlerts({ recipients }: SystemAlertsCheck, provider: M365Provider): void {
    const alerts = new DataM365SystemAlerts(this, "SystemAlerts", {
      provider,
      ...(recipients.length > 0 ? { recipients: recipients.map(literalOrReference) } : {}),
    });
    const at = literal(`data.m365_system_alerts.${alerts.friendlyUniqueId}`);
    new Check(this, "SystemAlertsOn", {
      condition: template`\${${at}.passed}`,
      errorMessage: template`Microsoft's own alert policies: \${join("; ", compact([length(${at}.missing) > 0 ? "not there: \${join(", ", ${at}.missing)}" : "", length(${at}.disabled) > 0 ? "off: \${join(", ", ${at}.disabled)}" : "", length(${at}.silent) > 0 ? "do not tell who has to know: \${join(", ", ${at}.silent)}" : ""]))}. They are changed in the Defender portal, under Alert policy.`,
    });
  }
}

type Made = ReturnType<ReturnType<typeof makerOf>>;

/** A value as Terraform takes it. */
function given(value: Value): ObjectConfig[string] {
  if (typeof value === "string") return literalOrReference(value);
  return typeof value === "object" ? value.map(literalOrReference) : value;
}
