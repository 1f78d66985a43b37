import { objectsOf, titled, valueIn } from "../posture/facts/exchange-objects";
import type { Controls } from "./controls";
import { type TenantRule, tenantRule } from "./rule";

interface MethodRuleFacts {
  readonly id: string;
  /** As Graph names them. */
  readonly methods: readonly string[];
  readonly title: string;
  readonly why: string;
  readonly controls: Controls;
}

/** A rule over sign-in methods that are to be off. */
export function methodRule({ methods, ...facts }: MethodRuleFacts): TenantRule {
  return tenantRule({
    ...facts,
    reads: "authentication-method",
    asks: ["state"],
    level: "warning",
    recommended: false,
    sources: [],
    check: (tenant) =>
      objectsOf(tenant, "authentication-method").flatMap((object) => {
        if (!methods.includes(object.name) || valueIn(object, "state") !== "enabled") return [];
        return [
          {
            message: `${titled(object)} is on`,
            received: "state: enabled",
            expected: "disabled",
            fix: "set state to disabled, once people have another method",
            where: object.where,
          },
        ];
      }),
  });
}
