import { parseName } from "../../../lib/dns/name";
import { BASELINE_VALUES } from "../../../lib/exchange/baselines/values";
import type { ExchangePlan } from "../../../lib/exchange/exchange-plan";
import { attributesOf } from "../../../lib/exchange/objects";
import type { ExchangeOptions } from "../../../lib/exchange/options";
import { planExchange } from "../../../lib/exchange/plan";
import { formatFault, unwrap } from "../../../lib/fault";

const name = (text: string) => unwrap("test", parseName(text));
const TENANT = { initialDomain: name("contoso.onmicrosoft.com"), domains: [name("contoso.com")] };

const planned = (options: Omit<ExchangeOptions, "managed">) =>
  planExchange({ managed: true, ...options }, TENANT);

function planOf(options: Omit<ExchangeOptions, "managed">): ExchangePlan {
  return unwrap("test", planned(options));
}

function faultsOf(options: Omit<ExchangeOptions, "managed">): readonly string[] {
  const plan = planned(options);
  return plan.ok ? [] : plan.faults.map(formatFault);
}

const valuesOf = (plan: ExchangePlan, id: string) => plan.objects.find((one) => one.id === id)?.values;

test("nothing is declared of what is not written", () => {
  expect(planOf({ protection: {} })).toEqual({ objects: [], orders: [], byHand: [] });
});

test("a file of the machine is nothing that an estate says", () => {
  const image = { imagePath: "/srv/logo.png", imageSha256: "0".repeat(64) };
  expect(faultsOf({ encryption: { branding: { default: image as object } } }).join("\n")).toContain(
    "imagePath",
  );
  expect(faultsOf({ encryption: { branding: { default: { portalText: "Contoso" } } } })).toEqual([]);
});

test("own values win over the baseline, and it over nothing", () => {
  const plan = planOf({
    protection: { baseline: "microsoft-strict", antiSpam: { default: { bulkThreshold: 4 } } },
  });
  expect(valuesOf(plan, "AntiSpam-default")).toMatchObject({
    name: "Default",
    bulkThreshold: 4,
    spamAction: "Quarantine",
  });
});

test("a policy of one's own takes from the baseline what it leaves out, and its rule says whom it is for", () => {
  const plan = planOf({
    protection: {
      baseline: "scuba",
      antiSpam: {
        policies: {
          some: {
            for: { groups: ["some@contoso.com"] },
            except: { recipients: ["soc@contoso.com"] },
            spamAction: "Quarantine",
          },
        },
      },
    },
  });
  expect(valuesOf(plan, "AntiSpam-some")).toEqual({
    name: "some",
    spamAction: "Quarantine",
    highConfidenceSpamAction: "Quarantine",
    phishSpamAction: "Quarantine",
    highConfidencePhishAction: "Quarantine",
  });
  expect(plan.objects.find(({ id }) => id === "AntiSpam-some-Rule")).toMatchObject({
    kind: "hosted-content-filter-rule",
    values: { name: "some", sentToMemberOf: ["some@contoso.com"], exceptIfSentTo: ["soc@contoso.com"] },
    names: { hostedContentFilterPolicy: "AntiSpam-some" },
  });
});

test.each(["exchange-online", "defender-p1", "e5"] as const)(
  "a baseline leaves out what %s has no licence for",
  (licence) => {
    const { objects } = planOf({ protection: { baseline: "cis", licence } });
    const kinds = new Set(objects.map(({ kind }) => kind));
    expect(kinds.has("safe-links-policy")).toBe(licence !== "exchange-online");
    const documents = objects.find(({ kind }) => kind === "atp-policy-for-o365")?.values;
    expect(documents).toEqual(
      {
        "exchange-online": undefined,
        "defender-p1": { enableAtpForSpoTeamsOdb: true },
        e5: { enableAtpForSpoTeamsOdb: true, enableSafeDocs: true, allowSafeDocsOpen: false },
      }[licence],
    );
  },
);

test("a value that the licence does not have is refused where it is written", () => {
  expect(
    faultsOf({
      protection: { antiPhishing: { default: { phishThresholdLevel: 2 } }, safeLinks: { default: {} } },
    }),
  ).toEqual([
    expect.stringMatching(
      /^protection\.antiPhishing\.default\.phishThresholdLevel: needs Defender for Office 365; write protection: \{ licence: defender-p1 \}/,
    ),
    expect.stringMatching(/^protection\.safeLinks: needs Defender for Office 365/),
  ]);
});

