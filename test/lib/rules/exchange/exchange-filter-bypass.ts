import type { Values } from "../../../../lib/exchange/objects";
import { exchangeFilterBypass } from "../../../../lib/rules/exchange/exchange-filter-bypass";
import { type RuleCases, tenant } from "../fixture";

const rule = (values: Values) =>
  tenant({
    exchange: {
      objects: [{ kind: "transport-rule", name: "Scanner", values: { name: "Scanner", ...values } }],
    },
  });

const find = (words: string, received: string) => ({
  level: "warning" as const,
  at: "object Scanner",
  message: `the mail flow rule Scanner: mail that fits the rule ${words}`,
  received,
  expected: "no rule that skips a filter",
  fix: "take the action out, and report what was caught wrongly to Microsoft",
});

const cases: RuleCases = {
  rule: exchangeFilterBypass,
  compliant: {
    "nothing is known of it": tenant({}),
    "another level": rule({ setScl: 5 }),
    "another header": rule({ setHeaderName: "X-Contoso", setHeaderValue: "-1" }),
    "a rule that is off": rule({ setScl: -1, enabled: false }),
    "a rule that only records": rule({ setScl: -1, mode: "Audit" }),
  },
  violating: {
    "the level": { ...rule({ setScl: -1 }), finds: [find("skips spam filtering", "setScl: -1")] },
    "a header": {
      ...rule({
        setHeaderName: "X-MS-Exchange-Organization-SkipSafeAttachmentProcessing",
        setHeaderValue: "1",
      }),
      finds: [
        find(
          "skips Safe Attachments",
          "setHeaderName: X-MS-Exchange-Organization-SkipSafeAttachmentProcessing",
        ),
      ],
    },
  },
};

export default cases;
