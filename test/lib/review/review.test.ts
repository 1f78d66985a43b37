import { unwrap } from "../../../lib/fault";
import { reviewJson } from "../../../lib/report/review/json";
import { reviewMarkdown } from "../../../lib/report/review/markdown";
import { reviewText } from "../../../lib/report/review/terminal";
import { type Allowance, parseAllowance, reviewLimits } from "../../../lib/review/limits";
import { readPlan } from "../../../lib/review/plan/read-plan";
import { reviewPlans } from "../../../lib/review/review";
import type { Review } from "../../../lib/review/subject";
import { packRules } from "../../../lib/rules/packs";
import { cloudflare, planJson, type ResourceJson } from "./plan-json";

function review(resources: readonly ResourceJson[], ...allow: readonly string[]): Promise<Review> {
  const plan = unwrap("plan", readPlan("contoso.com", planJson(resources)));
  const allowances = allow.map((text): Allowance => unwrap(text, parseAllowance(text)));
  return reviewPlans([plan], { rules: packRules(["recommended"]), limits: reviewLimits(), allowances });
}

function record(
  key: string,
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>> | undefined,
  more: Partial<ResourceJson> = {},
): ResourceJson {
  return {
    address: `cloudflare_dns_record.${key}`,
    type: "cloudflare_dns_record",
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...more,
  };
}

const txt = (name: string, value: string) => cloudflare("TXT", name, `"${value}"`);
const mx = (host: string, priority = 0) => cloudflare("MX", "contoso.com", host, { priority });

