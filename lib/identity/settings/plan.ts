import { parseName } from "../../dns/name";
import type { PlannedObject } from "../../exchange/exchange-plan";
import { attributesOf, type ExchangeKind, type Value, type Values } from "../../exchange/objects";
import type { AllowOptions } from "../../exchange/options";
import { Draft } from "../../exchange/plan/draft";
import { type Fault, fail, ok, type Path, type Result, within } from "../../fault";
import { readOptions } from "../../schema/read-options";
import type { RoleHoldersPlan, TenantFacts } from "../identity-plan";
import type { IdentityOptions } from "../options";
import { groupNameFaults, readUpns } from "../principals";
import { planAgentRisk } from "./agent-risk";
import { SETTING_VALUES } from "./baselines";
import { ALL_USERS, METHOD_IDS, METHOD_KEYS, type MethodKey, meansEverybody, namesGroups } from "./methods";
import { planHolders, planRoles } from "./roles";
import {
  ApplicationsSchema,
  AuthorizationSchema,
  ConsentSchema,
  MethodsSchema,
  PasswordsSchema,
  PrivilegedRolesSchema,
} from "./schema";

/** What a tenant declares beside policies of Conditional Access. */
export interface PlannedSettings {
  /** Sorted by id. */
  readonly objects: readonly PlannedObject[];
  /** Sorted by role. */
  readonly holders: readonly RoleHoldersPlan[];
}

/**
 * What of a tenant's sign-ins Graph holds beside Conditional Access: methods, what everybody may do, expiry of passwords,
 * consent, applications, rules of roles, security defaults; and who has which role. Own values win over the baseline's; what loosens protection needs a reason.
 * @returns them, or every fault of the options
 */
export function planSettings(options: IdentityOptions, tenant: TenantFacts): Result<PlannedSettings> {
  const faults: Fault[] = [];
  const take = <T>(result: Result<T>, section: string): T | undefined => {
    if (!result.ok) faults.push(...result.faults.map((fault) => within(fault, section)));
    return result.ok ? result.value : undefined;
  };
  const methods = take(readOptions(MethodsSchema, options.methods ?? {}), "methods") ?? {};
  const authorization =
    take(readOptions(AuthorizationSchema, options.authorization ?? {}), "authorization") ?? {};
  const passwords = take(readOptions(PasswordsSchema, options.passwords ?? {}), "passwords") ?? {};
  const consent = take(readOptions(ConsentSchema, options.consent ?? {}), "consent") ?? {};
  const applications =
    take(readOptions(ApplicationsSchema, options.applications ?? {}), "applications") ?? {};
  const roles = take(readOptions(PrivilegedRolesSchema, options.privilegedRoles ?? {}), "privilegedRoles");
  const draft = new Draft();
  const base = (kind: ExchangeKind, method?: MethodKey): Values => baseOf(options, kind, method);

  for (const key of METHOD_KEYS) {
    add(
      draft,
      `Method-${key}`,
      "authentication-method",
      ["methods", key],
      base("authentication-method", key),
      methods[key],
      {
        method: METHOD_IDS[key],
      },
    );
  }
  const policy = "authentication-methods-policy";
  add(draft, "MethodsPolicy", policy, ["methods", "policy"], base(policy), methods.policy);
  add(
    draft,
    "Authorization",
    "authorization-policy",
    ["authorization"],
    base("authorization-policy"),
    authorization,
  );
  const { requests = {}, settings } = consent;
  const answered = [requests.reviewerUsers, requests.reviewerGroups].some((some) => (some ?? []).length > 0);
  add(
    draft,
    "ConsentRequests",
    "admin-consent-request-policy",
    ["consent", "requests"],
    // A workflow that is on has somebody who answers: Graph takes none without.
    answered ? base("admin-consent-request-policy") : {},
    requests,
  );
  add(
    draft,
    "ConsentSettings",
    "consent-settings",
    ["consent", "settings"],
    base("consent-settings"),
    settings,
  );
  const management = "default-app-management-policy";
  add(draft, "Applications", management, ["applications"], base(management), applications);
  readUpns(requests.reviewerUsers ?? [], faults, "consent", "requests", "reviewerUsers");
  for (const [place, name] of (requests.reviewerGroups ?? []).entries())
    faults.push(...groupNameFaults(name, "consent", "requests", "reviewerGroups", place));
  faults.push(...planRoles(draft, options, roles ?? {}));
  const held = planHolders(options, roles ?? {}, draft.objects);
  faults.push(...held.faults);
  faults.push(...planAgentRisk(draft, options));
  const expiry = base("domain-password-policy");
  const domains = [
    ...new Set([
      ...(Object.keys(expiry).length > 0 ? [tenant.initialDomain] : []),
      ...Object.keys(passwords),
    ]),
  ];
  const seen = new Set<string>();
  for (const domain of domains.sort()) {
    const name = parseName(domain);
    if (!name.ok) {
      draft.faults.push(...name.faults.map((fault) => within(fault, "passwords", domain)));
      continue;
    }
    if (seen.has(name.value)) {
      draft.faults.push({
        path: ["passwords", domain],
        message: "the domain is named twice",
        received: domain,
        expected: "each domain once, however it is written",
        fix: "take one of them out",
      });
      continue;
    }
    seen.add(name.value);
    add(
      draft,
      `Passwords-${name.value}`,
      "domain-password-policy",
      ["passwords", domain],
      expiry,
      passwords[domain],
      {
        domain: name.value,
      },
    );
  }
  if (options.securityDefaults !== undefined) {
    draft.objects.push({
      id: "SecurityDefaults",
      kind: "security-defaults",
      values: { enabled: options.securityDefaults },
      names: {},
      path: ["securityDefaults"],
    });
  }
  faults.push(...draft.faults, ...draft.objects.flatMap(groupFaults), ...acrossMethods(draft.objects));
  if (faults.length > 0) return fail(...faults);
  return ok({
    objects: [...draft.objects].sort((a, b) => (a.id < b.id ? -1 : 1)),
    holders: held.holders,
  });
}

