import { checked, flag, name, whole, wholeNames, word } from "../../attribute";
import type { CrossRule } from "../../table";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import { ofEveryTarget, target, targets, targetsWhere } from "../lens";
import { groupFault, guidFault, noneOrGroupFault } from "../values";

/** As Graph calls them. Methods of other providers, which are made first, are none of these. */
export const METHODS = [
  "Email",
  "Fido2",
  "MicrosoftAuthenticator",
  "QRCodePin",
  "Sms",
  "SoftwareOath",
  "TemporaryAccessPass",
  "Voice",
  "X509Certificate",
] as const;

type Method = (typeof METHODS)[number];

const groups = (path: string, about: string) => checked(wholeNames(path, about), groupFault);

const of = (attribute: GraphAttribute, ...methods: readonly Method[]): GraphAttribute => ({
  ...attribute,
  of: methods,
});

/** A feature of the Authenticator: its state, and for whom. */
function feature(
  property: string,
  attribute: string,
  about: string,
): Readonly<Record<string, GraphAttribute>> {
  const path = `featureSettings.${property}`;
  const group = (end: "includeTarget" | "excludeTarget", words: string) =>
    of(
      graph(checked(name(`${path}.${end}`, words, { cleared: "" }), noneOrGroupFault), {
        lens: target(`${path}.${end}`),
      }),
      "MicrosoftAuthenticator",
    );
  return {
    [`${attribute}_state`]: of(
      word(`${path}.state`, ["default", "enabled", "disabled"], about),
      "MicrosoftAuthenticator",
    ),
    [`${attribute}_group`]: group("includeTarget", "For whom: a group's object id, or all_users."),
    [`${attribute}_excluded_group`]: group("excludeTarget", "For whom not: a group's object id."),
  };
}

const lifetimes: CrossRule = function* (values) {
  const [least, usual, most] = [
    values.minimum_lifetime_in_minutes,
    values.default_lifetime_in_minutes,
    values.maximum_lifetime_in_minutes,
  ];
  for (const [one, other, attribute] of [
    [least, most, "minimum_lifetime_in_minutes"],
    [least, usual, "minimum_lifetime_in_minutes"],
    [usual, most, "default_lifetime_in_minutes"],
  ] as const) {
    if (typeof one !== "number" || typeof other !== "number" || one <= other) continue;
    yield {
      path: [attribute],
      message: "longer than it may be",
      received: `${one} minutes`,
      expected: `at most ${other}`,
    };
  }
};

