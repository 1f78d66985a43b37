import { exchangeOutsideUntagged } from "../../../../lib/rules/exchange/exchange-outside-untagged";
import { type RuleCases, tenant } from "../fixture";

const marking = { name: "Mark", fromScope: "NotInOrganization", prependSubject: "[External] " };
const rules = (...all: readonly Readonly<Record<string, string | boolean>>[]) =>
  tenant({
    exchange: {
      objects: all.map((values) => ({ kind: "transport-rule" as const, name: String(values.name), values })),
    },
  });
const finds = (received: string) => [
  {
    level: "warning" as const,
    at: "contoso",
    message: "no mail flow rule that is on puts a mark before the subject of mail from outside",
    received,
    expected: "fromScope: NotInOrganization, prependSubject",
    fix: "add the ready rule external-tag",
  },
];
const ONE = "1 rule, none of which does";

const cases: RuleCases = {
  rule: exchangeOutsideUntagged,
  compliant: {
    "nothing is known of rules": tenant({}),
    "one marks": rules({ name: "Another", quarantine: true }, marking),
  },
  violating: {
    "none marks": {
      ...rules({ name: "A", quarantine: true }, { name: "B", quarantine: true }),
      finds: finds("2 rules, none of which does"),
    },
    "it is off": { ...rules({ ...marking, enabled: false }), finds: finds(ONE) },
    "it only records": { ...rules({ ...marking, mode: "Audit" }), finds: finds(ONE) },
    "mail of the organization": { ...rules({ ...marking, fromScope: "InOrganization" }), finds: finds(ONE) },
  },
};

export default cases;
