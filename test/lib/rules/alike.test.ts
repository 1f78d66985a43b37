import { gathered } from "../../../lib/rules/alike";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules } from "../../../lib/rules/packs";
import { tenant } from "./fixture";
import { FORMS } from "./forms";
import { GRAPH_DEVICE_CODE, GRAPH_LEGACY, GRAPH_MFA } from "./support/policies";

async function findings(count: number) {
  const policies = Array.from({ length: count }, (_, at) => ({
    ...GRAPH_MFA,
    key: `p${at}`,
    policy: {
      ...GRAPH_MFA.policy,
      displayName: `policy ${at}`,
      state: "enabledForReportingButNotEnforced" as const,
    },
  }));
  const posture = await FORMS.planned(
    tenant({ policies: [GRAPH_MFA, GRAPH_LEGACY, GRAPH_DEVICE_CODE, ...policies] }),
  );
  return evaluate(posture, packRules(["recommended"])).filter(({ rule }) => rule === "ca-report-only");
}

test("forty-seven policies that only report are one line with a count and names", async () => {
  const all = await findings(47);
  expect(all.length).toBe(47);
  expect(gathered(all).map(({ message, level }) => [level, message])).toEqual([
    ["note", "47 policies only report: policy 0, policy 1, policy 10, policy 11, policy 12, 42 more"],
  ]);
});

test("six are all named, one is a sentence of its own", async () => {
  expect(gathered(await findings(6)).map(({ message }) => message)).toEqual([
    "6 policies only report: policy 0, policy 1, policy 2, policy 3, policy 4, policy 5",
  ]);
  const [one] = await findings(1);
  expect(gathered(one ? [one] : []).map(({ message }) => message)).toEqual([
    'the policy "policy 0" only reports',
  ]);
});

test("what differs in rule, level or subject stays apart, in its order", async () => {
  const all = await findings(2);
  const other = all.map((one) => ({ ...one, subject: "fabrikam" }));
  expect(gathered([...all, ...other]).map(({ subject }) => subject)).toEqual(["contoso", "fabrikam"]);
  const plain = all.map(({ alike: _, ...one }) => one);
  expect(gathered(plain)).toEqual(plain);
});
