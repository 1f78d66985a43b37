import { isMapping } from "../../../lib/mapping";
import type { Samples } from "../../support/schema-places";

/** What stands around each place: an estate that is sound without it. */
const AROUND = {
  version: 1,
  defaults: {
    tenant: "contoso",
    profile: "exchange-online",
    mtaSts: { mode: "testing" },
    bimi: { logo: "https://contoso.com/logo.svg" },
  },
  tenants: {
    contoso: {
      initialDomain: "contoso.onmicrosoft.com",
      domainsAddedBefore: "2026-07-01",
      exchange: "managed",
    },
  },
  domains: {
    "contoso.com": { profile: "exchange-online", zone: { cloudflare: { zoneName: "contoso.com" } } },
  },
};

/** What a text must be like to be taken, by its key, or by the end of its place. */
const TEXTS: Readonly<Record<string, string>> = {
  initialDomain: "contoso.onmicrosoft.com",
  "tenants.contoso.tenantId": "11111111-1111-4111-8111-111111111111",
  domainsAddedBefore: "2026-07-01",
  tenant: "contoso",
  until: "2027-03-31",
  path: "state/{stack}.tfstate",
  "providers.cloudflare": "5.20.0",
  "providers.azuread": "3.9.0",
  "providers.azurerm": "4.60.0",
  "s3.key": "{stack}",
  "azurerm.key": "{stack}",
  prefix: "{stack}",
  "credentials.prefix": "CONTOSO",
  workspace: "{stack}",
  zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
  zoneName: "contoso.com",
  accountId: "01a7362d577a6c3019a474fd6f485823",
  hostedZoneId: "Z0423512YUPB93QHZ0IX",
  account: "111122223333",
  "senders.freshdesk.account": "contoso",
  "senders.sendgrid.account": "u1234.wl001",
  region: "eu-central-1",
  "zone.azure.subscriptionId": "11111111-1111-4111-8111-111111111111",
  import: "372e67954025e0ba6aaa6d586b9e0b59",
  "asFound.contoso.com.Spf.content": '"v=spf1 include:spf.protection.outlook.com -all"',
  users: "ann@contoso.com",
  "breakGlass.users": "bg9@contoso.com",
  "sspr.group": "sg-sspr",
  "writeback.domains.contoso.com.account": "CONTOSO\\MSOL_1a2b3c4d5e6f",
  protection: "mitigated",
  "confirmed.date": "2026-07-01",
  organizationalUnits: "OU=Staff,DC=contoso,DC=com",
  owners: "ann@contoso.com",
  "namedLocations.one.ip": "203.0.113.0/24",
  countries: "NL",
  includeLocations: "office",
  excludeLocations: "office",
  applications: "Office365",
  excludeApplications: "Office365",
  roles: "Global Administrator",
  rule: "user.accountEnabled -eq true",
  combinations: "fido2",
  "grant.strength": "phishing-resistant",
  termsOfUse: "33333333-3333-4333-8333-333333333333",
  "guests.tenants": "33333333-3333-4333-8333-333333333333",
  "workloads.include": "33333333-3333-4333-8333-333333333333",
  "workloads.exclude": "33333333-3333-4333-8333-333333333333",
  "filter.rule": 'CustomSecurityAttribute.Engineering_Project -eq "Baker"',
  "deviceFilter.rule": 'device.displayName -startsWith "PC"',
  "agentRisk.displayName": "Agents",
  "privilegedRoles.alerts": "security@contoso.com",
  eligibilityAlertRecipients: "security@contoso.com",
  assignmentAlertRecipients: "security@contoso.com",
  activationAlertRecipients: "security@contoso.com",
  activationRequires: "Justification",
  assignmentRequires: "Justification",
  reviewerUsers: "ann@contoso.com",
  activationApproverUsers: "ann@contoso.com",
  "approvers.users": "ann@contoso.com",
  "eligible.users": "ann@contoso.com",
  "holders.*.active": "ann@contoso.com",
  active: "ann@contoso.com",
  passwordAdditionAppsFrom: "0001-01-01T00:00:00Z",
  customPasswordAdditionAppsFrom: "0001-01-01T00:00:00Z",
  passwordLifetimeAppsFrom: "0001-01-01T00:00:00Z",
  symmetricKeyAdditionAppsFrom: "0001-01-01T00:00:00Z",
  symmetricKeyLifetimeAppsFrom: "0001-01-01T00:00:00Z",
  certificateLifetimeAppsFrom: "0001-01-01T00:00:00Z",
  "suppress.rule": "dmarc-missing",
  "mx.partition": "n",
  "dkim.partition": "n",
  "mx.host": "mail.contoso.com",
  addedBefore: "2026-07-01",
  ip4: "192.0.2.1",
  ip6: "2001:db8::1",
  include: "spf.example.net",
  a: "mail.contoso.com",
  "spf.mx": "contoso.com",
  exists: "%{i}.spf.example.net",
  redirect: "spf.example.net",
  selector1: "selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
  selector2: "selector2-contoso-com._domainkey.contoso.onmicrosoft.com",
  cname: "s1.example.net",
  txt: "v=DKIM1; p=",
  nameServers: "ns1.example.net",
  rua: "mailto:reports@contoso.com",
  ruf: "mailto:reports@contoso.com",
  "dmarc.hosted": "contoso.dmarc.example.net",
  "tlsRpt.hosted": "contoso.tls.example.net",
  "mtaSts.mx": "*.mail.protection.outlook.com",
  "hosted.record": "record.example.net",
  "hosted.policy": "policy.example.net",
  logo: "https://contoso.com/logo.svg",
  "bimi.certificate": "https://contoso.com/vmc.pem",
  smartHost: "smtp.contoso.com",
  "smartHostCertificate.name": "smtp.contoso.com",
  "fromPremises.certificate": "smtp.contoso.com",
  "fromPremises.addresses": "192.0.2.1",
  egress: "192.0.2.1",
  toPremises: "To the premises",
  "connectors.fromPremises": "From the premises",
  validationMailbox: "test@contoso.com",
  address: "192.0.2.80",
  acceptedDomains: "contoso.com",
  ruleOrder: "one",
  order: "one",
  target: "www.example.net",
  exchange: "mail.example.net",
  "records.one.host": "ns1.example.net",
  "keep.one.host": "ns1.example.net",
  tag: "issue",
  "records.one.certificate": "ab".repeat(32),
  "keep.one.certificate": "ab".repeat(32),
  "records.one.value": "letsencrypt.org",
  "keep.one.value": "letsencrypt.org",
};

