import type { Json, ObjectValue, Value } from "../../../../provider/plugin/index";
import { graphName } from "../names";
import { objectIdOf } from "../sdk-resource";
import { onlyBlock, textOf, texts } from "../values";

type Body = Readonly<Record<string, Json>>;

/** `conditions` as Graph takes them: what is not written is an empty list, or null. */
export function conditions(block: ObjectValue): Body {
  const methods = texts(block.authentication_flow_transfer_methods);
  const insider = textOf(block.insider_risk_levels);
  const devices = onlyBlock(block.devices);
  const clients = onlyBlock(block.client_applications);
  return {
    applications: lists(onlyBlock(block.applications) ?? {}, APPLICATIONS),
    authenticationFlows: methods.length > 0 ? { transferMethods: methods.join(",") } : null,
    ...(clients && {
      clientApplications: { ...lists(clients, SERVICE_PRINCIPALS), ...servicePrincipalFilter(clients) },
    }),
    clientAppTypes: texts(block.client_app_types),
    devices: devices ? { deviceFilter: filter(onlyBlock(devices.filter)) } : null,
    ...(insider !== undefined && { insiderRiskLevels: insider }),
    locations: listsOrNull(block.locations, LOCATIONS),
    platforms: listsOrNull(block.platforms, PLATFORMS),
    ...lists(block, RISKS),
    users: users(onlyBlock(block.users) ?? {}),
  };
}

const APPLICATIONS = ["excluded_applications", "included_applications", "included_user_actions"];
const SERVICE_PRINCIPALS = ["excluded_service_principals", "included_service_principals"];
const LOCATIONS = ["excluded_locations", "included_locations"];
const PLATFORMS = ["excluded_platforms", "included_platforms"];
const RISKS = ["service_principal_risk_levels", "sign_in_risk_levels", "user_risk_levels"];
const USERS = ["groups", "roles", "users"].flatMap((kind) => [`excluded_${kind}`, `included_${kind}`]);

function lists(block: ObjectValue, names: readonly string[]): Body {
  return Object.fromEntries(names.map((name) => [graphName(name), texts(block[name])]));
}

function listsOrNull(value: Value | undefined, names: readonly string[]): Json {
  const block = onlyBlock(value);
  return block ? lists(block, names) : null;
}

function users(block: ObjectValue): Body {
  return {
    ...lists(block, USERS),
    excludeGuestsOrExternalUsers: guests(onlyBlock(block.excluded_guests_or_external_users)),
    includeGuestsOrExternalUsers: guests(onlyBlock(block.included_guests_or_external_users)),
  };
}

function guests(block: ObjectValue | undefined): Json {
  if (!block) return null;
  const tenants = onlyBlock(block.external_tenants);
  const kind = textOf(tenants?.membership_kind) ?? "all";
  return {
    externalTenants: !tenants
      ? null
      : kind === "enumerated"
        ? { "@odata.type": ENUMERATED, membershipKind: kind, members: texts(tenants.members) }
        : { membershipKind: kind },
    guestOrExternalUserTypes: texts(block.guest_or_external_user_types).join(","),
  };
}

const ENUMERATED = "#microsoft.graph.conditionalAccessEnumeratedExternalTenants";

function servicePrincipalFilter(block: ObjectValue): Body {
  const written = onlyBlock(block.filter);
  return written ? { servicePrincipalFilter: filter(written) } : {};
}

function filter(block: ObjectValue | undefined): Json {
  return block ? { mode: textOf(block.mode) ?? "", rule: textOf(block.rule) ?? "" } : null;
}

/** `grant_controls` as Graph takes them. */
export function grantControls(block: ObjectValue | undefined): Json {
  if (!block) return null;
  const strength = textOf(block.authentication_strength_policy_id);
  return {
    ...(strength !== undefined && {
      authenticationStrength: { "@odata.type": STRENGTH, id: objectIdOf(strength) },
    }),
    ...lists(block, ["built_in_controls", "custom_authentication_factors"]),
    operator: textOf(block.operator) ?? "",
    ...lists(block, ["terms_of_use"]),
  };
}

const STRENGTH = "#microsoft.graph.authenticationStrengthPolicy";

/**
 * `session_controls` as Graph takes them, which refuses an object that has no effect, and two of the controls beside a
 * sign-in that is asked for every time (hashicorp/terraform-provider-azuread#1225).
 */
export function sessionControls(block: ObjectValue | undefined): Json {
  if (!block) return null;
  const app = textOf(block.cloud_app_security_policy);
  const browser = textOf(block.persistent_browser_mode);
  const frequency = signInFrequency(block);
  const everyTime = frequency?.frequencyInterval === "everyTime";
  const restricted = block.application_enforced_restrictions_enabled === true;
  const unresilient = block.disable_resilience_defaults === true;
  const effective = app ?? browser ?? frequency ?? (!everyTime && (restricted || unresilient));
  if (!effective) return null;
  return {
    ...(!everyTime && { applicationEnforcedRestrictions: { isEnabled: restricted } }),
    ...(app !== undefined && { cloudAppSecurity: { cloudAppSecurityType: app, isEnabled: true } }),
    ...(!everyTime && { disableResilienceDefaults: unresilient }),
    ...(browser !== undefined && { persistentBrowser: { isEnabled: true, mode: browser } }),
    ...(frequency && { signInFrequency: frequency }),
  };
}

function signInFrequency(block: ObjectValue): Body | undefined {
  const value = typeof block.sign_in_frequency === "number" ? block.sign_in_frequency : 0;
  const interval = textOf(block.sign_in_frequency_interval) ?? (value > 0 ? "timeBased" : undefined);
  const type = textOf(block.sign_in_frequency_authentication_type) ?? "primaryAndSecondaryAuthentication";
  if (interval === undefined && type === "primaryAndSecondaryAuthentication") return undefined;
  return {
    authenticationType: type,
    ...(interval !== undefined && { frequencyInterval: interval, isEnabled: true }),
    ...(value > 0 && { type: textOf(block.sign_in_frequency_period) ?? "", value }),
  };
}
