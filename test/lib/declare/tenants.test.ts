import { declareTenants } from "../../../lib/declare/tenants";
import { formatFault } from "../../../lib/fault";
import { formatPlace } from "../../../lib/located-fault";
import { estateOf, problemsOf } from "../estate/memory-files";

/** An estate of one tenant; line 5 is the first of `identity`. */
function estate(identity: string): string {
  const indented = identity.trim().replaceAll(/^/gm, "      ");
  return `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
${indented}
domains: {}
`;
}

function told(
  faults: readonly { file?: string; line?: number; column?: number; message: string }[],
): string[] {
  return faults.map(({ file = "", line = 0, column = 0, ...fault }) => {
    const { path: _, ...rest } = { path: undefined, ...fault };
    return `${formatPlace({ file, line, column })} ${formatFault(rest)}`;
  });
}

function problems(identity: string): string[] {
  const declared = declareTenants(estateOf(estate(identity)));
  return declared.ok ? [] : told(declared.problems);
}

const BREAK_GLASS =
  "breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }";

it("declares the tenants that have an identity, with their advice", () => {
  const declared = declareTenants(
    estateOf(
      estate(`
${BREAK_GLASS}
sspr:
  group: SSPRSecurityGroupUsers
  users: [alex@contoso.com]
mfa:
  baseline: microsoft
  policies:
    mfa-all-users: { state: report-only }
    block-legacy-authentication: { state: on, exclude: { groups: [sg-scanners] } }
    block-device-code-flow: { state: on }
namedLocations: { head-office: { ip: [192.0.2.0/24], trusted: true } }
`).replace("domains: {}", "  fabrikam: { initialDomain: fabrikam.onmicrosoft.com }\ndomains: {}"),
    ),
  );
  if (!declared.ok) throw new Error("the estate was refused");
  expect(declared.tenants.map(({ name }) => name)).toEqual(["contoso"]);
  expect(
    declared.tenants[0]?.plan.policies.filter(({ state }) => state === "on").map(({ key }) => key),
  ).toEqual(["block-device-code-flow", "block-legacy-authentication"]);
  expect(
    declared.tenants.flatMap(({ plan }) =>
      plan.advice.map(({ rule, ...advice }) => [rule, formatFault(advice)]),
    ),
  ).toEqual([
    [
      "ca-unprepared",
      "mfa.policies.block-device-code-flow.state: the policy block-device-code-flow is on, blocks all users where it applies, and excludes nobody but break-glass, got on; check first: sign-in logs, authentication protocol: device code; meeting room devices and command-line tools on hosts without a browser use it",
    ],
  ]);
});

describe("a bad tenant is told with its line", () => {
  it.each([
    [
      "no break-glass",
      "mfa: { baseline: cis }",
      ["estate.yaml:5:5 policies without break-glass accounts could lock everyone out"],
    ],
    [
      "one break-glass account",
      "breakGlass:\n  group: sg-break-glass\n  users: [bg1@contoso.onmicrosoft.com]\nmfa: {}",
      ["estate.yaml:8:9 one break-glass account"],
    ],
    [
      "break-glass that may reset its password",
      `${BREAK_GLASS}\nsspr:\n  group: SSPRSecurityGroupUsers\n  users: [bg1@contoso.onmicrosoft.com]`,
      ["estate.yaml:6:52 a break-glass account may reset its own password"],
    ],
    [
      "a misspelt policy",
      `${BREAK_GLASS}\nmfa:\n  policies:\n    mfa-al-users: { state: on }`,
      ["estate.yaml:9:11 no baseline policy has this name, and a policy of your own says what it does"],
    ],
    [
      "a risk policy without P2",
      `${BREAK_GLASS}\nmfa:\n  policies:\n    block-risky-users: { state: on }`,
      ["estate.yaml:9:11 risk policies need Entra ID P2"],
    ],
    [
      "MFA beside a strength",
      `${BREAK_GLASS}\nmfa:\n  policies:\n    strong:\n      include: all\n      grant: { controls: [mfa], strength: mfa }`,
      ["estate.yaml:11:33 mfa does not go with an authentication strength"],
    ],
    [
      "an unknown location",
      `${BREAK_GLASS}\nmfa:\n  policies:\n    mfa-all-users: { excludeLocations: [office] }`,
      ["estate.yaml:9:47 no named location has this name"],
    ],
    [
      "a private block",
      "namedLocations: { office: { ip: [10.0.0.0/8] } }",
      ["estate.yaml:6:40 not a public address"],
    ],
    [
      "two memberships",
      "sspr: { group: Reset, existing: true, rule: x }",
      ["estate.yaml:6:39 members in 2 ways at once"],
    ],
  ])("%s", (_, identity, expected) => {
    const found = problems(identity).map((problem) => problem.split(/, got|;/)[0]);
    expect(found).toEqual(expected);
  });

  it("whose form is wrong, before anything else", () => {
    expect(
      problemsOf(
        estate(`
${BREAK_GLASS.replace("group:", "groupe:")}
mfa:
  baseline: micosoft
  policies:
    mfa-all-users: { state: true }
    mfa-admins: { state: enabled }
    strong: { include: everyone, grant: [mfa], session: { signInFrequency: { hours: 24 } } }
`),
      ).map((line) => line.trim()),
    ).toMatchInlineSnapshot(`
[
  "estate.yaml:6:7: tenants.contoso.identity.breakGlass: "group" is missing",
  "estate.yaml:6:21: tenants.contoso.identity.breakGlass.groupe: unknown key, got "groupe"; did you mean group?",
  "estate.yaml:8:19: tenants.contoso.identity.mfa.baseline: none of the words that belong here, got "micosoft"; expected microsoft | scuba | cis | none; did you mean microsoft?",
  "estate.yaml:10:35: tenants.contoso.identity.mfa.policies.mfa-all-users.state: a state is a word, not true or false, got true; expected report-only | on | off; write on",
  "estate.yaml:11:32: tenants.contoso.identity.mfa.policies.mfa-admins.state: none of the words that belong here, got "enabled"; expected report-only | on | off",
  "estate.yaml:12:30: tenants.contoso.identity.mfa.policies.strong.include: none of the words that belong here, got "everyone"; expected all",
  "estate.yaml:12:40: tenants.contoso.identity.mfa.policies.strong.grant: a mapping belongs here, got a list; expected a mapping with operator, controls, strength, termsOfUse, customFactors",
  "estate.yaml:12:91: tenants.contoso.identity.mfa.policies.strong.session.signInFrequency.hours: not of the form that belongs here, got 24; expected a whole number from 1 to 23",
]
`);
  });
});

it("reads on, off and report-only as words, as YAML 1.2 has it", () => {
  const { tenants } = estateOf(
    estate(`
mfa:
  policies: { mfa-all-users: { state: on }, mfa-admins: { state: off }, mfa-guests: { state: report-only } }
`),
  );
  expect(Object.values(tenants.contoso?.identity?.mfa?.policies ?? {}).map(({ state }) => state)).toEqual([
    "off",
    "on",
    "report-only",
  ]);
});