/** Names of mappings' members, by the mapping's own. */
const NAMES: Readonly<Record<string, string>> = {
  domains: "contoso.com",
  tenants: "contoso",
  subdomains: "news",
  import: "Spf",
  imports: "contoso.com",
  passwords: "contoso.com",
  asFound: "contoso.com",
  "contoso.com": "Spf",
};

/** A member's name in a mapping, which is called so and stands in another one. */
function memberOf(mapping = "", outer = ""): string {
  return outer === "privilegedRoles" ? "User Administrator" : (NAMES[mapping] ?? "one");
}

export const samples: Samples = (key, parents) => {
  if (key === "*" && parents.at(-1) === "allow") return allowedAt(parents).attribute;
  if (key === "*") return memberOf(parents.at(-1), parents.at(-2));
  if (parents.at(-2) === "import" || parents.at(-3) === "imports") return TEXTS.import ?? "";
  const ends = parents.map((_, index) => parents.slice(index).join("."));
  return ends.map((end) => TEXTS[end]).find((text) => text !== undefined) ?? "text";
};

/** By the key of what loosens protection: an attribute that does, with the value that loosens. */
const LOOSENING: Readonly<Record<string, readonly [attribute: string, value: unknown]>> = {
  antiSpam: ["markAsSpamBulkMail", "Off"],
  outboundSpam: ["autoForwardingMode", "On"],
  antiPhishing: ["honorDmarcPolicy", false],
  antiMalware: ["zapEnabled", false],
  safeLinks: ["allowClickThrough", true],
  safeAttachments: ["enable", false],
  atpPolicyForO365: ["allowSafeDocsOpen", true],
  connectionFilter: ["enableSafeList", true],
  remoteDomains: ["autoForwardEnabled", true],
  sharingPolicies: ["domains", ["*:ContactsSharing"]],
  allowBlockList: ["action", "Allow"],
  externalInOutlook: ["enabled", false],
  arcConfig: ["arcTrustedSealers", ["example.net"]],
  organizationConfig: ["auditDisabled", true],
  transportConfig: ["allowLegacyTlsClients", true],
  adminAuditLogConfig: ["unifiedAuditLogIngestionEnabled", false],
  presets: ["enabled", false],
  rules: ["setScl", -1],
  alerts: ["disabled", true],
  dataLoss: ["mode", "Disable"],
  auditRetention: ["retentionDuration", "ThreeMonths"],
  userReports: ["enableReportToMicrosoft", false],
  "methods.policy": ["systemPreferredState", "disabled"],
  microsoftAuthenticator: ["displayAppInformationState", "disabled"],
  sms: ["state", "enabled"],
  voice: ["state", "enabled"],
  x509Certificate: ["certificateCrlValidation", "disabled"],
  authorization: ["allowedToCreateApps", true],
  settings: ["enableGroupSpecificConsent", true],
  applications: ["passwordAdditionState", "disabled"],
};

