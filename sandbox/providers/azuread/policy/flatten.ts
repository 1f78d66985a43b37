import { isMapping } from "../../../../lib/mapping";
import { field, text } from "../../../../provider/http/json";
import type { ObjectValue, Value } from "../../../../provider/plugin/index";
import { graphName } from "../names";

/** `conditions` from Graph's: what it does not say is an empty list or text. */
export function conditions(json: unknown): Value {
  const flows = text(field(field(json, "authenticationFlows"), "transferMethods"));
  return blockOf(json, (object) => ({
    ...lists(object, [
      "client_app_types",
      "service_principal_risk_levels",
      "sign_in_risk_levels",
      "user_risk_levels",
    ]),
    authentication_flow_transfer_methods: split(flows),
    insider_risk_levels: text(field(object, "insiderRiskLevels")) ?? "",
    applications: listsOf(object, "applications", ["applications", "user_actions"]),
    client_applications: blockOf(field(object, "clientApplications"), (clients) => ({
      ...lists(clients, ["included_service_principals", "excluded_service_principals"]),
      filter: filter(field(clients, "servicePrincipalFilter")),
    })),
    devices: blockOf(field(object, "devices"), (devices) => ({
      filter: filter(field(devices, "deviceFilter")),
    })),
    locations: listsOf(object, "locations", ["locations"]),
    platforms: listsOf(object, "platforms", ["platforms"]),
    users: blockOf(field(object, "users"), (users) => ({
      ...lists(users, both(["users", "groups", "roles"])),
      included_guests_or_external_users: guests(field(users, "includeGuestsOrExternalUsers")),
      excluded_guests_or_external_users: guests(field(users, "excludeGuestsOrExternalUsers")),
    })),
  }));
}

/** `grant_controls` from Graph's. */
export function grantControls(json: unknown): Value {
  return blockOf(json, (object) => {
    const strength = text(field(field(object, "authenticationStrength"), "id"));
    return {
      ...lists(object, ["built_in_controls", "custom_authentication_factors", "terms_of_use"]),
      authentication_strength_policy_id:
        strength === undefined ? "" : `/policies/authenticationStrengthPolicies/${strength}`,
      operator: text(field(object, "operator")) ?? "",
    };
  });
}

/** `session_controls` from Graph's. */
export function sessionControls(json: unknown): Value {
  return blockOf(json, (object) => {
    const frequency = field(object, "signInFrequency");
    const value = field(frequency, "value");
    return {
      application_enforced_restrictions_enabled:
        field(field(object, "applicationEnforcedRestrictions"), "isEnabled") === true,
      cloud_app_security_policy: text(field(field(object, "cloudAppSecurity"), "cloudAppSecurityType")) ?? "",
      disable_resilience_defaults: field(object, "disableResilienceDefaults") === true,
      persistent_browser_mode: text(field(field(object, "persistentBrowser"), "mode")) ?? "",
      sign_in_frequency: typeof value === "number" ? value : 0,
      sign_in_frequency_authentication_type: text(field(frequency, "authenticationType")) ?? "",
      sign_in_frequency_interval: text(field(frequency, "frequencyInterval")) ?? "",
      sign_in_frequency_period: typeof value === "number" ? (text(field(frequency, "type")) ?? "") : "",
    };
  });
}

/** The block of an object, or none where there is no object. */
function blockOf(json: unknown, read: (object: unknown) => ObjectValue): Value {
  return isMapping(json) ? [read(json)] : [];
}

function both(kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => [`included_${kind}`, `excluded_${kind}`]);
}

/** The part of this name, whose attributes are `included_` and `excluded_` lists; user actions are only included. */
function listsOf(object: unknown, part: string, kinds: readonly string[]): Value {
  const names = both(kinds).filter((name) => name !== "excluded_user_actions");
  return blockOf(field(object, part), (inner) => lists(inner, names));
}

function lists(object: unknown, names: readonly string[]): ObjectValue {
  return Object.fromEntries(
    names.map((name) => {
      const list = field(object, graphName(name));
      return [name, Array.isArray(list) ? list.map(String) : []];
    }),
  );
}

function guests(json: unknown): Value {
  return blockOf(json, (object) => ({
    guest_or_external_user_types: split(text(field(object, "guestOrExternalUserTypes"))),
    external_tenants: blockOf(field(object, "externalTenants"), (tenants) => ({
      ...lists(tenants, ["members"]),
      membership_kind: text(field(tenants, "membershipKind")) ?? "",
    })),
  }));
}

function filter(json: unknown): Value {
  return blockOf(json, (object) => ({
    mode: text(field(object, "mode")) ?? "",
    rule: text(field(object, "rule")) ?? "",
  }));
}

/** Flags that Graph writes as one text. */
function split(flags: string | undefined): readonly string[] {
  return flags === undefined ? [] : flags.split(",").map((flag) => flag.trim());
}
