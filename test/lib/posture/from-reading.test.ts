import { readPosture } from "../../../lib/posture/from-reading";
import type { Posture, TenantPosture } from "../../../lib/posture/model";
import { evaluate } from "../../../lib/rules/evaluate";
import { notJudged, unseenByRules } from "../../../lib/rules/not-judged";
import { packRules } from "../../../lib/rules/packs";
import type { TenantReading } from "../../../lib/tenant-reading/reading";
import { readingOf, shownObject, shownPolicy } from "./reading";

const postureOf = (tenant: TenantPosture): Posture => ({
  source: "observed",
  domains: [],
  tenants: [tenant],
  outside: [],
});

function found(reading: TenantReading, rule: string, packs: readonly ("scuba" | "cis")[] = ["scuba"]) {
  return evaluate(postureOf(readPosture(reading, "contoso")), packRules(packs))
    .filter((one) => one.rule === rule)
    .map(({ message, received }) => (received === undefined ? message : `${message}; ${received}`));
}

function left(reading: TenantReading, control: string) {
  return notJudged(postureOf(readPosture(reading, "contoso")), ["scuba"])
    .filter((one) => one.control === control)
    .map(({ list: _, asks: _asks, look: _look, control: _control, ...rest }) => rest);
}

const refused = (part: string, reason = "permission"): TenantReading["parts"] =>
  ({
    [part]: { read: false, why: { reason, words: "Microsoft says no", permission: "Exchange.ManageAsApp" } },
  }) as never;

test("what a tenant that was read does not have is not there: rules that want one find it missing", () => {
  expect(found(readingOf(), "exchange-audit-kept-short")).toEqual([
    "no policy keeps records of the audit log for a year; no policy",
  ]);
  expect(found(readingOf(), "exchange-data-loss-idle")).toEqual([
    "there is no policy against the loss of data",
  ]);
  expect(found(readingOf(), "exchange-alert-off")).toHaveLength(6);
  expect(left(readingOf(), "MS.SECURITYSUITE.4.1v1")).toEqual([]);
});

test("what could not be read is not judged, with the reason, and nobody takes it for met", () => {
  const reading = readingOf({ parts: refused("transport-config") });
  expect(found(reading, "exchange-smtp-auth")).toEqual([]);
  expect(left(reading, "MS.EXO.5.1v1")).toEqual([
    { why: "Microsoft says no (needs Exchange.ManageAsApp)", lost: true },
  ]);
});

test("what the tenant has not bought is not judged either, and that is known", () => {
  const reading = readingOf({ parts: refused("safe-links-policy", "licence") });
  expect(left(reading, "MS.SECURITYSUITE.7.3v1")).toEqual([
    { why: "Microsoft says no (needs Exchange.ManageAsApp)" },
  ]);
});

test("what every tenant has cannot be missing: an empty answer is none", () => {
  expect(left(readingOf(), "MS.EXO.5.1v1")).toEqual([
    { why: "the tenant shows nothing of the transport settings, which every tenant has", lost: true },
  ]);
});

test("a part that another version wrote nothing of was not read", () => {
  const { parts } = readingOf();
  const { "sharing-policy": _, ...others } = parts;
  const reading = { ...readingOf(), parts: others as TenantReading["parts"] };
  expect(left(reading, "MS.EXO.6.1v1")).toEqual([{ why: "it was not asked for", lost: true }]);
});

test("an empty list is a value, and a switch that shows nothing is not one", () => {
  const malware = shownObject("malware-filter-policy", { name: "Default", enableFileFilter: true });
  expect(found(readingOf({ objects: [malware] }), "exchange-malware-files")).toEqual([
    "the anti-malware policy Default delivers dangerous types of files; fileTypes: nobody",
  ]);
  const transport = shownObject("transport-config", {});
  const reading = readingOf({ objects: [transport] });
  expect(found(reading, "exchange-smtp-auth")).toEqual([]);
  expect(left(reading, "MS.EXO.5.1v1")).toEqual([
    {
      part: "smtpClientAuthenticationDisabled of the transport settings",
      tenants: ["contoso"],
      lost: true,
    },
  ]);
});