/** Lists of which every member loosens, and words of which the first does. */
const LOOSE =
  /\.(allowedSenders|allowedSenderDomains|excludedSenders|excludedDomains|ipAllowList|doNotRewriteUrls|arcTrustedSealers|signInGroups|userConsentPolicies|migrationState|guestUserRoleId|action|actionWhenThresholdReached|retentionDuration)(?:\[\])?$/;

function allowedAt(parents: readonly string[]): { readonly attribute: string; readonly value: unknown } {
  if (parents.includes("privilegedRoles")) return { attribute: "permanentAssignmentAllowed", value: true };
  // A rule against the loss of data is no mail flow rule, and no policy.
  if (parents.includes("dataLoss") && parents.includes("rules"))
    return { attribute: "disabled", value: true };
  const [attribute = "", value] =
    parents
      .map((key, place) => LOOSENING[key] ?? LOOSENING[`${parents[place - 1]}.${key}`])
      .find((one) => one !== undefined) ?? [];
  return { attribute, value };
}

/** The value at a place of an estate, dots between its keys; `*` is a name. */
function at(place: string, value: unknown): object {
  const keys = place.split(".").filter((key) => key !== "");
  return keys.reduceRight<unknown>(
    (inner, key, index) => ({ [key === "*" ? memberOf(keys[index - 1], keys[index - 2]) : key]: inner }),
    value,
  ) as object;
}

/** What a place of sign-in methods and of what everybody may do needs beside it: the word that allows what it loosens. */
function besideSettings(place: string): readonly object[] {
  const name = place.replace(/\.\{\}$/, ".*");
  if (
    !/^\.tenants\.\*\.identity\.(?:methods|authorization|consent|applications|privilegedRoles)\./.test(name)
  )
    return [];
  const [, allowing] = /^(.*)\.allow\./.exec(name) ?? [];
  if (allowing !== undefined) {
    const { attribute, value } = allowedAt(name.split("."));
    return [at(`${allowing}.${attribute}`, value)];
  }
  const loose = LOOSE.exec(name)?.[1] ?? /\.(?:sms|voice)\.(state)$/.exec(name)?.[1];
  return loose === undefined ? [] : [at(name.replace(/\.[^.]+$/, ".allow"), { [loose]: "meant" })];
}

