import type { Json } from "../../http/answer";

const EVERYBODY = { targetType: "group", id: "all_users", isRegistrationRequired: false };

function method(
  id: string,
  kind: string,
  state: "enabled" | "disabled",
  own: Json = {},
  target: Json = {},
): Json {
  const type = `#microsoft.graph.${kind}AuthenticationMethodConfiguration`;
  return {
    "@odata.type": type,
    id,
    state,
    excludeTargets: [],
    includeTargets: [{ ...EVERYBODY, ...target }],
    ...own,
  };
}

const NOBODY = { targetType: "group", id: "00000000-0000-0000-0000-000000000000" };
const DEFAULT_FEATURE = {
  state: "default",
  includeTarget: { targetType: "group", id: "all_users" },
  excludeTarget: NOBODY,
};

/** What a new tenant has. https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage */
export const METHODS: readonly Json[] = [
  method(
    "Fido2",
    "fido2",
    "enabled",
    {
      isSelfServiceRegistrationAllowed: true,
      isAttestationEnforced: false,
      keyRestrictions: { isEnforced: false, enforcementType: "block", aaGuids: [] },
    },
    { allowedPasskeyProfiles: [] },
  ),
  method(
    "MicrosoftAuthenticator",
    "microsoftAuthenticator",
    "enabled",
    {
      isSoftwareOathEnabled: true,
      featureSettings: {
        displayAppInformationRequiredState: DEFAULT_FEATURE,
        displayLocationInformationRequiredState: DEFAULT_FEATURE,
      },
    },
    { authenticationMode: "any" },
  ),
  method("Sms", "sms", "disabled", {}, { isUsableForSignIn: true }),
  method("TemporaryAccessPass", "temporaryAccessPass", "enabled", {
    defaultLifetimeInMinutes: 60,
    defaultLength: 8,
    minimumLifetimeInMinutes: 60,
    maximumLifetimeInMinutes: 480,
    isUsableOnce: false,
  }),
  method("SoftwareOath", "softwareOath", "enabled"),
  method("Voice", "voice", "disabled", { isOfficePhoneAllowed: false }),
  method("Email", "email", "enabled", { allowExternalIdToUseEmailOtp: "default" }),
  method("X509Certificate", "x509Certificate", "disabled", {
    authenticationModeConfiguration: {
      x509CertificateAuthenticationDefaultMode: "x509CertificateSingleFactor",
      x509CertificateDefaultRequiredAffinityLevel: "low",
      rules: [],
    },
    certificateUserBindings: [],
    crlValidationConfiguration: {
      state: "disabled",
      exemptedCertificateAuthoritiesSubjectKeyIdentifiers: [],
    },
    issuerHintsConfiguration: { state: "disabled" },
  }),
  method("QRCodePin", "qrCodePin", "disabled", { pinLength: 8, standardQRCodeLifetimeInDays: 365 }),
];

/** The policy that holds them. */
export const METHODS_POLICY: Json = {
  id: "authenticationMethodsPolicy",
  displayName: "Authentication Methods Policy",
  description: "The tenant-wide policy that controls which authentication methods are allowed in the tenant.",
  policyVersion: "1.5",
  policyMigrationState: "migrationComplete",
  reconfirmationInDays: null,
  registrationEnforcement: {
    authenticationMethodsRegistrationCampaign: {
      snoozeDurationInDays: 1,
      enforceRegistrationAfterAllowedSnoozes: true,
      state: "default",
      excludeTargets: [],
      includeTargets: [
        { id: "all_users", targetType: "group", targetedAuthenticationMethod: "microsoftAuthenticator" },
      ],
    },
  },
  systemCredentialPreferences: {
    state: "default",
    includeTargets: [{ id: "all_users", targetType: "group" }],
    excludeTargets: [],
  },
  reportSuspiciousActivitySettings: {
    state: "default",
    includeTarget: { id: "all_users", targetType: "group" },
    voiceReportingCode: 0,
  },
  authenticationMethodConfigurations: METHODS,
};