test("a value that the tenant's licence hides is told with the licence", () => {
  const phish = shownObject(
    "anti-phish-policy",
    { name: "Office365 AntiPhish Default" },
    { unknown: ["enableOrganizationDomainsProtection", "targetedDomainProtectionAction"] },
  );
  const [told] = left(readingOf({ objects: [phish], servicePlans: [] }), "MS.SECURITYSUITE.2.2v1");
  expect(told?.lost).toBeUndefined();
  expect(told?.part).toContain("which needs Microsoft Defender for Office 365");
  const [unknown] = left(readingOf({ objects: [phish] }), "MS.SECURITYSUITE.2.2v1");
  expect(unknown?.lost).toBe(true);
});

test("a policy that holds what nobody here knows leaves its controls open", () => {
  const policy = { ...shownPolicy("Agents"), unread: { "conditions.agentIdRiskLevels": '"high"' } };
  const reading = readingOf({ policies: [policy] });
  expect(found(reading, "ca-scuba-policy")).toEqual([]);
  expect(left(reading, "MS.AAD.1.1v1")).toEqual([
    {
      part: 'the policy Agents: conditions.agentIdRiskLevels is "high", which nobody here knows',
      tenants: ["contoso"],
      lost: true,
    },
  ]);
  expect(left(readingOf(), "MS.AAD.1.1v1")).toEqual([]);
  expect(found(readingOf(), "ca-scuba-policy")).toHaveLength(9);
});

test("a policy rests on places and strengths: where these were not read, neither was it", () => {
  const places = shownPolicy("Places", {
    conditions: { users: { includeUsers: ["All"] }, locations: { includeLocations: ["one"] } },
  });
  const strong = shownPolicy("Strong", { grantControls: { authenticationStrength: { id: "own" } } });
  const builtIn = shownPolicy("Built in", {
    grantControls: { authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } },
  });
  const reading = readingOf({
    policies: [places, strong, builtIn],
    parts: { ...refused("named-locations"), ...refused("authentication-strengths") },
  });
  expect(readPosture(reading, "contoso").policies?.map(({ unknown }) => unknown)).toEqual([
    ["its locations were not read"],
    ["its authentication strength was not read"],
    undefined,
  ]);
});

test("the expiry of passwords is that of verified root domains whose passwords Entra ID keeps", () => {
  const domain = (name: string, facts: object) => ({
    name,
    isVerified: true,
    isInitial: false,
    isDefault: false,
    isRoot: true,
    authenticationType: "Managed",
    supportedServices: [],
    ...facts,
  });
  const expiry = (name: string) =>
    shownObject("domain-password-policy", { domain: name, passwordValidityPeriodInDays: 90 });
  const reading = readingOf({
    domains: [
      domain("contoso.com", {}),
      domain("sub.contoso.com", { isRoot: false }),
      domain("fabrikam.com", { authenticationType: "Federated" }),
      domain("wingtiptoys.com", { isVerified: false }),
    ],
    objects: ["contoso.com", "sub.contoso.com", "fabrikam.com", "wingtiptoys.com"].map(expiry),
  });
  expect(readPosture(reading, "contoso").exchange?.objects?.map(({ name }) => name)).toEqual(["contoso.com"]);
});

test("groups of the estate are known by their ids, and by nothing where groups were not read", () => {
  const groups = [{ id: "id-1", name: "Break-Glass", members: [] }];
  const read = readingOf({ directory: { groups } });
  const named = { breakGlass: "break-glass", sspr: "sg-sspr" };
  expect(readPosture(read, "contoso", named)).toMatchObject({ breakGlass: "id-1", sspr: "sg-sspr" });
  const blind = readPosture(readingOf({ parts: refused("groups") }), "contoso", named);
  expect(blind.breakGlass).toBeUndefined();
});