/** What a place of Exchange needs beside it: a licence, whom a policy is for, and the word that allows what it loosens. */
function besideExchange(place: string): readonly object[] {
  // A name is tried like the member that it would be of.
  const name = place.replace(/\.\{\}$/, ".*");
  const [, exchange] = /^(\.tenants\.\*\.exchange)\./.exec(name) ?? [];
  if (exchange === undefined) return [];
  const beside: object[] = [at(exchange, { managed: true, protection: { licence: "e5" } })];
  // Whom mail, documents and messages are told to is taken by baselines alone; the CIS one takes all three.
  if (/\.protection\.(?:sensitiveUsers|partnerDomains|notify)\b/.test(name))
    beside.push(at(exchange, { protection: { baseline: "cis" } }));
  beside.push(...besideProtection(name, exchange));
  const [policy, family] = /^.*\.protection\.(\w+)\.(?:policies\.\*|order)/.exec(name) ?? [];
  if (policy !== undefined) {
    const whom =
      family === "outboundSpam" ? { senders: ["ann@contoso.com"] } : { recipients: ["ann@contoso.com"] };
    beside.push(at(policy.replace(/\.order$/, ".policies.*"), { for: whom }));
  }
  const [attachments] = /^.*\.safeAttachments\.(?:default|policies\.\*|order)/.exec(name) ?? [];
  if (attachments !== undefined)
    beside.push(at(attachments.replace(/\.order$/, ".policies.*"), { enable: true }));
  const [remote] = /^.*\.remoteDomains\.\*/.exec(name) ?? [];
  if (remote !== undefined)
    beside.push(at(remote, { domainName: "fabrikam.com", autoForwardEnabled: false }));
  const [entry] = /^.*\.allowBlockList\.\*/.exec(name) ?? [];
  if (entry !== undefined) {
    beside.push(
      at(entry, { listType: "Sender", value: "a@example.net", action: "Allow", allow: { action: "meant" } }),
    );
  }
  const [sharing] = /^.*\.sharingPolicies\.\*/.exec(name) ?? [];
  if (sharing !== undefined)
    beside.push(at(sharing, { domains: ["fabrikam.com:CalendarSharingFreeBusySimple"] }));
  const [rule] = /^.*\.exchange\.rules\.\*/.exec(name) ?? [];
  if (rule !== undefined) beside.push(at(rule, { do: { quarantine: true } }));
  if (/\.ruleOrder/.test(name)) beside.push(at(`${exchange}.rules.*`, { do: { quarantine: true } }));
  const [, allowing] = /^(.*)\.allow\./.exec(name) ?? [];
  if (allowing !== undefined) {
    const { attribute, value } = allowedAt(name.split("."));
    beside.push(at(`${allowing}${name.includes(".exchange.rules.") ? ".do" : ""}.${attribute}`, value));
  }
  const [, loose] = LOOSE.exec(name) ?? [];
  if (loose !== undefined && allowing === undefined) {
    beside.push(at(name.replace(/\.[^.]+$/, ".allow"), { [loose]: "meant" }));
  }
  const [, preset, scope = ""] = /^(.*\.presets\.\w+)\.except\.(\w+)/.exec(name) ?? [];
  if (preset !== undefined) beside.push(at(`${preset}.allow`, { [EXCEPT[scope] ?? ""]: "meant" }));
  return beside;
}

/** The same of what stands beside protection: alerts, role groups, loss of data, retention, reports. */
function besideProtection(name: string, exchange: string): readonly object[] {
  const [member] =
    /^.*\.(?:alerts\.policies|roleGroups|dataLoss\.policies|auditRetention\.policies)\.\*/.exec(name) ?? [];
  const alert = {
    category: "Others",
    threatType: "Activity",
    aggregationType: "None",
    notifyUser: ["ann@contoso.com"],
  };
  if (/\.alerts\.notify/.test(name)) return [at(exchange, { alerts: { baseline: "scuba" } })];
  if (/\.userReports\.mailbox/.test(name)) return [at(exchange, { userReports: { baseline: "cis" } })];
  const policies = `${exchange}.dataLoss.policies.*`;
  const lossy = { exchangeLocation: ["All"], rules: { one: { accessScope: "NotInOrganization" } } };
  if (/\.dataLoss\.order/.test(name)) return [at(policies, lossy)];
  if (member === undefined) return [];
  if (member.includes(".alerts.")) return [at(member, alert)];
  if (member.includes(".roleGroups"))
    return [at(member, { in: "exchange", roles: ["View-Only Recipients"] })];
  if (member.includes(".dataLoss.")) return [at(member, lossy)];
  return [at(member, { priority: 1, retentionDuration: "TwelveMonths" })];
}

const EXCEPT: Readonly<Record<string, string>> = {
  recipients: "exceptIfSentTo",
  groups: "exceptIfSentToMemberOf",
  domains: "exceptIfRecipientDomainIs",
};

