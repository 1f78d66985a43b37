import * as v from "valibot";
import { shown } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { DAY, flag, text, textLike, texts, whole } from "../schema/scalars";
import { choice, closed, list, may, named, word } from "../schema/shapes";
import {
  AGENT_RISK_LEVELS,
  type AgentRiskOptions,
  BASELINES,
  type ConfirmedOptions,
  CREDSSP_PROTECTIONS,
  type DeviceFilterOptions,
  DIRECTORY_SYNC,
  type EndpointsOptions,
  type GrantOptions,
  type GuestsOptions,
  type IdentityOptions,
  LICENCES,
  type NamedLocationOptions,
  type NamedPolicyOptions,
  type PolicyOptions,
  type PrincipalsOptions,
  SETTING_BASELINES,
  type SessionOptions,
  type StrengthOptions,
  SYNC_TOOLS,
  type SyncOptions,
  type WorkloadsOptions,
} from "./options";
import {
  AUTHENTICATION_FLOWS,
  CLOUD_APP_SECURITY,
  DEVICE_CONTROLS,
  GUEST_TYPES,
  INSIDER_RISKS,
  LEGACY_CLIENTS,
  MODERN_CLIENTS,
  PLATFORMS,
  type PolicyState,
  RISK_LEVELS,
  SIGN_IN_RISKS,
  USER_ACTIONS,
} from "./policy";
import type {
  ApplicationsOptions,
  AuthorizationOptions,
  ConsentOptions,
  MethodsOptions,
  PasswordsOptions,
  PrivilegedRolesOptions,
} from "./settings/options";

const STATES = ["report-only", "on", "off"] as const satisfies readonly PolicyState[];

/** YAML 1.2 reads `on` as text; other readers, and people who remember YAML 1.1, turn it into true. */
export const PolicyStateSchema = choice([word(STATES)], (input) =>
  typeof input === "boolean"
    ? {
        fault: {
          message: "a state is a word, not true or false",
          received: shown(input),
          expected: STATES.join(" | "),
          fix: input ? "write on" : "write off",
        },
      }
    : 0,
);

/** The word, or a list. */
function wordOr<const W extends string, S extends v.GenericSchema>(alone: W, other: S) {
  return choice([word([alone]), other], (input) => (typeof input === "string" ? 0 : 1));
}

const guestsOfTenants = agrees<GuestsOptions>()(closed({ kinds: list(word(GUEST_TYPES)), tenants: texts }));

/** `true`, a list, or a list with the tenants meant. */
const guests = choice([v.literal(true), list(word(GUEST_TYPES)), guestsOfTenants], (input) => {
  if (input === true) return 0;
  if (Array.isArray(input) || isMapping(input)) return Array.isArray(input) ? 1 : 2;
  return {
    fault: {
      message: "not a choice of guests",
      received: shown(input),
      expected: "true, a list of kinds, or { kinds: [...], tenants: [...] }",
    },
  };
});

/** A setting that is made by being there. */
function onlyTrue() {
  return choice([v.literal(true)], (input) =>
    input === true
      ? 0
      : {
          fault: {
            message: "only true is said here",
            received: shown(input),
            fix: "write true or leave the key out",
          },
        },
  );
}

const PrincipalsSchema = agrees<PrincipalsOptions>()(
  closed({
    users: may(texts),
    groups: may(texts),
    roles: may(texts),
    guests: may(guests),
  }),
);

const platforms = closed({
  include: wordOr("all", list(word(PLATFORMS))),
  exclude: may(list(word(PLATFORMS))),
});

const deviceFilter = agrees<DeviceFilterOptions>()(
  closed({
    mode: word(["include", "exclude"]),
    rule: text,
  }),
);

const workloads = agrees<WorkloadsOptions>()(
  closed({
    include: may(wordOr("all", texts)),
    exclude: may(texts),
    filter: may(deviceFilter),
  }),
);

const controls = list(word(["mfa", "passwordChange", ...DEVICE_CONTROLS]));

const GrantSchema = agrees<GrantOptions>()(
  closed({
    operator: may(word(["and", "or"])),
    controls: may(controls),
    strength: may(text),
    termsOfUse: may(texts),
    customFactors: may(texts),
  }),
);

const frequency = choice(
  [
    word(["everyTime"]),
    closed({
      hours: may(whole(1, 23)),
      days: may(whole(1, 365)),
    }),
  ],
  (input) => (isMapping(input) ? 1 : 0),
);

const SessionSchema = agrees<SessionOptions>()(
  closed({
    signInFrequency: may(frequency),
    authenticationType: may(word(["secondaryAuthentication"])),
    cloudAppSecurity: may(word(CLOUD_APP_SECURITY)),
    persistentBrowser: may(word(["always", "never"])),
    applicationEnforcedRestrictions: may(onlyTrue()),
    disableResilienceDefaults: may(onlyTrue()),
  }),
);

const locations = wordOr("all-trusted", texts);

const terms = {
  include: may(wordOr("all", PrincipalsSchema)),
  exclude: may(PrincipalsSchema),
  applications: may(wordOr("all", texts)),
  excludeApplications: may(texts),
  userAction: may(word(USER_ACTIONS)),
  clients: may(list(word([...MODERN_CLIENTS, ...LEGACY_CLIENTS]))),
  includeLocations: may(locations),
  excludeLocations: may(locations),
  platforms: may(platforms),
  signInRisk: may(list(word(SIGN_IN_RISKS))),
  userRisk: may(list(word(RISK_LEVELS))),
  insiderRisk: may(word(INSIDER_RISKS)),
  workloads: may(workloads),
  workloadRisk: may(list(word(RISK_LEVELS))),
  authenticationFlows: may(list(word(AUTHENTICATION_FLOWS))),
  deviceFilter: may(deviceFilter),
  grant: may(wordOr("block", GrantSchema)),
  session: may(SessionSchema),
};