test("policies for everyone are for all accepted domains, those that only the tenant has among them", () => {
  const plan = planOf({
    acceptedDomains: ["Contoso.mail.onmicrosoft.com"],
    protection: { baseline: "microsoft-standard", licence: "defender-p1" },
  });
  expect(valuesOf(plan, "SafeLinks-default-Rule")).toMatchObject({
    recipientDomainIs: ["contoso.onmicrosoft.com", "contoso.com", "contoso.mail.onmicrosoft.com"],
  });
  expect(faultsOf({ acceptedDomains: ["not a domain"] })).toEqual([
    expect.stringMatching(/^acceptedDomains\[0\]: /),
  ]);
});

describe("what loosens protection", () => {
  const loose = { connectionFilter: { ipAllowList: ["192.0.2.1"] } };

  test("is refused, with its place and the way to say that it is meant", () => {
    expect(faultsOf({ protection: loose })).toEqual([
      'protection.connectionFilter.ipAllowList: this loosens protection: mail from 192.0.2.1 skips spam filtering and sender authentication, got ["192.0.2.1"]; take it out, or say why it is meant: allow: { ipAllowList: "…" }',
    ]);
  });

  test("is taken with a reason, and a reason for nothing is refused", () => {
    expect(
      faultsOf({
        protection: { connectionFilter: { ...loose.connectionFilter, allow: { ipAllowList: "a scanner" } } },
      }),
    ).toEqual([]);
    expect(faultsOf({ protection: { connectionFilter: { allow: { enableSafeList: "just so" } } } })).toEqual([
      expect.stringMatching(
        /^protection\.connectionFilter\.allow\.enableSafeList: there is nothing to allow/,
      ),
    ]);
  });

  test("counts where it is only a default", () => {
    expect(faultsOf({ protection: { remoteDomains: { partner: { domainName: "fabrikam.com" } } } })).toEqual([
      expect.stringMatching(
        /^protection\.remoteDomains\.partner\.autoForwardEnabled: .*forwarded automatically to fabrikam\.com.*left out it is so by default/,
      ),
    ]);
  });

  test.each<[string, Omit<ExchangeOptions, "managed">, RegExp]>([
    ["SCL -1", { rules: { own: { do: { setScl: -1 } } } }, /rules\.own\.do\.setScl: .*skips spam filtering/],
    [
      "a header",
      {
        rules: {
          own: {
            do: { setHeaderName: "X-MS-Exchange-Organization-SkipSafeLinksProcessing", setHeaderValue: "1" },
          },
        },
      },
      /rules\.own\.do\.setHeaderName: .*skips Safe Links/,
    ],
    [
      "a sender's domain",
      { protection: { antiSpam: { default: { allowedSenderDomains: ["a.example"] } } } },
      /never spam/,
    ],
    [
      "forwarding",
      { protection: { outboundSpam: { default: { autoForwardingMode: "On" } } } },
      /may be forwarded automatically/,
    ],
    [
      "the audit log",
      { protection: { adminAuditLogConfig: { unifiedAuditLogIngestionEnabled: false } } },
      /is recorded/,
    ],
    [
      "an exception",
      { protection: { presets: { strict: { except: { groups: ["vip@contoso.com"] } } } } },
      /presets\.strict\.except\.groups: .*does not protect vip@contoso\.com/,
    ],
    [
      "an entry",
      {
        protection: {
          allowBlockList: { a: { listType: "Sender", value: "a@example.net", action: "Allow" } },
        },
      },
      /a@example\.net is let through/,
    ],
    [
      "sharing",
      { protection: { sharingPolicies: { default: { domains: ["*:ContactsSharing"] } } } },
      /contacts may be shared with every organization/,
    ],
  ])("%s", (_, options, words) => {
    expect(faultsOf(options)).toEqual([expect.stringMatching(words)]);
  });

  test("a rule that is off, or only recorded, loosens nothing", () => {
    for (const off of [{ enabled: false }, { mode: "Audit" as const }]) {
      expect(faultsOf({ rules: { own: { ...off, do: { setScl: -1 } } } })).toEqual([]);
    }
  });

  test("no-scl-bypass takes no reason", () => {
    expect(
      faultsOf({
        rules: { "no-scl-bypass": {}, own: { do: { setScl: -1 }, allow: { setScl: "the scanner" } } },
      }),
    ).toEqual([expect.stringMatching(/^rules\.own\.do\.setScl: no-scl-bypass forbids it/)]);
  });
});

