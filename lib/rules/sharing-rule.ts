import { sharedWithEverybody } from "../exchange/sharing";
import { objectsOf, titled, valueIn } from "../posture/facts/exchange-objects";
import type { Controls } from "./controls";
import { type TenantRule, tenantRule } from "./rule";

interface SharingRuleFacts {
  readonly id: string;
  readonly what: ReturnType<typeof sharedWithEverybody>[number]["what"];
  readonly title: string;
  readonly why: string;
  readonly controls: Controls;
}

/** A rule over sharing policies: whatever they give, they do not give to everybody. */
export function sharingRule({ what, ...facts }: SharingRuleFacts): TenantRule {
  return tenantRule({
    ...facts,
    reads: "sharing-policy",
    asks: ["enabled", "domains"],
    level: "warning",
    recommended: false,
    sources: [],
    check: (tenant) =>
      objectsOf(tenant, "sharing-policy").flatMap((object) => {
        const domains = valueIn(object, "domains");
        if (valueIn(object, "enabled") !== true || !Array.isArray(domains)) return [];
        const open = domains.filter((entry) => sharedWithEverybody(entry).some((one) => one.what === what));
        if (open.length === 0) return [];
        return [
          {
            message: `${titled(object)} shares ${what} with everybody outside`,
            received: `domains: ${open.join(", ")}`,
            expected: "domains by name",
            fix: "name the domains that it is meant for",
            where: object.where,
          },
        ];
      }),
  });
}
