import { isJson, type Json } from "../../http/answer";
import type { Entity } from "../tenant/entity";
import { entityAnswer } from "./answers";
import { properties } from "./bind";
import { notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";

const READ = ["Policy.Read.All"];

/** An object of which a tenant has exactly one. */
interface Setting {
  readonly path: string;
  readonly write: string;
  readonly initial: Json;
}

const METHODS_PATH = "policies/authenticationMethodsPolicy";
const METHODS_WRITE = ["Policy.ReadWrite.AuthenticationMethod"];

const SETTINGS: readonly Setting[] = [
  {
    path: "policies/authorizationPolicy",
    write: "Policy.ReadWrite.Authorization",
    initial: {
      id: "authorizationPolicy",
      displayName: "Authorization Policy",
      description: "Used to manage authorization related settings across the company.",
      allowedToSignUpEmailBasedSubscriptions: true,
      allowedToUseSSPR: true,
      allowEmailVerifiedUsersToJoinOrganization: false,
      allowInvitesFrom: "everyone",
      allowUserConsentForRiskyApps: null,
      blockMsolPowerShell: false,
      guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
      defaultUserRolePermissions: {
        allowedToCreateApps: true,
        allowedToCreateSecurityGroups: true,
        allowedToCreateTenants: true,
        allowedToReadBitlockerKeysForOwnedDevice: true,
        allowedToReadOtherUsers: true,
        permissionGrantPoliciesAssigned: ["ManagePermissionGrantsForSelf.microsoft-user-default-recommended"],
      },
    },
  },
  {
    path: METHODS_PATH,
    write: "Policy.ReadWrite.AuthenticationMethod",
    initial: {
      id: "authenticationMethodsPolicy",
      displayName: "Authentication Methods Policy",
      description:
        "The tenant-wide policy that controls which authentication methods are allowed in the tenant.",
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
      authenticationMethodConfigurations: [
        method("Fido2", "fido2", "enabled"),
        method("MicrosoftAuthenticator", "microsoftAuthenticator", "enabled"),
        method("Sms", "sms", "disabled"),
        method("TemporaryAccessPass", "temporaryAccessPass", "enabled"),
        method("SoftwareOath", "softwareOath", "enabled"),
        method("Voice", "voice", "disabled"),
        method("Email", "email", "enabled"),
        method("X509Certificate", "x509Certificate", "disabled"),
      ],
    },
  },
  {
    path: "policies/identitySecurityDefaultsEnforcementPolicy",
    write: "Policy.ReadWrite.SecurityDefaults",
    initial: {
      id: "00000000-0000-0000-0000-000000000005",
      displayName: "Security Defaults",
      description:
        "Security defaults is a set of basic identity security mechanisms recommended by Microsoft.",
      isEnabled: false,
    },
  },
];

export const SETTING_ROUTES: readonly Route[] = [
  ...SETTINGS.flatMap((setting): readonly Route[] => [
    {
      method: "GET",
      path: setting.path,
      permissions: [...READ, setting.write],
      run: (call) => entityAnswer(call, setting.path, current(setting, call)),
    },
    {
      method: "PATCH",
      path: setting.path,
      permissions: [setting.write],
      run: (call) => {
        keep(setting, { ...current(setting, call), ...properties(call.body) }, call);
        return NO_CONTENT;
      },
    },
  ]),
  {
    method: "GET",
    path: `${METHODS_PATH}/authenticationMethodConfigurations/{}`,
    permissions: [...READ, ...METHODS_WRITE],
    run: (call) => entityAnswer(call, METHODS_PATH, configurationOf(call).found),
  },
  {
    method: "PATCH",
    path: `${METHODS_PATH}/authenticationMethodConfigurations/{}`,
    permissions: METHODS_WRITE,
    run: (call) => {
      const { setting, policy, all, found } = configurationOf(call);
      const changed = { ...found, ...properties(call.body) };
      const authenticationMethodConfigurations = all.map((one) => (one === found ? changed : one));
      keep(setting, { ...policy, authenticationMethodConfigurations }, call);
      return NO_CONTENT;
    },
  },
];

function method(id: string, kind: string, state: "enabled" | "disabled"): Json {
  const includeTargets = [{ targetType: "group", id: "all_users", isRegistrationRequired: false }];
  const type = `#microsoft.graph.${kind}AuthenticationMethodConfiguration`;
  return { "@odata.type": type, id, state, excludeTargets: [], includeTargets };
}

function current({ path, initial }: Setting, { directory }: Call): Json {
  const kept = directory.settings.find(path)?.value;
  return isJson(kept) ? kept : initial;
}

function keep({ path }: Setting, value: Json, { directory }: Call): void {
  const entity: Entity = { id: path, value };
  directory.settings.put(entity);
}

function configurationOf(call: Call) {
  const setting = SETTINGS.find(({ path }) => path === METHODS_PATH);
  if (setting === undefined) throw notFound(METHODS_PATH);
  const policy = current(setting, call);
  const configurations = policy.authenticationMethodConfigurations;
  const all = Array.isArray(configurations) ? configurations.filter(isJson) : [];
  const found = all.find(({ id }) => String(id).toLowerCase() === idOf(call).toLowerCase());
  if (found === undefined) throw notFound(idOf(call));
  return { setting, policy, all, found };
}