describe("ready rules", () => {
  test("block-auto-forward works in its three places, and nothing may say otherwise", () => {
    const plan = planOf({ rules: { "block-auto-forward": {} } });
    expect(valuesOf(plan, "OutboundSpam-default")).toEqual({ name: "Default", autoForwardingMode: "Off" });
    expect(valuesOf(plan, "RemoteDomain-default")).toEqual({
      name: "Default",
      domainName: "*",
      autoForwardEnabled: false,
    });
    expect(valuesOf(plan, "Rule-block-auto-forward")).toMatchObject({
      fromScope: "InOrganization",
      sentToScope: "NotInOrganization",
      messageTypeMatches: "AutoForward",
      rejectMessageEnhancedStatusCode: "5.7.1",
    });
    expect(
      faultsOf({
        rules: { "block-auto-forward": {} },
        protection: { outboundSpam: { default: { autoForwardingMode: "Automatic" } } },
      }),
    ).toEqual([
      expect.stringMatching(
        /autoForwardingMode: rules\.block-auto-forward asks for another value, got "Automatic"; expected "Off"/,
      ),
    ]);
  });

  test("external-tag is a rule and Outlook's tag; CISA's baseline asks for the rule alone", () => {
    const both = planOf({ rules: { "external-tag": {} } });
    expect(valuesOf(both, "ExternalInOutlook")).toEqual({ enabled: true });
    expect(valuesOf(both, "Rule-external-tag")).toEqual({
      name: "Mark mail from outside",
      fromScope: "NotInOrganization",
      prependSubject: "[External] ",
      exceptIfSubjectContainsWords: ["[External]"],
    });
    const scuba = planOf({ protection: { baseline: "scuba" } });
    expect(valuesOf(scuba, "Rule-external-tag")).toBeDefined();
    expect(valuesOf(scuba, "ExternalInOutlook")).toBeUndefined();
    expect(
      valuesOf(planOf({ rules: { "external-tag": { subject: false } } }), "Rule-external-tag"),
    ).toBeUndefined();
  });

  test("a rule of one's own says what it does, and one with a misspelt name is helped", () => {
    expect(faultsOf({ rules: { "external-tags": {} } })).toEqual([
      expect.stringMatching(
        /^rules\.external-tags: no ready rule has this name.*did you mean external-tag\?/,
      ),
    ]);
    const plan = planOf({
      rules: {
        own: {
          when: { fromScope: "NotInOrganization" },
          unless: { subjectContainsWords: ["a"] },
          do: { quarantine: true },
        },
      },
    });
    expect(valuesOf(plan, "Rule-own")).toEqual({
      name: "own",
      fromScope: "NotInOrganization",
      exceptIfSubjectContainsWords: ["a"],
      quarantine: true,
    });
  });

  test("rules are tried in the order that is written, which names each once", () => {
    const rules = { "external-tag": {}, b: { do: { quarantine: true } }, a: { do: { quarantine: true } } };
    expect(planOf({ rules }).orders).toEqual([
      { kind: "transport-rule", rules: ["Rule-external-tag", "Rule-a", "Rule-b"] },
    ]);
    expect(planOf({ rules, ruleOrder: ["b", "external-tag", "a"] }).orders[0]?.rules).toEqual([
      "Rule-b",
      "Rule-external-tag",
      "Rule-a",
    ]);
    expect(faultsOf({ rules, ruleOrder: ["b", "b", "c"] })).toEqual([
      expect.stringMatching(/^ruleOrder: the order does not name each of them once, got b, b, c/),
    ]);
  });
});

test("of several policies somebody says which is first", () => {
  const policies = { a: { for: { groups: ["a@contoso.com"] } }, b: { for: { groups: ["b@contoso.com"] } } };
  expect(faultsOf({ protection: { antiSpam: { policies } } })).toEqual([
    expect.stringMatching(/^protection\.antiSpam: of several policies the first .* expected order: \[a, b\]/),
  ]);
  expect(planOf({ protection: { antiSpam: { policies, order: ["b", "a"] } } }).orders).toEqual([
    { kind: "hosted-content-filter-rule", rules: ["AntiSpam-b-Rule", "AntiSpam-a-Rule"] },
  ]);
});