export const authenticationMethod: GraphTable = {
  noun: "AuthenticationMethod",
  kind: "singleton",
  key: "method",
  about: "A method by which people sign in or prove who they are: who may use it, and how.",
  graph: {
    path: "policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{}",
    read: "Policy.Read.AuthenticationMethod",
    write: "Policy.ReadWrite.AuthenticationMethod",
  },
  attributes: {
    method: word("id", METHODS, "Which method.", { required: true, replaces: true, local: true }),
    state: word("state", ["enabled", "disabled"], "May it be used at all?"),
    include_groups: graph(groups("includeTargets", "Who may use it: object ids of groups, or all_users."), {
      lens: targets("includeTargets", { isRegistrationRequired: false }),
    }),
    exclude_groups: graph(
      groups("excludeTargets", "Who may not, whatever else is said: object ids of groups."),
      {
        lens: targets("excludeTargets"),
      },
    ),
    registration_required_groups: graph(
      groups("includeTargets", "Of include_groups, those whose members are asked to register it."),
      { lens: targetsWhere("includeTargets", "isRegistrationRequired", "registration_required_groups") },
    ),
    self_service_registration_allowed: of(
      flag("isSelfServiceRegistrationAllowed", "May people register passkeys themselves?"),
      "Fido2",
    ),
    attestation_enforced: of(
      flag("isAttestationEnforced", "Must a key prove its model when it is registered?"),
      "Fido2",
    ),
    key_restrictions_enforced: of(
      flag("keyRestrictions.isEnforced", "Are only some models of keys taken?"),
      "Fido2",
    ),
    key_restrictions_type: of(
      word(
        "keyRestrictions.enforcementType",
        ["allow", "block"],
        "Are the listed models the ones taken, or those refused?",
      ),
      "Fido2",
    ),
    key_restrictions_aaguids: of(
      checked(
        wholeNames("keyRestrictions.aaGuids", "Models of keys by their AAGUIDs.", {
          example: ["de1e552d-db1d-4423-a619-566b625cdc84"],
        }),
        guidFault,
      ),
      "Fido2",
    ),
    software_oath_enabled: of(
      flag("isSoftwareOathEnabled", "Does the Authenticator show one-time codes too?"),
      "MicrosoftAuthenticator",
    ),
    authentication_mode: of(
      graph(
        word(
          "includeTargets",
          ["any", "push", "deviceBasedPush"],
          "How the Authenticator is used, by everybody whom include_groups names: passwordless or push, push alone, passwordless alone.",
        ),
        { lens: ofEveryTarget("includeTargets", "authenticationMode") },
      ),
      "MicrosoftAuthenticator",
    ),
    ...feature(
      "displayAppInformationRequiredState",
      "display_app_information",
      "Does the Authenticator show which application asks?",
    ),
    ...feature(
      "displayLocationInformationRequiredState",
      "display_location_information",
      "Does the Authenticator show where the sign-in comes from?",
    ),
    sign_in_groups: of(
      graph(
        groups(
          "includeTargets",
          "Of include_groups, those whose members may sign in by a text message alone.",
        ),
        {
          lens: targetsWhere("includeTargets", "isUsableForSignIn", "sign_in_groups"),
        },
      ),
      "Sms",
    ),
    office_phone_allowed: of(flag("isOfficePhoneAllowed", "Are office phones called too?"), "Voice"),
    external_id_otp: of(
      word(
        "allowExternalIdToUseEmailOtp",
        ["default", "enabled", "disabled"],
        "Do guests get one-time codes by mail?",
      ),
      "Email",
    ),
    default_length: of(whole("defaultLength", [8, 48], "Characters of a pass."), "TemporaryAccessPass"),
    default_lifetime_in_minutes: of(
      whole("defaultLifetimeInMinutes", [10, 43_200], "How long a pass is valid unless it says otherwise."),
      "TemporaryAccessPass",
    ),
    minimum_lifetime_in_minutes: of(
      whole("minimumLifetimeInMinutes", [10, 43_200], "The shortest that a pass may be valid."),
      "TemporaryAccessPass",
    ),
    maximum_lifetime_in_minutes: of(
      whole("maximumLifetimeInMinutes", [10, 43_200], "The longest that a pass may be valid."),
      "TemporaryAccessPass",
    ),
    usable_once: of(flag("isUsableOnce", "Is a pass spent when it was used?"), "TemporaryAccessPass"),
    certificate_default_mode: of(
      word(
        "authenticationModeConfiguration.x509CertificateAuthenticationDefaultMode",
        ["x509CertificateSingleFactor", "x509CertificateMultiFactor"],
        "What a certificate counts as where no rule says otherwise.",
      ),
      "X509Certificate",
    ),
    certificate_default_affinity: of(
      word(
        "authenticationModeConfiguration.x509CertificateDefaultRequiredAffinityLevel",
        ["low", "high"],
        "How firmly a certificate must be bound to its user where no rule says otherwise.",
      ),
      "X509Certificate",
    ),
    certificate_crl_validation: of(
      word(
        "crlValidationConfiguration.state",
        ["enabled", "disabled"],
        "Is a certificate refused whose authority has no list of revoked ones?",
      ),
      "X509Certificate",
    ),
    certificate_issuer_hints: of(
      word(
        "issuerHintsConfiguration.state",
        ["enabled", "disabled"],
        "Are people shown only certificates of known authorities?",
      ),
      "X509Certificate",
    ),
    pin_length: of(whole("pinLength", [8, 20], "The least digits of a PIN."), "QRCodePin"),
    standard_qr_code_lifetime_in_days: of(
      whole("standardQRCodeLifetimeInDays", [1, 395], "How long a code lasts."),
      "QRCodePin",
    ),
  },
  rules: [lifetimes],
  source: "https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicies-overview",
  role: "Authentication Policy Administrator",
  notes: [
    "Whatever a target says beside its id, as set in the portal, stays as it is.",
    "Passkey profiles, certificate rules and authorities, and methods of other providers are not declared: they stay as they are.",
  ],
  example: {
    method: "MicrosoftAuthenticator",
    state: "enabled",
    include_groups: ["all_users"],
    software_oath_enabled: false,
    display_app_information_state: "enabled",
    display_app_information_group: "all_users",
  },
};