/** What a place needs beside it, by a part of its name. */
const BESIDE: Readonly<Record<string, object>> = {
  // Sign-ins take ten times as long to declare as all that has to do with mail, of which they know nothing.
  "tenants.*": {
    tenants: {
      contoso: {
        identity: {
          breakGlass: { group: "sg-break-glass", users: ["bg1@contoso.com", "bg2@contoso.com"] },
          mfa: { baseline: "microsoft", licence: "p2" },
          sspr: { group: "sg-sspr", users: ["ann@contoso.com"] },
          namedLocations: { office: { ip: ["203.0.113.0/24"] } },
        },
      },
    },
  },
  "mfa.policies": {
    tenants: {
      contoso: {
        identity: {
          mfa: { policies: { one: { include: "all", clients: ["other"], grant: { controls: ["mfa"] } } } },
        },
      },
    },
  },
  namedLocations: {
    tenants: { contoso: { identity: { namedLocations: { one: { ip: ["198.51.100.0/24"] } } } } },
  },
  "namedLocations.*.countries": {
    tenants: { contoso: { identity: { namedLocations: { one: { ip: undefined } } } } },
  },
  "namedLocations.*.lookup": {
    tenants: { contoso: { identity: { namedLocations: { one: { ip: undefined, countries: ["NL"] } } } } },
  },
  "writeback.confirmed": {
    tenants: {
      contoso: {
        identity: {
          sync: {
            tool: "connect-sync",
            writeback: { domains: { "contoso.com": { account: "CONTOSO\\MSOL_1a2b3c4d5e6f" } } },
          },
        },
      },
    },
  },
  "sspr.rule": { tenants: { contoso: { identity: { sspr: { users: undefined } } } } },
  "policies.*.userAction": {
    tenants: { contoso: { identity: { mfa: { policies: { one: { applications: undefined } } } } } },
  },
  "grant.strength": {
    tenants: { contoso: { identity: { mfa: { policies: { one: { grant: { controls: undefined } } } } } } },
  },
  "identity.strengths": {
    tenants: { contoso: { identity: { strengths: { one: { combinations: ["deviceBasedPush"] } } } } },
  },
  "policies.*.workloads": {
    tenants: {
      contoso: {
        identity: {
          mfa: {
            policies: {
              one: {
                include: undefined,
                clients: undefined,
                workloads: { include: "all" },
                workloadRisk: ["high"],
                grant: "block",
              },
            },
          },
        },
      },
    },
  },
  "policies.*.workloadRisk": {
    tenants: {
      contoso: {
        identity: {
          mfa: {
            policies: {
              one: { include: undefined, clients: undefined, workloads: { include: "all" }, grant: "block" },
            },
          },
        },
      },
    },
  },
  "workloads.filter": {
    tenants: {
      contoso: {
        identity: {
          mfa: {
            policies: { one: { workloads: { include: undefined, filter: { mode: "include", rule: "x" } } } },
          },
        },
      },
    },
  },
  "include.guests.tenants": {
    tenants: {
      contoso: {
        identity: { mfa: { policies: { one: { include: { guests: { kinds: ["serviceProvider"] } } } } } },
      },
    },
  },
  "exclude.guests.tenants": {
    tenants: {
      contoso: {
        identity: { mfa: { policies: { one: { exclude: { guests: { kinds: ["serviceProvider"] } } } } } },
      },
    },
  },
  "session.authenticationType": {
    tenants: {
      contoso: { identity: { mfa: { policies: { one: { session: { signInFrequency: "everyTime" } } } } } },
    },
  },
  "policies.*.session": {
    tenants: { contoso: { identity: { mfa: { policies: { one: { clients: ["browser"] } } } } } },
  },
  "defaults.records": { defaults: { records: { one: { name: "www" } } } },
  "domains.*.records": { domains: { "contoso.com": { records: { one: { name: "www" } } } } },
  "domains.*.keep": { domains: { "contoso.com": { keep: { one: { name: "www" } } } } },
  "subdomains.*.records": {
    domains: { "contoso.com": { subdomains: { news: { records: { one: { name: "www" } } } } } },
  },
  "zone.route53": {
    tenants: { contoso: { exchange: undefined } },
    defaults: { mtaSts: { hosting: "external" } },
  },
  "zone.azure": { defaults: { mtaSts: { hosting: "external" } } },
  "imports.*": {
    domains: { "contoso.com": { zone: { cloudflare: { zoneId: "023e105f4ecef8ad9ca31a8372d0c353" } } } },
  },
  "domains.*.import": {
    domains: { "contoso.com": { zone: { cloudflare: { zoneId: "023e105f4ecef8ad9ca31a8372d0c353" } } } },
  },
  "subdomains.*.onPremises": {
    domains: {
      "contoso.com": {
        subdomains: {
          news: {
            profile: "eop-onpremises",
            onPremises: { smartHost: "smtp.contoso.com", egress: ["192.0.2.1"] },
          },
        },
      },
    },
  },
  "subdomains.*.bimi": {
    domains: { "contoso.com": { subdomains: { news: { bimi: { logo: "https://contoso.com/logo.svg" } } } } },
  },
  "domains.*.onPremises": {
    domains: {
      "contoso.com": {
        profile: "eop-onpremises",
        onPremises: { smartHost: "smtp.contoso.com", egress: ["192.0.2.1"] },
      },
    },
  },
};