test("a policy for nobody, two of one name and keys that are no addresses are refused at once", () => {
  expect(
    faultsOf({
      protection: {
        antiMalware: {
          policies: { "A b": { for: {} }, c: { name: "a B", for: { groups: ["a@contoso.com"] } } },
          order: ["A b", "c"],
        },
      },
    }),
  ).toEqual([
    expect.stringMatching(/policies\["A b"\]: not a key/),
    expect.stringMatching(/for: the policy is for nobody/),
    expect.stringMatching(/policies\.c\.name: the policy A b has the same name/),
  ]);
});

test("encryption: the button needs licensing, which it brings; two words for one attribute must agree", () => {
  expect(valuesOf(planOf({ encryption: { encryptButton: true } }), "Encryption")).toEqual({
    simplifiedClientAccessEnabled: true,
    azureRmsLicensingEnabled: true,
  });
  expect(
    faultsOf({ encryption: { encryptButton: true, settings: { simplifiedClientAccessEnabled: false } } }),
  ).toEqual([
    expect.stringMatching(
      /^encryption\.settings\.simplifiedClientAccessEnabled: encryptButton says otherwise/,
    ),
  ]);
});

test("what people do by hand is said where it is presupposed", () => {
  const titles = (options: Omit<ExchangeOptions, "managed">) =>
    planOf(options).byHand.map(({ title }) => title);
  expect(titles({ protection: { baseline: "cis" } })).toEqual([]);
  expect(titles({ encryption: {}, protection: { baseline: "scuba", presets: { standard: {} } } })).toEqual([
    "Switch the preset security policies on for the first time",
    "Activate Azure Rights Management",
    "Leave Microsoft's own alerts on",
  ]);
});

test("a preset is switched in both halves where the tenant has Defender", () => {
  const kinds = (licence: "exchange-online" | "defender-p1") =>
    planOf({
      protection: { licence, presets: { standard: { for: { domains: ["contoso.com"] } } } },
    }).objects.map(({ kind }) => kind);
  expect(kinds("exchange-online")).toEqual(["eop-protection-policy-rule"]);
  expect(kinds("defender-p1")).toEqual(["eop-protection-policy-rule", "atp-protection-policy-rule"]);
});

test("what the tenant tells for a baseline is refused where no value is taken from it", () => {
  const told = { sensitiveUsers: [{ displayName: "Anna Berg", address: "anna@contoso.com" }] };
  expect(faultsOf({ protection: { ...told, baseline: "scuba", licence: "defender-p1" } })).toEqual([]);
  expect(faultsOf({ protection: { ...told, baseline: "scuba" } })).toEqual([
    "protection.sensitiveUsers: needs Defender for Office 365; write protection: { licence: defender-p1 } if every mailbox has it",
  ]);
  expect(faultsOf({ protection: { ...told, licence: "e5" } })).toEqual([
    expect.stringMatching(
      /^protection\.sensitiveUsers: no value is taken from it, got baseline none; expected baseline microsoft-standard \| /,
    ),
  ]);
  expect(faultsOf({ protection: { baseline: "scuba", notify: ["soc@contoso.com"] } })).toEqual([
    expect.stringMatching(/^protection\.notify: no value is taken from it, .* expected baseline cis;/),
  ]);
});

test("the mark of mail from outside is an exception beside those that are given", () => {
  const rules = { "external-tag": { unless: { subjectContainsWords: ["[List]"] } } };
  const { objects } = planOf({ rules });
  expect(objects.find(({ id }) => id === "Rule-external-tag")?.values).toMatchObject({
    exceptIfSubjectContainsWords: ["[External]", "[List]"],
  });
});

test("a slip in one part does not hide what is wrong with the others", () => {
  const slips = {
    protection: {
      baseline: "scuba",
      antiSpam: { default: { spamActoin: "MoveToJmf" } },
      connectionFilter: { ipAllowList: ["192.0.2.10"] },
    },
    ruleOrder: ["tidy", "loose"],
    rules: {
      tidy: { do: { prependSubjekt: "x" } },
      loose: { when: { fromScope: "NotInOrganization" }, do: { setScl: -1 } },
    },
  };
  expect(faultsOf(slips as never)).toEqual([
    expect.stringMatching(/^protection\.antiSpam\.default\.spamActoin: unknown key/),
    expect.stringMatching(/^rules\.tidy\.do\.prependSubjekt: unknown key/),
    expect.stringMatching(/^protection\.connectionFilter\.ipAllowList: this loosens protection/),
    expect.stringMatching(/^rules\.loose\.do\.setScl: this loosens protection/),
  ]);
  // By what the rest is judged, nobody knows.
  const unknown = { protection: { baseline: "scba", connectionFilter: { ipAllowList: ["192.0.2.10"] } } };
  expect(faultsOf(unknown as never)).toEqual([expect.stringMatching(/^protection\.baseline: /)]);
  expect(faultsOf({ protection: [] } as never)).toHaveLength(1);
  expect(faultsOf({ rules: { a: null, b: { do: { setScl: -1 } } } } as never)).toHaveLength(2);
});

