import { unwrap } from "../../../lib/fault";
import { reviewJson } from "../../../lib/report/review/json";
import { reviewMarkdown } from "../../../lib/report/review/markdown";
import { reviewText } from "../../../lib/report/review/terminal";
import { reviewContextOf } from "../../../lib/review/context";
import { type Allowance, parseAllowance, reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import type { Review } from "../../../lib/review/subject";
import { packRules } from "../../../lib/rules/packs";
import { domainRule, tenantRule } from "../../../lib/rules/rule";
import { estateOf } from "../estate/memory-files";
import { cloudflare, dnsRecord, mx as mxAt, planOf, type ResourceJson, resource, txt } from "./plan-json";

const OPTIONS = { rules: packRules(["recommended"]), limits: reviewLimits() };

/** The target of selector2 is what Exchange Online says it is. */
const CONFIGURATION = {
  root_module: {
    resources: [
      {
        address: "cloudflare_dns_record.selector2",
        expressions: { content: { references: ["m365_dkim_signing_config.main.selector2_cname"] } },
      },
    ],
  },
};

function review(resources: readonly ResourceJson[], ...allow: readonly string[]): Promise<Review> {
  const plan = planOf("contoso.com", resources, { configuration: CONFIGURATION });
  const allowances = allow.map((text): Allowance => unwrap(text, parseAllowance(text)));
  return reviewPlans([plan], { ...OPTIONS, allowances });
}

const record = dnsRecord;
const mx = (host: string, priority = 0) => mxAt("contoso.com", host, priority);

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
  expect(seen.exceeded.map(({ limit, message }) => [limit, message])).toEqual([
    ["not-judged", "not judged: contoso.com MX is known after apply"],
  ]);
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

describe("the risk of a domain", () => {
  const risk = async (...resources: readonly ResourceJson[]) =>
    (await review(resources)).subjects.map(({ name, risk: level, why }) => [name, level, why]);
  const stays = [
    record("mx", mx("mail.contoso.com"), mx("mail.contoso.com")),
    record(
      "dmarc",
      txt(DMARC, "v=DMARC1; p=reject; rua=mailto:d@contoso.com;"),
      txt(DMARC, "v=DMARC1; p=reject; rua=mailto:d@contoso.com;"),
    ),
  ];
  const dkim = record(
    "dkim",
    undefined,
    cloudflare("CNAME", "s1._domainkey.contoso.com", "keys.contoso.com"),
  );

  test("is low, and says that nothing is at stake, where nothing worse changes", async () => {
    expect(await risk(...stays, dkim)).toEqual([
      ["contoso.com", "low", "nothing that was delivered or refused is at stake"],
    ]);
  });

  test("is that of its worst change, and says so", async () => {
    const spf = record("spf", txt(SPF, "v=spf1 ip4:192.0.2.1 -all"), txt(SPF, "v=spf1 -all"));
    expect(await risk(...stays, dkim, spf)).toEqual([
      ["contoso.com", "medium", "SPF no longer allows 192.0.2.1 (mail from there may be refused)"],
    ]);
  });

  test("is high by a limit that is exceeded, though no change says so", async () => {
    const subjects = await risk(...ten(6));
    expect(subjects).toEqual([]);
    const withMail = await risk(...stays, ...ten(0));
    expect(withMail).toEqual([
      ["contoso.com", "high", "10 of the 12 records in zone contoso.com are deleted (83 %, limit 30 %)"],
    ]);
  });

  test.each([
    ["error", "high", "the domain has a selector"],
    ["warning", "medium", "the domain has a selector"],
    ["note", "low", "nothing that was delivered or refused is at stake"],
  ] as const)("by a new finding of level %s is %s", async (level, expected, why) => {
    const rule = domainRule({
      id: "has-selector",
      title: "a selector",
      why: "",
      level,
      sources: [],
      check: ({ records }) =>
        records.some(({ record: { name } }) => name.startsWith("s1."))
          ? [{ message: "the domain has a selector" }]
          : [],
    });
    const plan = planOf("contoso.com", [...stays, dkim]);
    const { subjects, passed } = await reviewPlans([plan], { ...OPTIONS, rules: [{ rule, level }] });
    expect([subjects.map((one) => [one.risk, one.why]), passed]).toEqual([
      [[expected, why]],
      level !== "error",
    ]);
  });
});

test("a limit counts for the domain or the tenant that exceeds it, though both have one name", async () => {
  const mfa = resource("azuread_conditional_access_policy.mfa", undefined, policy("enabled"));
  const { subjects } = await review([record("mx", mx("mail.contoso.com"), undefined), mfa]);
  expect(subjects.map(({ of, name, exceeded }) => [of, name, exceeded.map(({ limit }) => limit)])).toEqual([
    ["domain", "contoso.com", ["mx-removed"]],
    ["tenant", "contoso.com", ["policy-on"]],
  ]);
});

test("the highest risk comes first, then domains, then names", async () => {
  const low = (name: string) => [
    record(`mx_${name}`, mxAt(name, "mail.contoso.com"), mxAt(name, "mail.contoso.com")),
    record(`dkim_${name}`, undefined, cloudflare("CNAME", `s1._domainkey.${name}`, `keys.${name}`)),
  ];
  const medium = (name: string) => [
    record(`spf_${name}`, txt(name, "v=spf1 ip4:192.0.2.1 -all"), txt(name, "v=spf1 -all")),
  ];
  const plans = [
    planOf("tenant-a", [resource("m365_outbound_connector.out", undefined, { name: "Out" })]),
    planOf("mail", [
      ...low("fabrikam.com"),
      ...low("contoso.com"),
      ...medium("contoso.net"),
      record("mx", mxAt("z.example", "mail.contoso.com"), undefined),
    ]),
  ];
  const { subjects, unchanged } = await reviewPlans(plans, OPTIONS);
  expect([...subjects.map(({ risk, of, name }) => `${risk} ${of} ${name}`), unchanged]).toEqual([
    "high domain z.example",
    "medium domain contoso.net",
    "medium tenant a",
    "low domain contoso.com",
    "low domain fabrikam.com",
    0,
  ]);
});

test("a plan that changes nothing has no subject, and counts those that stay", async () => {
  const plan = planOf("contoso.com", [
    record("mx", mx("mail.contoso.com"), mx("mail.contoso.com")),
    resource("m365_outbound_connector.out", { name: "Out" }, { name: "Out" }),
  ]);
  expect(await reviewPlans([plan], OPTIONS)).toEqual({
    subjects: [],
    unchanged: 2,
    exceeded: [],
    others: [],
    unread: [],
    incomplete: [],
    gone: [],
    checks: [],
    drift: [],
    plans: 1,
    accepted: [],
    passed: true,
  });
});

test("a domain whose findings alone change is a subject, and an error that is new stops the change", async () => {
  const spf = (value: string) => txt(SPF, value);
  const { subjects, passed } = await review([
    record("mx", mx("mail.contoso.com"), mx("mail.contoso.com")),
    record("spf", spf("v=spf1 mx -all"), spf("v=spf1 mx -all")),
    record("second", undefined, spf("v=spf1 -all")),
  ]);
  expect(
    subjects.map(({ findings: { added } }) => added.map(({ rule, level }) => `${level} ${rule}`)),
  ).toEqual([["error spf-multiple-records"]]);
  expect(passed).toBe(false);
});

test("one domain with a new error among others stops the change, and the finding is its alone", async () => {
  const spf = (name: string, value: string) => txt(name, value);
  const { subjects, passed } = await review([
    record("a", spf("contoso.com", "v=spf1 mx -all"), spf("contoso.com", "v=spf1 mx -all")),
    record("b", undefined, spf("contoso.com", "v=spf1 -all")),
    record("c", spf("fabrikam.com", "v=spf1 -all"), spf("fabrikam.com", "v=spf1 ip4:192.0.2.1 -all")),
  ]);
  const errors = subjects.map(({ name, findings: { added } }) => [
    name,
    added.flatMap(({ level, rule }) => (level === "error" ? [rule] : [])),
  ]);
  expect([errors, passed]).toEqual([
    [
      ["contoso.com", ["spf-multiple-records"]],
      ["fabrikam.com", []],
    ],
    false,
  ]);
});

test("a finding that stays is neither new nor fixed, and does not stop a change", async () => {
  const twice = [
    record("a", txt(SPF, "v=spf1 -all"), txt(SPF, "v=spf1 -all")),
    record("b", txt(SPF, "v=spf1 mx -all"), txt(SPF, "v=spf1 mx -all")),
    record("dkim", undefined, cloudflare("CNAME", "s1._domainkey.contoso.com", "keys.contoso.com")),
  ];
  const { subjects, passed } = await review(twice);
  const rules = (list: readonly { readonly rule: string }[] = []) => list.map(({ rule }) => rule);
  expect(
    subjects.map(({ findings }) => [
      rules(findings.added),
      rules(findings.unchanged).includes("spf-multiple-records"),
    ]),
  ).toEqual([[[], true]]);
  expect(passed).toBe(true);
});

test("of a domain of the estate whose mail stands in plans that are not here nothing counts as missing as before", async () => {
  const estate = estateOf(`version: 1
domains:
  contoso.com: { profile: send-only, spf: { a: [mail.contoso.com] }, zone: { cloudflare: {} } }
`);
  const context = reviewContextOf(estate, []);
  const www = record(
    "www",
    cloudflare("A", "www.contoso.com", "192.0.2.80"),
    cloudflare("A", "www.contoso.com", "192.0.2.81"),
  );
  const foreign = await reviewPlans([planOf("web", [www])], { ...OPTIONS, context });
  expect(foreign.subjects.map(({ name, findings }) => [name, findings.unchanged])).toEqual([
    ["contoso.com", []],
  ]);
  expect(reviewText(foreign)).not.toContain("as before");
  const policy = txt("_dmarc.contoso.com", "v=DMARC1; p=reject;");
  const own = await reviewPlans([planOf("mail", [www, record("dmarc", policy, policy)])], {
    ...OPTIONS,
    context,
  });
  expect(own.subjects.map(({ findings }) => findings.unchanged.map(({ rule }) => rule))).toEqual([
    expect.arrayContaining(["spf-missing"]),
  ]);
});

test("the finding of a tenant is none of the domain of the same name", async () => {
  const about = { title: "", why: "", level: "note", sources: [] } as const;
  const domain = domainRule({ ...about, id: "of-domain", check: () => [{ message: "a domain" }] });
  const tenant = tenantRule({
    ...about,
    id: "of-tenant",
    reads: "outboundConnectors",
    check: () => [{ message: "a tenant" }],
  });
  const plan = planOf("contoso.com", [
    record("mx", undefined, mx("mail.contoso.com")),
    resource("m365_outbound_connector.out", undefined, { name: "Out" }),
  ]);
  const rules = [domain, tenant].map((rule) => ({ rule, level: rule.level }));
  const { subjects } = await reviewPlans([plan], { ...OPTIONS, rules });
  expect(
    subjects.map(({ of, name, findings: { added, unchanged } }) => [
      of,
      name,
      [...added, ...unchanged].map(({ message }) => message),
    ]),
  ).toEqual([
    ["domain", "contoso.com", ["a domain"]],
    ["tenant", "contoso.com", ["a tenant"]],
  ]);
});

test("what the estate accepts, until the day that it says, is listed beside the findings", async () => {
  const plan = planOf("contoso.com", [record("mx", undefined, mx("mail.contoso.com"))]);
  const suppressions = [
    {
      rule: "dmarc-missing",
      reason: "roll-out",
      until: "2026-12-31",
      concerns: () => true,
      where: { file: "estate.yaml", line: 1, column: 1, path: [] },
    },
  ];
  const rules = async (today?: string) => {
    const { accepted, subjects } = await reviewPlans([plan], {
      ...OPTIONS,
      suppressions,
      ...(today === undefined ? {} : { today }),
    });
    const added = subjects.flatMap(({ findings }) => findings.added.map(({ rule }) => rule));
    return [accepted.map(({ rule, reason }) => `${rule}: ${reason}`), added.includes("dmarc-missing")];
  };
  expect([await rules(), await rules("2026-12-31"), await rules("2027-01-01")]).toEqual([
    [["dmarc-missing: roll-out"], false],
    [["dmarc-missing: roll-out"], false],
    [[], true],
  ]);
});

test("limits that the estate allows, or that are allowed on the command line, do not stop a change", async () => {
  const plan = planOf("contoso.com", [record("mx", mx("mail.contoso.com"), undefined)]);
  const allowedBy = async (limits: Parameters<typeof reviewLimits>[0], ...allow: readonly string[]) => {
    const allowances = allow.map((text) => unwrap(text, parseAllowance(text)));
    const { exceeded, passed } = await reviewPlans([plan], {
      ...OPTIONS,
      limits: reviewLimits(limits),
      allowances,
    });
    return [exceeded.map((one) => one.allowedBy), passed];
  };
  expect([
    await allowedBy({}),
    await allowedBy({ limits: { mxRemoved: "allow" } }),
    await allowedBy({ limits: { mxRemoved: "allow" } }, "mx-removed"),
    await allowedBy({}, "mx-removed=contoso.com"),
    await allowedBy({}, "mx-removed=fabrikam.com"),
    await allowedBy({}, "deletions"),
  ]).toEqual([
    [[undefined], false],
    [["the estate"], true],
    [["--allow"], true],
    [["--allow"], true],
    [[undefined], false],
    [[undefined], false],
  ]);
});

test("the mechanisms and the Exchange side are shown before and after, those that nobody manages left out", async () => {
  const { subjects } = await review([
    record("mx", undefined, mx("mail.contoso.com")),
    resource("m365_outbound_connector.out", undefined, { name: "Out" }),
  ]);
  expect(
    subjects.map(({ states }) => states.map(({ title, before, after }) => `${title}: ${before} → ${after}`)),
  ).toEqual([
    [
      "MX: not managed → mail.contoso.com",
      "SPF: not managed → no record",
      "DKIM: not managed → none",
      "DMARC: not managed → no record",
      "MTA-STS: not managed → none",
      "TLS-RPT: not managed → none",
      "BIMI: not managed → none",
      "CAA: not managed → none",
    ],
    ["Connectors: none → Out (out)"],
  ]);
});

test("whether a connector is validated is known by the domains that it delivers", async () => {
  const move = async (domains: readonly string[], validated: boolean | null) => {
    const connector = { name: "Out", recipient_domains: domains, is_validated: validated };
    const { subjects } = await review([
      record("mx", mx("aspmx.l.google.com"), mx("contoso-com.mail.protection.outlook.com")),
      resource("m365_outbound_connector.out", undefined, connector),
    ]);
    return subjects[0]?.changes[0]?.text;
  };
  expect([
    await move(["Contoso.com"], true),
    await move(["contoso.com"], false),
    await move(["contoso.com"], null),
    await move(["fabrikam.com"], true),
  ]).toEqual([
    "MX leaves Google for EOP; connector validated",
    "MX leaves Google for EOP; connector not validated",
    "MX leaves Google for EOP",
    "MX leaves Google for EOP",
  ]);
});

test("what could not be read is listed, and plans that are not whole", async () => {
  const plans = [
    planOf("contoso.com", [
      record("mx", undefined, { zone_id: "z", type: "MX", name: "not a name", content: "x", priority: 1 }),
    ]),
    planOf("contoso.net", [], { errored: true }),
  ];
  const { unread, incomplete, plans: count } = await reviewPlans(plans, OPTIONS);
  expect({ unread: unread.map(({ address }) => address), incomplete, count }).toEqual({
    unread: ["contoso.com: cloudflare_dns_record.mx"],
    incomplete: ["contoso.net"],
    count: 2,
  });
});

test("a domain of which everything is deleted has no record of any mechanism", async () => {
  const { subjects } = await review([
    record("mx", mx("mail.contoso.com"), undefined),
    record("spf", txt(SPF, "v=spf1 mx -all"), undefined),
  ]);
  expect(subjects[0]?.changes.map(({ text }) => text)).toEqual([
    "MX mail.contoso.com → none",
    "SPF v=spf1 mx -all → no record",
  ]);
  expect(subjects[0]?.states.slice(0, 2)).toEqual([
    { title: "MX", before: "mail.contoso.com", after: "none" },
    { title: "SPF", before: "v=spf1 mx -all", after: "no record" },
  ]);
});