const MOVE: readonly ResourceJson[] = [
  record("mx", mx("aspmx.l.google.com", 1), mx("contoso-com.mail.protection.outlook.com")),
  record(
    "spf",
    txt("contoso.com", "v=spf1 include:_spf.google.com ip4:198.51.100.7 ~all"),
    txt(
      "contoso.com",
      "v=spf1 include:spf.protection.outlook.com include:sendgrid.net ip4:192.0.2.0/24 -all",
    ),
  ),
  record(
    "dmarc",
    txt("_dmarc.contoso.com", "v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;"),
    txt("_dmarc.contoso.com", "v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.com;"),
  ),
  record(
    "selector1",
    undefined,
    cloudflare(
      "CNAME",
      "selector1._domainkey.contoso.com",
      "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    ),
  ),
  record(
    "selector2",
    undefined,
    { zone_id: "z", type: "CNAME", name: "selector2._domainkey.contoso.com", ttl: 300 },
    { unknown: { content: true } },
  ),
  {
    address: "m365_outbound_connector.to_premises",
    type: "m365_outbound_connector",
    after: {
      name: "To the premises",
      enabled: true,
      connector_type: "OnPremises",
      tls_settings: "DomainValidation",
      smart_hosts: ["smtp.contoso.com"],
      recipient_domains: ["contoso.com"],
      is_validated: true,
    },
  },
  {
    address: "azuread_conditional_access_policy.mfa",
    type: "azuread_conditional_access_policy",
    before: policy("enabledForReportingButNotEnforced"),
    after: policy("enabled"),
  },
  { address: "azurerm_resource_group.rest", type: "azurerm_resource_group", after: { name: "rest" } },
];

function policy(state: string): Readonly<Record<string, unknown>> {
  return {
    display_name: "mfa-all-users",
    state,
    conditions: [
      {
        client_app_types: ["all"],
        applications: [
          { included_applications: ["All"], excluded_applications: [], included_user_actions: [] },
        ],
        users: [
          {
            included_users: ["All"],
            excluded_groups: ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"],
          },
        ],
        locations: [],
        platforms: [],
        devices: [],
      },
    ],
    grant_controls: [{ operator: "OR", built_in_controls: ["mfa"] }],
    session_controls: [],
  };
}

test("a move from Google to Exchange Online reads as those who run mail would tell it", async () => {
  const told = await review(MOVE);
  expect(reviewText(told)).toMatchSnapshot("terminal");
  expect(reviewMarkdown(told)).toMatchSnapshot("a comment on a pull request");
  expect(JSON.parse(reviewJson(told)).subjects[0]).toMatchObject({
    domain: "contoso.com",
    risk: "high",
    unknown: [{ name: "selector2._domainkey.contoso.com", type: "CNAME", why: "known after apply" }],
  });
  expect(told.passed).toBe(true);
});

/** What a plan changes for contoso.com, beside an MX and an SPF record that stay. */
async function told(...resources: readonly ResourceJson[]): Promise<readonly string[]> {
  const { subjects } = await review(resources);
  return subjects.flatMap(({ changes }) => changes.map(({ risk, text }) => `${risk}: ${text}`));
}

const DMARC = "_dmarc.contoso.com";
const SPF = "contoso.com";
const change = (name: string, before: string | undefined, after: string | undefined) =>
  record(
    "one",
    before === undefined ? undefined : txt(name, before),
    after === undefined ? undefined : txt(name, after),
  );

test.each([
  [DMARC, "v=DMARC1; p=none;", "v=DMARC1; p=reject;", ["medium: DMARC none → reject"]],
  [DMARC, "v=DMARC1; p=reject;", "v=DMARC1; p=none;", ["high: DMARC reject → none"]],
  [DMARC, "v=DMARC1; p=reject;", "v=DMARC1; p=reject; t=y;", ["high: DMARC reject → reject, testing"]],
  [DMARC, "v=DMARC1; p=reject;", undefined, ["high: DMARC reject → no record"]],
  [
    DMARC,
    "v=DMARC1; p=none; rua=mailto:a@contoso.com;",
    "v=DMARC1; p=none; rua=mailto:b@contoso.com;",
    [
      "low: DMARC reports now also to mailto:b@contoso.com",
      "low: DMARC reports no longer to mailto:a@contoso.com",
    ],
  ],
  [SPF, "v=spf1 -all", "v=spf1 ip4:192.0.2.0/24 -all", ["low: SPF now also allows 192.0.2.0/24"]],
  [
    SPF,
    "v=spf1 ip4:192.0.2.0/24 -all",
    "v=spf1 ip4:192.0.2.0/25 -all",
    ["medium: SPF no longer allows 192.0.2.128/25"],
  ],
  [
    SPF,
    "v=spf1 ip4:192.0.2.1 -all",
    "v=spf1 +all",
    ["high: SPF now also allows everybody", "low: SPF for everyone else fail → pass"],
  ],
  [
    SPF,
    "v=spf1 a mx -all",
    "v=spf1 mx a -all",
    ["low: SPF written differently; who may send stays the same"],
  ],
  [
    SPF,
    "v=spf1 exists:%{i}.spf.contoso.com -all",
    "v=spf1 -all",
    ["medium: SPF no longer allows everything in exists:%{i}.spf.contoso.com"],
  ],
  [SPF, "v=spf1 ip4:192.0.2.1 -all", undefined, ["high: SPF v=spf1 ip4:192.0.2.1 -all → no record"]],
  ["s1._domainkey.contoso.com", undefined, "v=DKIM1; p=", ["low: DKIM s1 added, revoked"]],
  [
    "_smtp._tls.contoso.com",
    undefined,
    "v=TLSRPTv1; rua=mailto:tls@contoso.com",
    ["low: TLS-RPT none → mailto:tls@contoso.com"],
  ],
  ["contoso.com", undefined, "MS=ms12345678", ["low: Other records added: contoso.com TXT MS=ms12345678"]],
])("%s: %s → %s", async (name, before, after, changes) => {
  const stays =
    name === SPF && before !== undefined
      ? []
      : [record("spf", txt(SPF, "v=spf1 -all"), txt(SPF, "v=spf1 -all"))];
  expect(
    await told(
      record("mx", mx("mail.contoso.com"), mx("mail.contoso.com")),
      ...stays,
      change(name, before, after),
    ),
  ).toEqual(changes);
});

test("an MX whose host is known after apply only is neither gone nor guessed", async () => {
  const { content: _content, ...after } = mx("later");
  const seen = await review([
    record("mx", mx("aspmx.l.google.com", 1), after, { unknown: { content: true } }),
  ]);
  expect(seen.subjects[0]?.changes.map(({ text }) => text)).toEqual([
    "MX leaves Google for a host known after apply",
  ]);
  expect(seen.exceeded).toEqual([]);
});

test("a record that another stack includes is followed to its addresses", async () => {
  const seen = await review([
    record("mx", mx("mail.contoso.com"), mx("mail.contoso.com")),
    record(
      "spf",
      txt(SPF, "v=spf1 include:_spf.contoso.com -all"),
      txt(SPF, "v=spf1 include:_spf.contoso.com -all"),
    ),
    record(
      "pool",
      txt("_spf.contoso.com", "v=spf1 ip4:192.0.2.1 -all"),
      txt("_spf.contoso.com", "v=spf1 ip4:192.0.2.0/31 -all"),
    ),
  ]);
  expect(seen.subjects[0]?.changes[0]?.text).toBe(
    "SPF, by a record that it includes, now also allows 192.0.2.0",
  );
});

const ten = (keep: number): readonly ResourceJson[] =>
  Array.from({ length: 10 }, (_, index) => {
    const values = cloudflare("A", `www${index}.contoso.com`, "192.0.2.80");
    return record(`www${index}`, values, index < keep ? values : undefined);
  });

test.each([
  ["three of ten records", ten(7), []],
  ["four of ten", ten(6), ["deletions=contoso.com"]],
  ["four of nine, which are too few to count shares", ten(6).slice(1), []],
  ["the only MX", [record("mx", mx("mail.contoso.com"), undefined)], ["mx-removed=contoso.com"]],
  ["an MX for the null MX", [record("mx", mx("mail.contoso.com"), mx("."))], ["mx-removed=contoso.com"]],
  [
    "a DMARC policy that weakens",
    [change(DMARC, "v=DMARC1; p=reject;", "v=DMARC1; p=quarantine;")],
    ["dmarc-weakened=contoso.com"],
  ],
  [
    "a DMARC policy that weakens below the domain",
    [change(DMARC, "v=DMARC1; p=reject;", "v=DMARC1; p=reject; sp=none;")],
    ["dmarc-weakened=contoso.com"],
  ],
  [
    "a DMARC record that is only forgotten",
    [record("dmarc", txt(DMARC, "v=DMARC1; p=reject;"), undefined, { actions: ["forget"] })],
    [],
  ],
])("limits over %s", async (_title, resources, exceeded) => {
  const seen = await review(resources);
  expect(seen.exceeded.map(({ limit, subject }) => `${limit}=${subject}`)).toEqual(exceeded);
  // What is asked for lets it pass.
  const allowed = await review(resources, ...exceeded);
  expect(allowed.exceeded.map(({ allowedBy }) => allowedBy)).toEqual(exceeded.map(() => "--allow"));
});

test("a policy that is switched on without having been report-only is stopped, one that has been is not", async () => {
  const at = (before: string | undefined): ResourceJson => ({
    address: "azuread_conditional_access_policy.mfa",
    type: "azuread_conditional_access_policy",
    ...(before === undefined ? {} : { before: policy(before) }),
    after: policy("enabled"),
  });
  const limits = async (before: string | undefined) =>
    (await review([at(before)])).exceeded.map(({ limit }) => limit);
  expect(await limits("enabledForReportingButNotEnforced")).toEqual([]);
  expect(await limits("enabled")).toEqual([]);
  expect(await limits("disabled")).toEqual(["policy-on"]);
  expect(await limits(undefined)).toEqual(["policy-on"]);
});

test("a limit that does not exist is refused with the one that was meant", () => {
  expect(parseAllowance("mx-remove")).toEqual({
    ok: false,
    faults: [
      {
        message: "no such limit",
        received: '"mx-remove"',
        expected:
          "deletions | mx-removed | dmarc-weakened | policy-on, with =<domain, zone or tenant> behind it for one alone",
        fix: "did you mean mx-removed?",
      },
    ],
  });
});