test("a policy that names a quarantine policy of the plan waits for it", () => {
  const { objects } = planOf({
    protection: {
      quarantinePolicies: { ask: { name: "Ask first", endUserQuarantinePermissions: 43 } },
      antiSpam: { default: { spamQuarantineTag: "ask FIRST" } },
    },
  });
  expect(objects.find(({ id }) => id === "AntiSpam-default")?.names).toEqual({
    spamQuarantineTag: "Quarantine-ask",
  });
});

test("every value of the baselines is one that its attribute takes", () => {
  for (const { kind, attribute, wanted } of BASELINE_VALUES) {
    const facts = attributesOf(kind).get(attribute);
    expect([kind, attribute, facts?.type]).toEqual([kind, attribute, expect.any(String)]);
    for (const value of Object.values(wanted)) {
      if (typeof value === "object" && "from" in value) continue;
      const members = Array.isArray(value) ? value : [value];
      if (facts?.choices) expect(facts.choices).toEqual(expect.arrayContaining(members));
    }
  }
});

describe("alerts", () => {
  const forwarding = {
    category: "ThreatManagement",
    threatType: "Activity",
    operation: ["MailRedirect"],
  } as const;

  test("go to those whom they name, else to those of all; each event by itself needs no licence", () => {
    const plan = planOf({
      alerts: {
        baseline: "scuba",
        notify: ["soc@contoso.com"],
        policies: {
          own: { ...forwarding, aggregationType: "None", notifyUser: ["anna@contoso.com"] },
          usual: { ...forwarding, name: "Forwarding was set up", aggregationType: "None" },
        },
      },
    });
    expect(valuesOf(plan, "Alert-own")).toMatchObject({ name: "own", notifyUser: ["anna@contoso.com"] });
    expect(valuesOf(plan, "Alert-usual")).toMatchObject({
      name: "Forwarding was set up",
      notifyUser: ["soc@contoso.com"],
    });
    expect(plan.systemAlerts).toEqual({ recipients: ["soc@contoso.com"] });
  });

  test("that nobody hears, that the licence does not have or that are off are refused", () => {
    expect(
      faultsOf({
        alerts: {
          policies: {
            counted: { ...forwarding, notifyUser: ["soc@contoso.com"] },
            off: { ...forwarding, aggregationType: "None", notifyUser: ["soc@contoso.com"], disabled: true },
            unheard: { ...forwarding, aggregationType: "None" },
          },
        },
      }),
    ).toEqual([
      "alerts.policies.counted.aggregationType: needs Defender for Office 365 Plan 2; write aggregationType: None, or protection: { licence: defender-p2 } if every mailbox has it",
      expect.stringMatching(
        /^alerts\.policies\.off\.disabled: this loosens protection: the alert "off" is off/,
      ),
      "alerts.policies.unheard.notifyUser: the alert goes to nobody; expected addresses; write them here, or under alerts.notify for all",
    ]);
    expect(faultsOf({ alerts: { notify: ["soc@contoso.com"] } })).toEqual([
      expect.stringMatching(/^alerts\.notify: nothing alerts them/),
    ]);
  });
});