/** What some keys need beside them. */
const PAIRS: Readonly<Record<string, object>> = {
  "amazon-ses": { mailFrom: "bounce", region: "eu-central-1" },
  activecampaign: { returnPath: "em", returnPathHost: "contoso.activehosted.com" },
  atlassian: { returnPath: "atlassian-bounces", returnPathHost: "bounces.mail-us.atlassian.net" },
  intercom: { returnPath: "outbound.intercom", returnPathHost: "rp.contoso.intercom-mail.com" },
  mailblastr: { mailFrom: "send", region: "eu-central-1" },
  freshdesk: { returnPath: "fwdkim1", returnPathHost: "spfmx1.domainkey.freshemail.io" },
  mimecast: { selector: "s1", key: "v=DKIM1; p=TUlJ" },
  proofpoint: { selector: "s1", key: "v=DKIM1; p=TUlJ" },
  "proofpoint-essentials": { selector: "s1", key: "v=DKIM1; p=TUlJ" },
  azure: { resourceGroup: "dns" },
};

const DIGEST = "ab".repeat(32);
const OF_A_MAILBOX = "ab".repeat(28);

/** What records of some types need, in the place of samples for all of them. */
const BY_TYPE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  SRV: { name: "_sip._tls" },
  HTTPS: { priority: 1, value: "alpn=h2" },
  SVCB: { priority: 1, value: "alpn=h2" },
  NAPTR: {
    flags: "s",
    service: "SIP+D2U",
    regex: "!^.*$!sip:info@contoso.com!",
    replacement: "_sip._udp.example.net",
  },
  SSHFP: { algorithm: 4, fingerprintType: 2, fingerprint: DIGEST },
  SMIMEA: { name: `${OF_A_MAILBOX}._smimecert`, matchingType: 1 },
  OPENPGPKEY: { name: `${OF_A_MAILBOX}._openpgpkey`, key: "TUlJ" },
  URI: { name: "_sip._tls", target: "https://contoso.com/" },
  CERT: { certificateType: 1, algorithm: 8 },
  DS: { algorithm: 13, digestType: 2, digest: DIGEST },
  DNSKEY: { flags: 257, protocol: 3, algorithm: 8, publicKey: "TUlJ" },
};

/** Samples for any type, which a type of its own form replaces. */
const FOR_ANY: ReadonlySet<unknown> = new Set(["text", TEXTS.target, TEXTS["records.one.value"], undefined]);
/** Without these a record is whole, or what stands beside it fills them. */
const OPTIONAL: ReadonlySet<string> = new Set(["value", "regex", "replacement", "flags", "service"]);

function ofItsType(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const needed = { ...(typeof record.type === "string" ? BY_TYPE[record.type] : undefined) };
  const more = Object.entries(needed).filter(
    ([key, one]) =>
      typeof one === "number" || (FOR_ANY.has(record[key]) && (key in record || !OPTIONAL.has(key))),
  );
  // A rule leads by a replacement or by a pattern.
  const way = record.type === "NAPTR" && !("regex" in record) ? { replacement: needed.replacement } : {};
  return { ...way, ...record, ...Object.fromEntries(more) };
}

/** The name servers that a DS record stands beside. */
function cutFor(records: Readonly<Record<string, unknown>>): object {
  const { one } = records;
  if (!isMapping(one) || one.type !== "DS") return {};
  return { cut: { type: "NS", name: one.name ?? "www", host: "ns1.example.net" } };
}

function completed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completed);
  if (!isMapping(value)) return value;
  if (typeof value.type === "string" && value.type in BY_TYPE) return ofItsType(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isMapping(one) ? { ...PAIRS[key], ...Object(completed(one)), ...cutFor(one) } : completed(one),
    ]),
  );
}

/** The estate with a value in its place. */
export function estateWith(name: string, value: unknown): unknown {
  const isExchange = name.startsWith(".tenants.*.exchange.");
  // Sign-ins have nothing to do with it.
  const beside = Object.entries(BESIDE).filter(([part]) => !isExchange && name.includes(`.${part}`));
  return merged(
    [...beside.map(([, more]) => more), ...besideExchange(name), ...besideSettings(name)].reduce<unknown>(
      merged,
      AROUND,
    ),
    completed(value),
  );
}

function merged(around: unknown, value: unknown): unknown {
  if (Array.isArray(around) && Array.isArray(value)) return [...value, ...around.slice(value.length)];
  if (!isMapping(around) || !isMapping(value)) return value;
  const own = Object.entries(value).map(([key, one]) => [
    key,
    key === "zone" ? one : merged(around[key], one),
  ]);
  return { ...around, ...Object.fromEntries(own) };
}
