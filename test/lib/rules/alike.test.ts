import { gathered, gatheredAcross } from "../../../lib/rules/alike";
import { evaluate } from "../../../lib/rules/evaluate";
import type { Finding } from "../../../lib/rules/finding";
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

describe("findings of several domains that differ in the name alone", () => {
  const of = (subject: string, more: Partial<Finding> = {}): Finding => ({
    rule: "mta-sts-testing",
    level: "note",
    source: "declared",
    of: "domain",
    subject,
    message: `the MTA-STS policy of ${subject} only tests`,
    fix: `write mode: enforce for ${subject}`,
    where: { file: "estate.yaml", line: subject.length, column: 1 },
    ...more,
  });
  const messages = (findings: readonly Finding[]) => gatheredAcross(findings).map(({ message }) => message);

  test("are one from three on, at the place of the first, with a count and names", () => {
    const [one, ...rest] = gatheredAcross(
      ["contoso.com", "fabrikam.com", "adatum.com"].map((name) => of(name)),
    );
    expect(rest).toEqual([]);
    expect(one).toEqual({
      ...of("contoso.com"),
      message:
        "the MTA-STS policy of contoso.com only tests, and so it is with 2 more: fabrikam.com, adatum.com",
    });
    const many = Array.from({ length: 47 }, (_, index) => of(`d${index}.contoso.com`));
    expect(messages(many)).toEqual([
      "the MTA-STS policy of d0.contoso.com only tests, and so it is with 46 more: d1.contoso.com, d2.contoso.com, d3.contoso.com, d4.contoso.com, d5.contoso.com, 41 more",
    ]);
  });

  test("stay apart where there are two, or where they say another thing or ask for one", () => {
    const apart = [
      of("contoso.com"),
      of("fabrikam.com"),
      of("adatum.com", { received: "mode: none" }),
      of("proseware.com", { level: "warning" }),
      of("relecloud.com", { fix: "write mode: enforce" }),
    ];
    expect(gatheredAcross(apart)).toEqual(apart);
  });
});
