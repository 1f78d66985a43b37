import * as v from "valibot";
import { shown } from "../fault";
import { agrees } from "../schema/agree";
import { flag, reason, text, texts } from "../schema/scalars";
import { choice, closed, list, may, named, namedBeside, word } from "../schema/shapes";
import { attributeSchema } from "./attribute-schema";
import { type AttributeFacts, attributesOf, type ExchangeKind } from "./objects";
import {
  type AlertsOptions,
  type AuditRetentionOptions,
  type BrandingOptions,
  CIS_BASELINES,
  type DataLossOptions,
  type DataLossPolicyOptions,
  type DataLossRuleOptions,
  type EncryptionOptions,
  type ExchangeOptions,
  type MailFlowRulesOptions,
  type NamedValues,
  type PolicyFamily,
  PROTECTION_BASELINES,
  PROTECTION_LICENCES,
  type PresetsOptions,
  type ProtectionOptions,
  type RecipientScope,
  ROLE_GROUP_SERVICES,
  type RoleGroupOptions,
  SCUBA_BASELINES,
  type SenderScope,
  type SensitiveUser,
  type UserReportsOptions,
} from "./options";

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** The attributes of a kind, but its name, which is a key, and files. */
function entriesOf(kind: ExchangeKind, parts?: readonly AttributeFacts["part"][]): Entries {
  return Object.fromEntries(
    [...attributesOf(kind)]
      .filter(
        ([name, { file, part }]) => name !== "name" && !file && (parts === undefined || parts.includes(part)),
      )
      .map(([name, facts]) => [name, may(attributeSchema(facts))]),
  );
}

const allow = may(named(reason));

/**
 * Values of an object, and what stands beside them. Their types and what is read here follow from the same table
 * (scripts/exchange-objects.mjs), which the compiler does not see.
 */
function values<T>(kind: ExchangeKind, beside: Entries = {}): v.GenericSchema<T> {
  return closed({ ...entriesOf(kind), ...beside }) as unknown as v.GenericSchema<T>;
}

const RecipientScopeSchema = agrees<RecipientScope>()(
  closed({ recipients: may(texts), groups: may(texts), domains: may(texts) }),
);

const SenderScopeSchema = agrees<SenderScope>()(
  closed({ senders: may(texts), groups: may(texts), domains: may(texts) }),
);

/** Policies of one kind, by the options that hold them. */
function family<F extends PolicyFamily<object, unknown>>(kind: ExchangeKind, scope: v.GenericSchema) {
  const own = { name: may(text), for: scope, except: may(scope), enabled: may(flag), allow };
  return closed({
    default: may(values(kind, { allow })),
    policies: may(named(values(kind, own))),
    order: may(texts),
  }) as unknown as v.GenericSchema<F>;
}

const PresetSchema = closed({
  for: may(RecipientScopeSchema),
  except: may(RecipientScopeSchema),
  enabled: may(flag),
  allow,
});

type Of<K extends keyof ProtectionOptions> = NonNullable<ProtectionOptions[K]>;
type Member<R> = R extends Readonly<Record<string, infer M>> ? M : never;

function namedValues<M extends NamedValues<object>>(kind: ExchangeKind, beside: Entries = { allow }) {
  return named(values<M>(kind, { name: may(text), ...beside }));
}

const ProtectionSchema = agrees<ProtectionOptions>()(
  closed({
    baseline: may(word(PROTECTION_BASELINES)),
    licence: may(word(PROTECTION_LICENCES)),
    sensitiveUsers: may(list(agrees<SensitiveUser>()(closed({ displayName: text, address: text })))),
    partnerDomains: may(texts),
    notify: may(texts),
    presets: may(
      agrees<PresetsOptions>()(closed({ standard: may(PresetSchema), strict: may(PresetSchema) })),
    ),
    antiSpam: may(family<Of<"antiSpam">>("hosted-content-filter-policy", RecipientScopeSchema)),
    outboundSpam: may(family<Of<"outboundSpam">>("hosted-outbound-spam-filter-policy", SenderScopeSchema)),
    antiPhishing: may(family<Of<"antiPhishing">>("anti-phish-policy", RecipientScopeSchema)),
    antiMalware: may(family<Of<"antiMalware">>("malware-filter-policy", RecipientScopeSchema)),
    safeLinks: may(family<Of<"safeLinks">>("safe-links-policy", RecipientScopeSchema)),
    safeAttachments: may(family<Of<"safeAttachments">>("safe-attachment-policy", RecipientScopeSchema)),
    atpPolicyForO365: may(values<Of<"atpPolicyForO365">>("atp-policy-for-o365", { allow })),
    connectionFilter: may(values<Of<"connectionFilter">>("hosted-connection-filter-policy", { allow })),
    quarantinePolicies: may(namedValues<Member<Of<"quarantinePolicies">>>("quarantine-policy", {})),
    remoteDomains: may(namedValues<Member<Of<"remoteDomains">>>("remote-domain")),
    allowBlockList: may(
      named(values<Member<Of<"allowBlockList">>>("tenant-allow-block-list-item", { allow })),
    ),
    externalInOutlook: may(values<Of<"externalInOutlook">>("external-in-outlook", { allow })),
    arcConfig: may(values<Of<"arcConfig">>("arc-config", { allow })),
    organizationConfig: may(values<Of<"organizationConfig">>("organization-config", { allow })),
    transportConfig: may(values<Of<"transportConfig">>("transport-config", { allow })),
    adminAuditLogConfig: may(values<Of<"adminAuditLogConfig">>("admin-audit-log-config", { allow })),
    sharingPolicies: may(namedValues<Member<Of<"sharingPolicies">>>("sharing-policy")),
  }),
);