const PolicySchema = agrees<PolicyOptions>()(
  closed({ state: may(PolicyStateSchema), displayName: may(text), ...terms }),
);

/** What `parsePolicy` reads. */
export const NamedPolicySchema = agrees<NamedPolicyOptions>()(closed({ displayName: v.string(), ...terms }));

const NamedLocationSchema = agrees<NamedLocationOptions>()(
  closed({
    ip: may(texts),
    trusted: may(flag),
    countries: may(texts),
    unknownCountries: may(flag),
    lookup: may(word(["clientIpAddress", "authenticatorAppGps"])),
  }),
);

/** Named locations by key. */
export const NamedLocationsSchema = named(NamedLocationSchema);

/** Authentication strengths by key. */
export const StrengthsSchema = named(
  agrees<StrengthOptions>()(closed({ displayName: may(text), description: may(text), combinations: texts })),
);

/** The emergency access accounts. */
export const BreakGlassSchema = closed({
  group: text,
  users: texts,
  existing: may(onlyTrue()),
});

/** The group for self-service password reset. */
export const SsprSchema = closed({
  group: text,
  users: may(texts),
  rule: may(text),
  existing: may(onlyTrue()),
  owners: may(texts),
  description: may(text),
});

const mfa = closed({
  baseline: may(word(BASELINES)),
  licence: may(word(LICENCES)),
  directorySync: may(
    choice(
      [
        word(DIRECTORY_SYNC),
        closed({
          users: may(texts),
          groups: may(texts),
        }),
      ],
      (input) => (isMapping(input) ? 1 : 0),
    ),
  ),
  policies: may(named(PolicySchema)),
});

/** A person's word for what no API shows. */
export const ConfirmedSchema = agrees<ConfirmedOptions>()(
  closed({ date: textLike(DAY, "a day, YYYY-MM-DD"), by: text, days: may(whole(1, 730, "days")) }),
);

/** Directory synchronization, and what is written back. */
const SyncSchema = agrees<SyncOptions>()(
  closed({
    tool: word(SYNC_TOOLS),
    maxAge: may(whole(1, 10_080, "minutes")),
    writeback: may(
      closed({
        domains: named(closed({ account: text, organizationalUnits: may(texts) })),
        confirmed: may(ConfirmedSchema),
      }),
    ),
  }),
);

/** The level at which CVE-2018-0886 stays open has an error of its own. */
const credsspProtection = choice([word(CREDSSP_PROTECTIONS)], (input) =>
  input === "vulnerable"
    ? {
        fault: {
          message:
            "vulnerable lets a machine in the middle run code with the credentials of who signs in (CVE-2018-0886)",
          received: shown(input),
          expected: CREDSSP_PROTECTIONS.join(" | "),
          fix: "update the other end, whose missing update is what the message on the screen is about",
        },
      }
    : 0,
);

/** What machines are told. */
export const EndpointsSchema = agrees<EndpointsOptions>()(
  closed({ credssp: may(closed({ protection: credsspProtection })) }),
);

/** AI agents at risk. */
const AgentRiskSchema = agrees<AgentRiskOptions>()(
  closed({
    state: may(PolicyStateSchema),
    levels: may(list(word(AGENT_RISK_LEVELS))),
    displayName: may(text),
  }),
);

// Mappings: what is in them is read where it is planned, so that estates without them need not load how. Their JSON Schema is
// made of that, by scripts/estate-schema.cjs.

function isMethodsOptions(value: unknown): value is MethodsOptions {
  return isMapping(value);
}

function isAuthorizationOptions(value: unknown): value is AuthorizationOptions {
  return isMapping(value);
}

function isPasswordsOptions(value: unknown): value is PasswordsOptions {
  return isMapping(value);
}

function isConsentOptions(value: unknown): value is ConsentOptions {
  return isMapping(value);
}

function isApplicationsOptions(value: unknown): value is ApplicationsOptions {
  return isMapping(value);
}

function isPrivilegedRolesOptions(value: unknown): value is PrivilegedRolesOptions {
  return isMapping(value);
}

/** What a tenant declares of its identities. */
export const IdentitySchema = agrees<IdentityOptions>()(
  closed({
    breakGlass: may(BreakGlassSchema),
    sspr: may(SsprSchema),
    baseline: may(word(SETTING_BASELINES)),
    methods: may(v.custom<MethodsOptions>(isMethodsOptions)),
    authorization: may(v.custom<AuthorizationOptions>(isAuthorizationOptions)),
    passwords: may(v.custom<PasswordsOptions>(isPasswordsOptions)),
    consent: may(v.custom<ConsentOptions>(isConsentOptions)),
    applications: may(v.custom<ApplicationsOptions>(isApplicationsOptions)),
    agentRisk: may(AgentRiskSchema),
    privilegedRoles: may(v.custom<PrivilegedRolesOptions>(isPrivilegedRolesOptions)),
    mfa: may(mfa),
    securityDefaults: may(flag),
    namedLocations: may(NamedLocationsSchema),
    strengths: may(StrengthsSchema),
    sync: may(SyncSchema),
    endpoints: may(EndpointsSchema),
  }),
);