test("signing, connectors and forwarding are those of the tenant", () => {
  const reading = readingOf({
    signing: [
      { domain: "Contoso.com", enabled: false, keySizes: [1024, 2048], targets: [] },
      { domain: "no domain", enabled: false, keySizes: [], targets: [] },
    ],
    inboundConnectors: [
      { id: "i", name: "In", enabled: true, type: "Partner", requireTls: false, senderAddresses: [] },
    ],
    outboundConnectors: [{ id: "o", name: "Out", enabled: true, type: "Partner", smartHosts: [] }],
    objects: [
      shownObject("hosted-outbound-spam-filter-policy", { name: "Default", autoForwardingMode: "On" }),
    ],
  });
  expect(readPosture(reading, "contoso").exchange).toMatchObject({
    signing: [{ domain: "contoso.com", enabled: false, keySizes: [1024, 2048] }],
    inboundConnectors: [{ name: "In", where: { address: "contoso inbound connector In" } }],
    outboundConnectors: [{ name: "Out" }],
    forwarding: [{ policy: "Default", mode: "On" }],
  });
  const parts = {
    ...refused("dkim-signing"),
    ...refused("inbound-connectors"),
    ...refused("outbound-connectors"),
    ...refused("conditional-access-policies"),
    ...refused("service-plans"),
    ...refused("accepted-domains"),
    ...refused("hosted-outbound-spam-filter-policy"),
  };
  const blind = readPosture(readingOf({ parts }), "contoso");
  expect(Object.keys(blind.exchange ?? {})).toEqual(["objects"]);
  expect([blind.policies, blind.lacks, blind.mailDomains]).toEqual([undefined, undefined, undefined]);
});

describe("policies that hold for nobody are not judged", () => {
  const ok = {
    enableSafeLinksForTeams: true,
    enableSafeLinksForOffice: true,
    enableForInternalSenders: true,
  };
  const links = (name: string, enableSafeLinksForEmail: boolean) =>
    shownObject("safe-links-policy", { name, enableSafeLinksForEmail, ...ok });
  const builtIn = links("Built-In Protection Policy", false);
  const standard = links("Standard Preset Security Policy1681", false);
  const strict = links("Strict Preset Security Policy1682", false);
  const own = links("Everyone", false);
  const rule = (values: object) =>
    shownObject("safe-links-rule", {
      name: "Everyone",
      safeLinksPolicy: "everyone",
      enabled: true,
      ...values,
    });
  const preset = (name: "Standard" | "Strict", values: object = {}) =>
    shownObject("atp-protection-policy-rule", {
      name: `${name} Preset Security Policy`,
      enabled: true,
      ...values,
    });
  const acceptedDomains = ["contoso.com", "contoso.onmicrosoft.com"].map((name) => ({
    name,
    type: "Authoritative" as const,
    isDefault: false,
  }));
  const everybody = { recipientDomainIs: ["Contoso.com", "contoso.onmicrosoft.com"] };

  test.each([
    ["without a rule only the default holds", [], ["Built-In Protection Policy"]],
    ["a rule for all domains leaves nothing to the default", [rule(everybody)], ["Everyone"]],
    [
      "one for a domain does",
      [rule({ recipientDomainIs: ["contoso.com"] })],
      ["Built-In Protection Policy", "Everyone"],
    ],
    [
      "so does one with an exception",
      [rule({ ...everybody, exceptIfSentTo: ["a@contoso.com"] })],
      ["Built-In Protection Policy", "Everyone"],
    ],
    ["a rule that is off is none", [rule({ ...everybody, enabled: false })], ["Built-In Protection Policy"]],
    [
      "a preset for all comes before all others",
      [preset("Standard"), rule(everybody)],
      ["Standard Preset Security Policy1681"],
    ],
    [
      "the strict one before the standard",
      [preset("Standard"), preset("Strict")],
      ["Strict Preset Security Policy1682"],
    ],
    [
      "a preset for some leaves the others",
      [preset("Strict", { sentTo: ["ceo@contoso.com"] })],
      ["Built-In Protection Policy", "Strict Preset Security Policy1682"],
    ],
    ["one that is off is none", [preset("Strict", { enabled: false })], ["Built-In Protection Policy"]],
  ])("%s", (_title, more, names) => {
    const reading = readingOf({ acceptedDomains, objects: [builtIn, standard, strict, own, ...more] });
    expect(found(reading, "exchange-links-unchecked")).toEqual(
      names.map(
        (name) => `the Safe Links policy ${name} does not check all links; enableSafeLinksForEmail: false`,
      ),
    );
  });

  test("where the rules were not read, all are", () => {
    const reading = readingOf({ objects: [builtIn, own], parts: refused("safe-links-rule") });
    expect(found(reading, "exchange-links-unchecked")).toHaveLength(2);
  });

  test("where domains were not read, no rule is for everybody", () => {
    const reading = readingOf({
      objects: [builtIn, own, rule(everybody)],
      parts: refused("accepted-domains"),
    });
    expect(found(reading, "exchange-links-unchecked")).toHaveLength(2);
  });
});