describe("role groups", () => {
  test("of Microsoft's are named by their key in words, and get members beside others", () => {
    const { objects } = planOf({
      roleGroups: { "service-assurance-user": { in: "purview", members: ["Anna Berg", "anna berg"] } },
    });
    expect(objects).toEqual([
      {
        id: "RoleGroup-service-assurance-user-Member-anna_20_berg",
        kind: "role-group-member",
        values: { service: "purview", roleGroup: "Service Assurance User", member: "anna berg" },
        names: {},
        path: ["roleGroups", "service-assurance-user"],
      },
    ]);
  });

  test("of one's own are made first; all members are said at once where no others may be in it", () => {
    const { objects } = planOf({
      roleGroups: {
        readers: {
          in: "exchange",
          roles: ["View-Only Recipients"],
          members: ["anna@contoso.com"],
          noOthers: true,
        },
      },
    });
    expect(objects.map(({ id, kind, names }) => [id, kind, names])).toEqual([
      ["RoleGroup-readers", "role-group", {}],
      ["RoleGroup-readers-Members", "role-group-members", { roleGroup: "RoleGroup-readers" }],
    ]);
  });

  test("under two keys are one group, which two resources would fight over", () => {
    const members = ["anna@contoso.com"];
    const own = { in: "exchange", name: "organization management", members } as const;
    expect(faultsOf({ roleGroups: { "organization-management": { in: "exchange", members }, own } })).toEqual(
      [expect.stringContaining("roleGroups.own: roleGroups.organization-management has this name too")],
    );
    expect(faultsOf({ roleGroups: { own, theirs: { ...own, in: "purview" } } })).toEqual([]);
  });

  test("of which nothing is said are refused", () => {
    expect(
      faultsOf({ roleGroups: { a: { in: "exchange" }, b: { in: "exchange", noOthers: true } } }),
    ).toEqual([
      "roleGroups.a: nothing is said of the group; expected members, or roles",
      "roleGroups.b: nothing is said of the group; expected members, or roles",
      "roleGroups.b.noOthers: needs members, though it be []",
    ]);
  });
});

describe("loss of data", () => {
  test("the baseline's policy holds where the licence reaches, and own values win", () => {
    const plan = planOf({
      dataLoss: {
        baseline: "scuba",
        policies: { default: { rules: { default: { notifyUser: ["Owner"] } } } },
      },
    });
    expect(Object.keys(valuesOf(plan, "DataLoss-default") ?? {})).toEqual([
      "name",
      "mode",
      "exchangeLocation",
      "sharepointLocation",
      "oneDriveLocation",
    ]);
    expect(valuesOf(plan, "DataLoss-default-Rule-default")).toMatchObject({
      policy: "Personal data and payment cards",
      blockAccess: true,
      notifyUser: ["Owner"],
    });
    const whole = planOf({ protection: { licence: "e5" }, dataLoss: { baseline: "scuba" } });
    expect(valuesOf(whole, "DataLoss-default")).toMatchObject({ endpointDlpLocation: ["All"] });
  });

  test("a policy without a rule, for devices without their licence, or that only records is refused", () => {
    expect(
      faultsOf({
        dataLoss: { policies: { cards: { mode: "TestWithNotifications", endpointDlpLocation: ["All"] } } },
      }),
    ).toEqual([
      expect.stringMatching(
        /cards\.endpointDlpLocation: needs Microsoft 365 E5 or the Purview suite; write protection/,
      ),
      expect.stringMatching(/cards\.mode: this loosens protection: the data loss policy cards only records/),
      "dataLoss.policies.cards.rules: the policy looks for nothing; expected at least one rule",
    ]);
  });
});

test("how long the audit log is kept needs its licence", () => {
  expect(faultsOf({ auditRetention: { baseline: "scuba" } })).toEqual([
    expect.stringMatching(/^auditRetention: needs Audit \(Premium\), .*write protection: \{ licence: e5 \}/),
  ]);
  const plan = planOf({ protection: { licence: "e5" }, auditRetention: { baseline: "scuba" } });
  expect(valuesOf(plan, "AuditRetention-default")).toMatchObject({ retentionDuration: "TwelveMonths" });
});

test("what users report goes to the mailbox, once the settings are there; to nobody only with a reason", () => {
  const { objects } = planOf({ userReports: { baseline: "cis", mailbox: "reports@contoso.com" } });
  expect(objects.map(({ id, after }) => [id, after])).toEqual([
    ["UserReports", undefined],
    ["UserReports-Rule", ["UserReports"]],
  ]);
  expect(faultsOf({ userReports: { baseline: "cis" } })).toEqual([
    expect.stringMatching(/^userReports: "mailbox" is missing/),
  ]);
  expect(faultsOf({ userReports: { enableReportToMicrosoft: false } })).toEqual([
    expect.stringMatching(
      /^userReports\.enableReportToMicrosoft: .*phishing that users report goes to nobody/,
    ),
  ]);
  expect(faultsOf({ userReports: { mailbox: "reports@contoso.com" } })).toEqual([
    expect.stringMatching(/^userReports\.mailbox: nothing is sent to it/),
  ]);
});
