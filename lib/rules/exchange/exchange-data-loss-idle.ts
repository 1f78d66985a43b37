import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { isWhole } from "../../posture/tenant-parts";
import { type Hit, tenantRule } from "../rule";

export const exchangeDataLossIdle = tenantRule({
  id: "exchange-data-loss-idle",
  reads: "dlp-compliance-policy",
  asks: ["mode"],
  title: "a policy against the loss of data does not act",
  why: "A policy in test records what would have been stopped, and stops nothing. Of a tenant that is read, one that acts is enough: others may be in test beside it.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.SECURITYSUITE.3.1v1"], cis: ["3.2.1"] },
  recommended: false,
  check(tenant) {
    const policies = objectsOf(tenant, "dlp-compliance-policy");
    const modes = policies.map((object) => [object, valueIn(object, "mode")] as const);
    const isAll = isWhole(tenant, "dlp-compliance-policy");
    if (isAll && modes.some(([, mode]) => mode === "Enable" || mode === undefined)) return [];
    if (isAll && policies.length === 0) {
      return [
        {
          message: "there is no policy against the loss of data",
          expected: "one with mode: Enable",
          fix: "add one, or take a baseline of dataLoss",
        },
      ];
    }
    return modes.flatMap(([object, mode]): readonly Hit[] =>
      mode === undefined || mode === "Enable"
        ? []
        : [
            {
              message: `${titled(object)} stops nothing`,
              received: `mode: ${String(mode)}`,
              expected: "Enable",
              fix: "set mode",
              where: object.where,
            },
          ],
    );
  },
});