const RULE = "transport-rule";

const SETTINGS = { name: may(text), ...entriesOf(RULE, ["setting"]) };
const CONDITIONS = may(closed(entriesOf(RULE, ["condition"])));

/** What each ready rule takes. */
const READY = {
  "block-auto-forward": closed({ ...SETTINGS, text: may(text) }),
  "external-tag": closed({
    ...SETTINGS,
    unless: CONDITIONS,
    subject: may(choice([text, v.literal(false)], (input) => (input === false ? 1 : 0))),
    outlook: may(flag),
    allowList: may(texts),
  }),
  "encrypt-on-subject": closed({ ...SETTINGS, unless: CONDITIONS, words: may(texts), template: may(text) }),
  "reject-direct-send": closed({ enabled: may(flag) }),
  "no-scl-bypass": closed({ enabled: may(flag) }),
};

const OwnRuleSchema = closed({
  ...SETTINGS,
  when: CONDITIONS,
  unless: CONDITIONS,
  do: may(closed(entriesOf(RULE, ["action"]))),
  allow,
});

/** Ready rules by their names, rules of one's own by others. */
const RulesSchema = namedBeside(
  Object.fromEntries(Object.entries(READY).map(([key, schema]) => [key, may(schema)])),
  OwnRuleSchema,
) as unknown as v.GenericSchema<MailFlowRulesOptions>;

/** `managed` is said by true alone: without it nothing of this is. */
const managed = choice([v.literal(true)], (input) =>
  input === true
    ? 0
    : {
        fault: {
          message: "what is declared here is managed",
          received: shown(input),
          expected: "true",
          fix: "write managed: true, or take exchange out",
        },
      },
);

const EncryptionSchema = agrees<EncryptionOptions>()(
  closed({
    encryptButton: may(flag),
    decryptAttachments: may(flag),
    settings: may(values<NonNullable<EncryptionOptions["settings"]>>("irm-configuration")),
    branding: may(
      agrees<BrandingOptions>()(
        closed({ default: may(values<NonNullable<BrandingOptions["default"]>>("ome-configuration")) }),
      ),
    ),
  }),
);

const AlertsSchema = agrees<AlertsOptions>()(
  closed({
    baseline: may(word(SCUBA_BASELINES)),
    notify: may(texts),
    policies: may(namedValues<Member<NonNullable<AlertsOptions["policies"]>>>("protection-alert")),
  }),
);

const RoleGroupSchema = agrees<RoleGroupOptions>()(
  closed({
    in: word(ROLE_GROUP_SERVICES),
    name: may(text),
    roles: may(texts),
    description: may(text),
    members: may(texts),
    noOthers: may(flag),
  }),
);

const { policy: _, ...DATA_LOSS_RULE } = entriesOf("dlp-compliance-rule");
const DataLossRuleSchema = closed({
  ...DATA_LOSS_RULE,
  name: may(text),
  allow,
}) as unknown as v.GenericSchema<DataLossRuleOptions>;

const DataLossSchema = agrees<DataLossOptions>()(
  closed({
    baseline: may(word(SCUBA_BASELINES)),
    policies: may(
      namedValues<DataLossPolicyOptions>("dlp-compliance-policy", {
        allow,
        rules: may(named(DataLossRuleSchema)),
      }),
    ),
    order: may(texts),
  }),
);

const AuditRetentionSchema = agrees<AuditRetentionOptions>()(
  closed({
    baseline: may(word(SCUBA_BASELINES)),
    policies: may(
      namedValues<Member<NonNullable<AuditRetentionOptions["policies"]>>>(
        "unified-audit-log-retention-policy",
      ),
    ),
  }),
);

const UserReportsSchema = values<UserReportsOptions>("report-submission-policy", {
  baseline: may(word(CIS_BASELINES)),
  mailbox: may(text),
  allow,
});

/** What a tenant declares of Exchange Online. */
export const ExchangeSchema = agrees<ExchangeOptions>()(
  closed({
    managed,
    acceptedDomains: may(texts),
    encryption: may(EncryptionSchema),
    protection: may(ProtectionSchema),
    alerts: may(AlertsSchema),
    roleGroups: may(named(RoleGroupSchema)),
    dataLoss: may(DataLossSchema),
    auditRetention: may(AuditRetentionSchema),
    userReports: may(UserReportsSchema),
    rules: may(RulesSchema),
    ruleOrder: may(texts),
  }),
);