test("of Microsoft's alerts those count that CISA asks for", () => {
  const alert = (name: string, values: object) =>
    shownObject("protection-alert", { name, disabled: false, notificationEnabled: true, ...values });
  const objects = [
    alert("Messages have been delayed", { disabled: true }),
    alert("Suspicious connector activity", {}),
    alert("Form flagged and confirmed as phishing", { disabled: true }),
  ];
  expect(found(readingOf({ objects }), "exchange-alert-off")).toContain(
    "the alert policy Messages have been delayed is off; disabled: true",
  );
  expect(found(readingOf({ objects }), "exchange-alert-off")).toHaveLength(5);
  expect(found(readingOf({ objects }), "exchange-alert-unheard")).toEqual([
    "the alert policy Suspicious connector activity tells nobody; notifyUser: nobody",
  ]);
});

test("of policies against the loss of data one that acts is enough", () => {
  const policy = (name: string, mode: string) => shownObject("dlp-compliance-policy", { name, mode });
  const trial = policy("Trial", "TestWithNotifications");
  expect(found(readingOf({ objects: [trial] }), "exchange-data-loss-idle")).toHaveLength(1);
  const both = readingOf({ objects: [trial, policy("Real", "Enable")] });
  expect(found(both, "exchange-data-loss-idle")).toEqual([]);
});

test("what rules were to see and did not is told whatever the pack, each reason once", () => {
  const reading = readingOf({
    objects: [
      shownObject("transport-config", {}),
      shownObject("organization-config", { auditDisabled: false, oauth2ClientProfileEnabled: true }),
      shownObject("hosted-outbound-spam-filter-policy", { name: "Default" }),
    ],
    policies: [{ ...shownPolicy("Agents"), unread: { x: "1" } }],
    parts: {
      ...refused("sharing-policy"),
      ...refused("remote-domain"),
      ...refused("safe-links-policy", "licence"),
    },
  });
  const unseen = unseenByRules(postureOf(readPosture(reading, "contoso")), packRules(["recommended", "cis"]));
  expect(unseen).toEqual(
    expect.arrayContaining([
      "contoso: not read: remote-domain, sharing-policy: Microsoft says no (needs Exchange.ManageAsApp)",
      "contoso: not known: smtpClientAuthenticationDisabled of the transport settings",
      "contoso: not known: autoForwardingMode of the outbound spam policy Default",
      "contoso: not known: the policy Agents: x is 1, which nobody here knows",
    ]),
  );
  expect(unseen.join()).not.toContain("safe-links");
});

test("a domain for which Exchange has no keys is found, but what hybrid routing uses", () => {
  const acceptedDomains = ["contoso.com", "contoso.onmicrosoft.com", "contoso.mail.onmicrosoft.com"].map(
    (name) => ({ name, type: "Authoritative" as const, isDefault: false }),
  );
  const signing = [{ domain: "contoso.onmicrosoft.com", enabled: true, keySizes: [2048], targets: [] }];
  expect(found(readingOf({ acceptedDomains, signing }), "exchange-dkim-off")).toEqual([
    "Exchange Online has no DKIM keys for contoso.com",
  ]);
});
