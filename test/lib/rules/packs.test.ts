import {
  CIS_ADMIN_ROLES,
  PHISHING_RESISTANT_ROLES,
  SCUBA_PRIVILEGED_ROLES,
} from "../../../lib/identity/baselines/admins";
import { ROLES, type RoleName } from "../../../lib/identity/roles";
import type { RulePackName } from "../../../lib/pack-names";
import { RULE_PACK_NAMES } from "../../../lib/pack-names";
import { RULES } from "../../../lib/rules";
import { evaluate } from "../../../lib/rules/evaluate";
import { packRules, RULE_PACKS } from "../../../lib/rules/packs";
import { tenant } from "./fixture";
import { FORMS } from "./forms";
import { forRoles } from "./support/policies";

/** The rules of a pack, by the level they are run at. */
function byLevel(name: (typeof RULE_PACK_NAMES)[number]) {
  const rules = packRules([name]);
  const at = (wanted: string) => rules.filter(({ level }) => level === wanted).map(({ rule }) => rule.id);
  return { error: at("error"), warning: at("warning"), note: at("note") };
}

test("every rule is in a pack, and a pack holds its rules once, sorted by id", () => {
  const listed = new Set(RULE_PACK_NAMES.flatMap((name) => packRules([name]).map(({ rule }) => rule.id)));
  expect(RULES.filter(({ id }) => !listed.has(id))).toEqual([]);
  for (const name of RULE_PACK_NAMES) {
    const ids = RULE_PACKS[name].rules.map(({ rule }) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(packRules([name])).toEqual(RULE_PACKS[name].rules);
    expect(RULE_PACKS[name].name).toBe(name);
  }
});

test("what CISA says SHALL of is an error, SHOULD a warning", () => {
  expect(byLevel("scuba")).toEqual({
    error: [
      "agents-at-risk",
      "authenticator-codes",
      "authenticator-without-context",
      "ca-admins-phishable",
      "ca-legacy-authentication",
      "ca-scuba-policy",
      "ca-users-without-mfa",
      "consent-requests-off",
      "dkim-selector-missing",
      "dmarc-inherited-weak",
      "dmarc-missing",
      "dmarc-multiple-records",
      "dmarc-not-reject",
      "dmarc-partial",
      "dmarc-policy-none",
      "dmarc-syntax",
      "everybody-consents",
      "everybody-registers-applications",
      "exchange-alert-off",
      "exchange-allowed-sender-domains",
      "exchange-attachments-unchecked",
      "exchange-audit-kept-short",
      "exchange-audit-log-off",
      "exchange-calendars-shared",
      "exchange-contacts-shared",
      "exchange-data-loss-idle",
      "exchange-data-loss-kinds",
      "exchange-mailbox-audit-off",
      "exchange-malware-files",
      "exchange-malware-zap-off",
      "exchange-outside-untagged",
      "exchange-remote-forwarding",
      "exchange-smtp-auth",
      "exchange-spam-delivered",
      "global-administrator-unnoticed",
      "global-administrators",
      "parked-dmarc",
      "passwords-expire",
      "role-assigned-unnoticed",
      "role-held-for-good",
      "role-unapproved",
      "scuba-record-form",
      "sign-in-methods-unmigrated",
      "sign-in-methods-weak",
      "spf-missing",
      "spf-multiple-records",
      "spf-open-end",
      "spf-pass-all",
      "spf-syntax",
    ],
    warning: [
      "applications-certificates-long",
      "applications-get-passwords",
      "applications-passwords-long",
      "ca-device-code",
      "dkim-missing",
      "dmarc-no-failure-reports",
      "dmarc-no-reports",
      "dmarc-single-report-address",
      "exchange-alert-unheard",
      "exchange-allowed-addresses",
      "exchange-clicks-unrecorded",
      "exchange-data-loss-let-go",
      "exchange-data-loss-places",
      "exchange-data-loss-silent",
      "exchange-dkim-off",
      "exchange-files-unchecked",
      "exchange-impersonated-domains",
      "exchange-impersonated-partners",
      "exchange-impersonated-users",
      "exchange-links-unchecked",
      "exchange-links-unscanned",
      "exchange-safe-list",
      "exchange-safety-tips-off",
      "guests-as-members",
      "guests-invited-by-anybody",
      "role-activated-unnoticed",
    ],
    note: [],
  });
});

test("an unmet control of CIS is a warning, unless the rule's own level is worse", () => {
  expect(byLevel("cis")).toEqual({
    error: [
      "ca-no-break-glass",
      "dkim-selector-missing",
      "dmarc-multiple-records",
      "dmarc-syntax",
      "spf-multiple-records",
      "spf-pass-all",
      "spf-syntax",
    ],
    warning: [
      "applications-certificates-long",
      "applications-get-passwords",
      "applications-passwords-chosen",
      "applications-passwords-long",
      "authenticator-without-context",
      "ca-admins-phishable",
      "ca-device-code",
      "ca-legacy-authentication",
      "ca-users-without-mfa",
      "consent-requests-off",
      "dkim-missing",
      "dmarc-inherited-weak",
      "dmarc-missing",
      "dmarc-no-failure-reports",
      "dmarc-no-reports",
      "dmarc-partial",
      "dmarc-policy-none",
      "everybody-consents",
      "everybody-creates-tenants",
      "everybody-registers-applications",
      "exchange-allowed-addresses",
      "exchange-allowed-sender-domains",
      "exchange-attachments-unchecked",
      "exchange-audit-log-off",
      "exchange-calendars-shared",
      "exchange-click-through",
      "exchange-clicks-unrecorded",
      "exchange-data-loss-idle",
      "exchange-direct-send-open",
      "exchange-dkim-off",
      "exchange-files-unchecked",
      "exchange-filter-bypass",
      "exchange-forwarding-open",
      "exchange-impersonated-domains",
      "exchange-impersonated-users",
      "exchange-links-unchecked",
      "exchange-links-unscanned",
      "exchange-mail-tips-off",
      "exchange-mailbox-audit-off",
      "exchange-malware-files",
      "exchange-malware-unnoticed",
      "exchange-modern-authentication-off",
      "exchange-outside-unmarked",
      "exchange-phishing-threshold-low",
      "exchange-remote-forwarding",
      "exchange-safe-list",
      "exchange-sending-unlimited",
      "exchange-smtp-auth",
      "exchange-spammers-unnoticed",
      "global-administrators",
      "guests-invited-by-anybody",
      "guests-see-directory",
      "parked-dmarc",
      "parked-spf",
      "passwords-expire",
      "role-giver-unapproved",
      "role-unapproved",
      "sign-in-methods-weak",
      "sign-in-methods-weakest-first",
      "spf-missing",
      "spf-open-end",
    ],
    note: [],
  });
});

test("Gmail, Yahoo and Outlook.com refuse bulk mail for what their pack finds", () => {
  expect(byLevel("bulk-sender")).toEqual({
    error: [
      "dkim-missing",
      "dkim-multiple-keys",
      "dkim-syntax",
      "dkim-weak-key",
      "dmarc-enforced-unauthenticated",
      "dmarc-missing",
      "dmarc-multiple-records",
      "dmarc-syntax",
      "spf-broken-tree",
      "spf-lookups",
      "spf-missing",
      "spf-multiple-records",
      "spf-retired-include",
      "spf-syntax",
      "spf-void-lookups",
    ],
    warning: ["sender-without-name"],
    note: [],
  });
});

const FOR_CONTROLS_ALONE = [
  "agents-at-risk",
  "applications-certificates-long",
  "applications-get-passwords",
  "applications-passwords-chosen",
  "applications-passwords-long",
  "authenticator-codes",
  "ca-scuba-policy",
  "dmarc-inherited-weak",
  "dmarc-no-failure-reports",
  "dmarc-not-reject",
  "dmarc-partial",
  "dmarc-single-report-address",
  "everybody-consents",
  "everybody-creates-tenants",
  "exchange-attachments-unchecked",
  "exchange-audit-kept-short",
  "exchange-calendars-shared",
  "exchange-click-through",
  "exchange-clicks-unrecorded",
  "exchange-contacts-shared",
  "exchange-data-loss-idle",
  "exchange-data-loss-kinds",
  "exchange-data-loss-let-go",
  "exchange-data-loss-places",
  "exchange-data-loss-silent",
  "exchange-direct-send-open",
  "exchange-files-unchecked",
  "exchange-impersonated-domains",
  "exchange-impersonated-partners",
  "exchange-impersonated-users",
  "exchange-links-unchecked",
  "exchange-links-unscanned",
  "exchange-mail-tips-off",
  "exchange-malware-unnoticed",
  "exchange-outside-unmarked",
  "exchange-outside-untagged",
  "exchange-phishing-threshold-low",
  "exchange-safety-tips-off",
  "exchange-sending-unlimited",
  "exchange-spammers-unnoticed",
  "global-administrator-unnoticed",
  "global-administrators",
  "guests-invited-by-anybody",
  "guests-see-directory",
  "role-activated-unnoticed",
  "role-assigned-unnoticed",
  "role-giver-unapproved",
  "role-held-for-good",
  "role-unapproved",
  "scuba-record-form",
  "sender-without-name",
  "sign-in-methods-weak",
];

test("recommended holds every rule at its own level, but those that only a control list asks for", () => {
  const own = RULES.map((rule) => ({ rule, level: rule.level, packs: ["recommended"] }));
  expect(packRules(["recommended"])).toEqual(own.filter(({ rule }) => !FOR_CONTROLS_ALONE.includes(rule.id)));
});

test("of two packs a rule is run once, at the worse level, whichever is named first", () => {
  for (const names of [["recommended", "scuba"] as const, ["scuba", "recommended"] as const]) {
    const both = packRules(names);
    const ids = both.map(({ rule }) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(both.filter(({ rule }) => rule.id === "spf-missing").map(({ level }) => level)).toEqual(["error"]);
  }
});

test("rules are sorted by id, and a rule says why in a paragraph and on whose word", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  for (const { why, sources, controls = {}, title } of RULES) {
    expect(why).toMatch(/^\S.*\.$/s);
    expect(title).toMatch(/[^.]$/);
    expect(sources.length + Object.keys(controls).length).toBeGreaterThan(0);
  }
});

/** The administrators that packs find without a phishing-resistant factor, where these roles are asked for one. */
async function phishable(packs: readonly RulePackName[], roles: readonly RoleName[]): Promise<unknown> {
  const posture = await FORMS.planned(tenant({ policies: [forRoles(roles.map((role) => ROLES[role]))] }));
  return evaluate(posture, packRules(packs))
    .filter(({ rule }) => rule === "ca-admins-phishable")
    .map(({ received }) => received);
}

test("CISA wants reject of what is inherited, CIS is content with quarantine", async () => {
  const posture = await FORMS.observed({
    domains: [
      {
        domain: "shop.contoso.com",
        profile: "exchange-online",
        records: ["shop.contoso.com TXT v=spf1 -all"],
      },
    ],
    outside: ["_dmarc.contoso.com TXT v=DMARC1; p=reject; sp=quarantine;"],
  });
  const inherited = (packs: readonly RulePackName[]) =>
    evaluate(posture, packRules(packs))
      .filter(({ rule }) => rule === "dmarc-inherited-weak")
      .map(({ level, received, expected }) => [level, received, expected]);
  expect(inherited(["cis"])).toEqual([]);
  expect(inherited(["scuba"])).toEqual([["error", "sp=quarantine at contoso.com", "reject"]]);
  expect(inherited(["cis", "scuba"])).toEqual(inherited(["scuba"]));
});

describe("who is an administrator is what the pack's own list says", () => {
  test("CIS names 15 roles, CISA 8, Microsoft's template 19", async () => {
    expect([CIS_ADMIN_ROLES.length, SCUBA_PRIVILEGED_ROLES.length, PHISHING_RESISTANT_ROLES.length]).toEqual([
      15, 8, 19,
    ]);
    expect(await phishable(["cis"], CIS_ADMIN_ROLES)).toEqual([]);
    expect(await phishable(["scuba"], SCUBA_PRIVILEGED_ROLES)).toEqual([]);
    expect(await phishable(["recommended"], PHISHING_RESISTANT_ROLES)).toEqual([]);
  });

  test("what one list asks is not enough for another", async () => {
    expect(await phishable(["cis"], PHISHING_RESISTANT_ROLES)).toEqual(["Global Reader"]);
    expect(await phishable(["scuba"], PHISHING_RESISTANT_ROLES)).toEqual(["Hybrid Identity Administrator"]);
    expect(await phishable(["recommended"], CIS_ADMIN_ROLES)).toEqual([
      "Compliance Administrator, Compliance Data Administrator, Dynamics 365 Administrator, Intune Administrator, Power Platform Administrator",
    ]);
  });

  test("two packs ask for the roles of both", async () => {
    expect(await phishable(["cis", "scuba"], CIS_ADMIN_ROLES)).toEqual(["Hybrid Identity Administrator"]);
  });
});