function baseOf(
  { baseline = "none" }: IdentityOptions,
  kind: ExchangeKind,
  method: MethodKey | undefined,
): Values {
  if (baseline === "none") return {};
  return Object.fromEntries(
    SETTING_VALUES.flatMap((one) => {
      const value = one.wanted[baseline];
      return one.kind !== kind || one.method !== method || one.roles || value === undefined
        ? []
        : [[one.attribute, value]];
    }),
  );
}

/** Adds what is said of an object, if anything is. */
function add(
  draft: Draft,
  id: string,
  kind: ExchangeKind,
  path: Path,
  base: Values,
  own: ({ readonly allow?: AllowOptions } & Readonly<Record<string, unknown>>) | object = {},
  key: Values = {},
): void {
  const { allow, ...given } = own as { readonly allow?: AllowOptions } & Readonly<Record<string, Value>>;
  const values = {
    ...base,
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, withEverybody(kind, name, value)]),
    ),
  };
  if (Object.keys(values).length === 0 && allow === undefined) return;
  draft.add({ id, kind, values: { ...key, ...values }, path, allow });
}

/** `all` as Graph says it. */
function withEverybody(kind: ExchangeKind, attribute: string, value: Value): Value {
  if (!meansEverybody(kind, attribute) || value !== "all") return value;
  return Array.isArray(value) ? value : isList(attribute) ? [ALL_USERS] : ALL_USERS;
}

const isList = (attribute: string) =>
  (["authentication-method", "authentication-methods-policy"] as const).some(
    (kind) => attributesOf(kind).get(attribute)?.type === "texts",
  );

const namesIn = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** Groups that are named twice, or on both sides. Groups are compared as the directory compares their names. */
function groupFaults({ values, path }: PlannedObject): readonly Fault[] {
  const lists = Object.keys(values).filter((name) => namesGroups(name) && Array.isArray(values[name]));
  const twice = lists.flatMap((attribute) => {
    const keys = namesIn(values[attribute]).map((name) => name.toLowerCase());
    return keys.flatMap((key, place): Fault[] =>
      keys.indexOf(key) === place
        ? []
        : [
            {
              path: [...path, attribute, place],
              message: "the group is named twice",
              received: JSON.stringify(namesIn(values[attribute])[place]),
              fix: "take one of them out",
            },
          ],
    );
  });
  const both = lists.flatMap((attribute) => {
    if (!/[iI]ncludeGroups$/.test(attribute)) return [];
    const other = attribute
      .replace(/ncludeGroups$/, "xcludeGroups")
      .replace(/^i/, "e")
      .replace(/I(?=xclude)/, "E");
    const included = new Set(namesIn(values[attribute]).map((name) => name.toLowerCase()));
    return namesIn(values[other]).flatMap((name, place): Fault[] =>
      included.has(name.toLowerCase())
        ? [
            {
              path: [...path, other, place],
              message: `the group is among ${attribute} too`,
              received: JSON.stringify(name),
              fix: "take it out of one of them: who is left out is left out whatever else is said",
            },
          ]
        : [],
    );
  });
  const strange = ["registrationRequiredGroups", "signInGroups"].flatMap((attribute) => {
    const { includeGroups } = values;
    if (includeGroups === undefined) return [];
    const included = new Set(namesIn(includeGroups).map((name) => name.toLowerCase()));
    return namesIn(values[attribute]).flatMap((name, place): Fault[] =>
      included.has(name.toLowerCase())
        ? []
        : [
            {
              path: [...path, attribute, place],
              message: "the group is not among includeGroups",
              received: JSON.stringify(name),
              expected: namesIn(includeGroups).join(" | ") || "nobody",
              fix: "add it to includeGroups, or take it out here",
            },
          ],
    );
  });
  return [...twice, ...both, ...strange];
}

/** What no set of methods can be: a campaign for one that is off, and none left by which anybody proves who they are. */
function acrossMethods(objects: readonly PlannedObject[]): readonly Fault[] {
  const faults: Fault[] = [];
  const methods = objects.filter(({ kind }) => kind === "authentication-method");
  const isOff = (id: string) =>
    methods.some(({ values }) => values.method === id && values.state === "disabled");
  const policy = objects.find(({ kind }) => kind === "authentication-methods-policy");
  if (policy?.values.campaignState === "enabled") {
    const asked = String(policy.values.campaignMethod ?? "microsoftAuthenticator");
    const key = METHOD_KEYS.find((one) => one.toLowerCase() === asked.toLowerCase());
    if (key !== undefined && isOff(METHOD_IDS[key])) {
      faults.push({
        path: [
          ...policy.path,
          policy.values.campaignMethod === undefined ? "campaignState" : "campaignMethod",
        ],
        message: "people are asked to register a method that is off",
        received: asked,
        expected: "a method that may be used",
        fix: `set methods.${key}.state to enabled, or campaignState to disabled`,
      });
    }
  }
  if (METHOD_KEYS.every((key) => isOff(METHOD_IDS[key]))) {
    faults.push({
      path: ["methods"],
      message: "every method is off: nobody could prove who they are by more than a password",
      expected: "at least one method that is enabled",
      fix: "enable fido2 or microsoftAuthenticator",
    });
  }
  return faults;
}
