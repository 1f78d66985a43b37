import * as v from "valibot";
import {
  BASELINES,
  type DeviceFilterOptions,
  DIRECTORY_SYNC,
  type GrantOptions,
  type IdentityOptions,
  LICENCES,
  type NamedLocationOptions,
  type PolicyOptions,
  type PrincipalsOptions,
  type SessionOptions,
} from "../../identity/options";
import {
  AUTHENTICATION_FLOWS,
  DEVICE_CONTROLS,
  GUEST_TYPES,
  LEGACY_CLIENTS,
  MODERN_CLIENTS,
  PLATFORMS,
  RISK_LEVELS,
  USER_ACTIONS,
} from "../../identity/policy";
import { isMapping } from "../../mapping";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { flag, text, texts, whole } from "../../schema/scalars";
import { choice, closed, may, must, named, word } from "../../schema/shapes";

const STATES = ["report-only", "on", "off"] as const;

/** YAML 1.2 reads `on` as text; other readers, and people who remember YAML 1.1, turn it into true. */
const state = choice([word(STATES)], (input) =>
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

/** `true`, or a list. */
const guests = choice([v.literal(true), v.array(word(GUEST_TYPES))], (input) => {
  if (input === true || Array.isArray(input)) return input === true ? 0 : 1;
  return {
    fault: {
      message: "not a choice of guests",
      received: shown(input),
      expected: "true, or a list of kinds",
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
    users: may(texts, "User principal names."),
    groups: may(texts, "Display names of groups."),
    roles: may(texts, "Display names of built-in directory roles, e.g. Global Administrator."),
    guests: may(guests, "Guests: true for every kind, or a list of kinds."),
  }),
);

const platforms = closed({
  include: must(wordOr("all", v.array(word(PLATFORMS))), "all, or a list of platforms."),
  exclude: may(v.array(word(PLATFORMS)), "Platforms left out."),
});

const deviceFilter = agrees<DeviceFilterOptions>()(
  closed({
    mode: must(word(["include", "exclude"]), "Does the rule include or exclude?"),
    rule: must(text, "E.g. device.isCompliant -eq True."),
  }),
);

const controls = v.array(word(["mfa", "passwordChange", ...DEVICE_CONTROLS]));

const GrantSchema = agrees<GrantOptions>()(
  closed({
    operator: may(word(["and", "or"]), "All of the demands, or one of them? Default: or."),
    controls: may(controls, "What a sign-in must show."),
    strength: may(
      word(["mfa", "passwordless", "phishing-resistant"]),
      "An authentication strength, instead of mfa.",
    ),
  }),
);

const frequency = choice(
  [
    word(["everyTime"]),
    closed({
      hours: may(whole(1, 23), "Hours, 1 to 23."),
      days: may(whole(1, 365), "Days, 1 to 365."),
    }),
  ],
  (input) => (isMapping(input) ? 1 : 0),
);

const SessionSchema = agrees<SessionOptions>()(
  closed({
    signInFrequency: may(frequency, "everyTime, { hours: 4 } or { days: 7 }."),
    persistentBrowser: may(word(["always", "never"]), "Does the browser stay signed in after it is closed?"),
    applicationEnforcedRestrictions: may(onlyTrue(), "Exchange and SharePoint restrict unmanaged devices."),
    disableResilienceDefaults: may(onlyTrue(), "Sessions end when Entra ID is out."),
  }),
);

const locations = wordOr("all-trusted", texts);

const PolicySchema = agrees<PolicyOptions>()(
  closed({
    state: may(state, "report-only, on or off. Default: report-only."),
    displayName: may(text, "The policy's name in the tenant."),
    include: may(wordOr("all", PrincipalsSchema), "all, or the people meant."),
    exclude: may(PrincipalsSchema, "Beside the break-glass group, which every policy excludes."),
    applications: may(wordOr("all", texts), "all, or applications by name or client id. Default: all."),
    excludeApplications: may(texts, "Applications left out."),
    userAction: may(word(USER_ACTIONS), "What the user is about to do, instead of applications."),
    clients: may(v.array(word([...MODERN_CLIENTS, ...LEGACY_CLIENTS])), "Client types. Default: every one."),
    includeLocations: may(locations, "Named locations, or all-trusted. Default: everywhere."),
    excludeLocations: may(locations, "Named locations, or all-trusted."),
    platforms: may(platforms, "Device platforms. Default: every one."),
    signInRisk: may(v.array(word(RISK_LEVELS)), "Sign-in risk; needs Entra ID P2."),
    userRisk: may(v.array(word(RISK_LEVELS)), "User risk; needs Entra ID P2."),
    authenticationFlows: may(v.array(word(AUTHENTICATION_FLOWS)), "How the sign-in is carried over."),
    deviceFilter: may(deviceFilter, "Devices by a rule."),
    grant: may(wordOr("block", GrantSchema), "block, or what a sign-in must show."),
    session: may(SessionSchema, "Bounds on the session."),
  }),
);

const NamedLocationSchema = agrees<NamedLocationOptions>()(
  closed({
    ip: may(texts, "Public addresses in CIDR notation."),
    trusted: may(flag, "Does all-trusted hold these addresses? Default: false."),
    countries: may(texts, "ISO 3166-1 alpha-2 codes."),
    unknownCountries: may(flag, "Also addresses of no known country? Default: false."),
    lookup: may(
      word(["clientIpAddress", "authenticatorAppGps"]),
      "How the country is found. Default: clientIpAddress.",
    ),
  }),
);

const breakGlass = closed({
  group: must(text, "Display name of the group that every policy excludes."),
  users: must(texts, "At least two cloud-only accounts by user principal name."),
  existing: may(onlyTrue(), "The group exists already. Default: it is created."),
});

const sspr = closed({
  group: must(text, "Display name of the security group."),
  users: may(texts, "Members by user principal name."),
  rule: may(text, "Dynamic membership rule; needs Entra ID P1."),
  existing: may(onlyTrue(), "The group exists and keeps its members."),
  owners: may(texts, "Owners by user principal name."),
  description: may(text, "The group's description."),
});

const mfa = closed({
  baseline: may(word(BASELINES), "Where the policies come from. Default: microsoft."),
  licence: may(word(LICENCES), "Entra ID P1 or P2; risk policies need P2. Default: p1."),
  directorySync: may(
    choice(
      [
        word(DIRECTORY_SYNC),
        closed({
          users: may(texts, "User principal names of the accounts."),
          groups: may(texts, "Display names of groups that hold the accounts."),
        }),
      ],
      (input) => (isMapping(input) ? 1 : 0),
    ),
    "What directory synchronization signs in as: role, application, none, or { users, groups } to exclude. Default: role; baseline scuba has none.",
  ),
  policies: may(named(PolicySchema), "Changes to baseline policies, and policies of your own, by name."),
});

/** What a tenant declares of its identities. */
export const IdentitySchema = agrees<IdentityOptions>()(
  closed({
    breakGlass: may(breakGlass, "Accounts that no policy may lock out; required with any policy."),
    sspr: may(sspr, "The group for self-service password reset: users, rule or existing."),
    mfa: may(mfa, "Conditional Access policies."),
    namedLocations: may(named(NamedLocationSchema), "Named locations: ip or countries."),
  }),
);
