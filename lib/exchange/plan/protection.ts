import type { Path } from "../../fault";
import type { ExchangeKind, Values } from "../objects";
import type { Allowing, NamedValues, PresetOptions, ProtectionOptions } from "../options";
import { type BaseValues, toldInVain } from "./base-values";
import type { Draft } from "./draft";
import { FAMILIES, prefixed, scopeValues } from "./families";
import { covers, refuseUnlicensed } from "./licences";

/** What a tenant has one of, by its key under `protection`. */
const SINGLES = {
  atpPolicyForO365: { id: "AtpPolicyForO365", kind: "atp-policy-for-o365" },
  connectionFilter: { id: "ConnectionFilter", kind: "hosted-connection-filter-policy" },
  externalInOutlook: { id: "ExternalInOutlook", kind: "external-in-outlook" },
  arcConfig: { id: "ArcConfig", kind: "arc-config" },
  organizationConfig: { id: "OrganizationConfig", kind: "organization-config" },
  transportConfig: { id: "TransportConfig", kind: "transport-config" },
  adminAuditLogConfig: { id: "AdminAuditLogConfig", kind: "admin-audit-log-config" },
} as const satisfies Readonly<Record<string, { readonly id: string; readonly kind: ExchangeKind }>>;

/** What there may be several of, by its key under `protection`; `default` is the one that every tenant has. */
const NAMED = {
  quarantinePolicies: { id: "Quarantine", kind: "quarantine-policy", builtIn: undefined },
  remoteDomains: { id: "RemoteDomain", kind: "remote-domain", builtIn: { name: "Default", domainName: "*" } },
  sharingPolicies: { id: "Sharing", kind: "sharing-policy", builtIn: { name: "Default Sharing Policy" } },
} as const satisfies Readonly<
  Record<string, { readonly id: string; readonly kind: ExchangeKind; readonly builtIn: Values | undefined }>
>;

const PRESETS = {
  standard: "Standard Preset Security Policy",
  strict: "Strict Preset Security Policy",
} as const;

/** Plans what stands alone: settings, presets, entries, and what has a name and no rule. */
export function planProtection(protection: ProtectionOptions, base: BaseValues, draft: Draft): void {
  const { licence = "exchange-online" } = protection;
  for (const [key, { id, kind }] of Object.entries(SINGLES)) {
    const given: (Allowing & object) | undefined = protection[key as keyof typeof SINGLES];
    const { allow, ...own } = given ?? {};
    const path = ["protection", key];
    refuseUnlicensed(kind, own as Values, { licence }, path, draft);
    const values: Values = { ...base.of(kind), ...own };
    if (Object.keys(values).length > 0 || given !== undefined) {
      draft.add({ id, kind, values, path, allow, imposed: base.imposed(kind) });
    }
  }
  for (const [key, { id, kind, builtIn }] of Object.entries(NAMED)) {
    const given: Readonly<Record<string, NamedValues<Allowing>>> =
      protection[key as keyof typeof NAMED] ?? {};
    const usual = base.of(kind);
    const keys = new Set([
      ...Object.keys(given),
      ...(builtIn && Object.keys(usual).length > 0 ? ["default"] : []),
    ]);
    for (const one of [...keys].sort()) {
      const { name, allow, ...own } = given[one] ?? {};
      const path = ["protection", key, one];
      const fixed = builtIn && one === "default" ? builtIn : { name: draft.nameOf(one, name, path) };
      draft.add({
        id: `${id}-${one}`,
        kind,
        values: { ...usual, ...own, ...fixed },
        path,
        allow,
        imposed: base.imposed(kind),
      });
    }
  }
  draft.faults.push(...toldInVain(protection));
  planPresets(protection, draft);
  planEntries(protection, draft);
}

function planPresets({ presets = {}, licence = "exchange-online" }: ProtectionOptions, draft: Draft): void {
  for (const key of ["standard", "strict"] as const) {
    const options = presets[key];
    if (!options) continue;
    const path: Path = ["protection", "presets", key];
    const values = presetValues(PRESETS[key], options);
    const title = key === "standard" ? "Standard" : "Strict";
    const common = { values, path, allow: options.allow, at: presetPath };
    draft.add({ id: `Preset-${title}`, kind: "eop-protection-policy-rule", ...common });
    if (covers(licence, "defender-p1")) {
      draft.add({ id: `Preset-${title}-Defender`, kind: "atp-protection-policy-rule", ...common });
    }
  }
}

function presetValues(name: string, { for: whom = {}, except = {}, enabled }: PresetOptions): Values {
  const { scope } = FAMILIES.antiSpam;
  return {
    name,
    ...(enabled === undefined ? {} : { enabled }),
    ...scopeValues(scope, whom),
    ...prefixed(scopeValues(scope, except)),
  };
}

function presetPath(attribute: string): Path {
  if (!attribute.startsWith("exceptIf")) return [attribute];
  const { scope } = FAMILIES.antiSpam;
  const key = Object.keys(scope).find(
    (one) => Object.keys(prefixed({ [scope[one] ?? ""]: true }))[0] === attribute,
  );
  return ["except", ...(key === undefined ? [] : [key])];
}

/** Entries of the Tenant Allow/Block List; Microsoft lets an allowed one through all filters. */
function planEntries({ allowBlockList = {} }: ProtectionOptions, draft: Draft): void {
  for (const key of Object.keys(allowBlockList).sort()) {
    const { allow, ...values } = allowBlockList[key] ?? {};
    const path = ["protection", "allowBlockList", key];
    draft.nameOf(key, undefined, path);
    draft.add({ id: `Entry-${key}`, kind: "tenant-allow-block-list-item", values, path, allow });
  }
}
