import { is, objectRule } from "../object-rule";

export const exchangeSafeList = objectRule({
  id: "exchange-safe-list",
  kind: "hosted-connection-filter-policy",
  title: "a safe list that nobody here knows lets mail past the filter",
  why: "Microsoft takes the list from others; who is on it is not shown, and may change.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.8.2v1"], cis: ["2.1.13"] },

  says: "takes Microsoft's safe list",
  wants: [is("enableSafeList", false)],
});
