import { isJson, type Json } from "../../http/answer";
import type { Entity } from "../tenant/entity";
import { entityAnswer } from "./answers";
import { properties } from "./bind";
import { badRequest, GraphError, notFound } from "./graph-error";
import { METHODS, METHODS_POLICY } from "./methods-policy";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";
import { checkBody, shownIn } from "./types/types";

/** An object of which a tenant has exactly one. */
interface Setting {
  readonly path: string;
  readonly type: string;
  /** How it is changed. @default PATCH, of what differs */
  readonly method?: "PUT";
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly initial: Json;
  /** What else Graph refuses of it, as it would be. @throws GraphError */
  readonly check?: (after: Json, call: Call) => void;
}

const METHODS_PATH = "policies/authenticationMethodsPolicy";
const READ_METHODS = [
  "Policy.Read.AuthenticationMethod",
  "Policy.Read.All",
  "Policy.ReadWrite.AuthenticationMethod",
];
const WRITE_METHODS = ["Policy.ReadWrite.AuthenticationMethod"];

const METHODS_SETTING: Setting = {
  path: METHODS_PATH,
  type: "authenticationMethodsPolicy",
  read: READ_METHODS,
  write: WRITE_METHODS,
  initial: METHODS_POLICY,
};

const SETTINGS: readonly Setting[] = [
  {
    path: "policies/adminConsentRequestPolicy",
    type: "adminConsentRequestPolicy",
    method: "PUT",
    read: ["Policy.Read.All", "Policy.ReadWrite.ConsentRequest", "Directory.Read.All"],
    write: ["Policy.ReadWrite.ConsentRequest", "Directory.ReadWrite.All"],
    initial: {
      isEnabled: false,
      notifyReviewers: false,
      remindersEnabled: false,
      requestDurationInDays: 30,
      version: 0,
      reviewers: [],
    },
    check: (after) => {
      const missing = [
        "isEnabled",
        "notifyReviewers",
        "remindersEnabled",
        "requestDurationInDays",
        "reviewers",
      ].find((name) => (after[name] ?? null) === null);
      if (missing !== undefined) throw badRequest(`A value is required for '${missing}'.`, missing);
      if (after.isEnabled === true && Array.isArray(after.reviewers) && after.reviewers.length === 0) {
        throw badRequest("At least one reviewer is required.", "reviewers");
      }
    },
  },
  {
    path: "policies/authorizationPolicy",
    type: "authorizationPolicy",
    read: ["Policy.Read.All", "Policy.ReadWrite.Authorization"],
    write: ["Policy.ReadWrite.Authorization"],
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
        permissionGrantPoliciesAssigned: [
          "ManagePermissionGrantsForSelf.microsoft-user-default-recommended",
          "ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team",
        ],
      },
    },
  },
  METHODS_SETTING,
  {
    path: "policies/defaultAppManagementPolicy",
    type: "tenantAppManagementPolicy",
    read: ["Policy.Read.All", "Policy.ReadWrite.ApplicationConfiguration"],
    write: ["Policy.ReadWrite.ApplicationConfiguration"],
    initial: {
      id: "00000000-0000-0000-0000-000000000000",
      displayName: "Default app management tenant policy",
      description:
        "Default tenant policy that enforces app management restrictions on applications and service principals. To apply policy to targeted resources, create a new policy under appManagementPolicies collection.",
      isEnabled: false,
      applicationRestrictions: { passwordCredentials: [], keyCredentials: [] },
      servicePrincipalRestrictions: { passwordCredentials: [], keyCredentials: [] },
    },
    check: checkRestrictions,
  },
  {
    path: "policies/identitySecurityDefaultsEnforcementPolicy",
    type: "identitySecurityDefaultsEnforcementPolicy",
    read: ["Policy.Read.All", "Policy.ReadWrite.SecurityDefaults"],
    write: ["Policy.ReadWrite.SecurityDefaults"],
    initial: {
      id: "00000000-0000-0000-0000-000000000005",
      displayName: "Security Defaults",
      description:
        "Security defaults is a set of basic identity security mechanisms recommended by Microsoft.",
      isEnabled: false,
    },
    check: ({ isEnabled }, { directory }) => {
      const on = directory.conditionalAccessPolicies.all().some(({ state }) => state === "enabled");
      if (isEnabled !== true || !on) return;
      const message = "Security Defaults cannot be enabled because Conditional Access policies are enabled.";
      throw new GraphError(400, "BadRequest", message);
    },
  },
];

export const SETTING_ROUTES: readonly Route[] = [
  ...SETTINGS.flatMap((setting): readonly Route[] => [
    {
      method: "GET",
      path: setting.path,
      permissions: setting.read,
      run: (call) => entityAnswer(call, setting.path, view(setting, call)),
    },
    {
      method: setting.method ?? "PATCH",
      path: setting.path,
      permissions: setting.write,
      run: (call) => {
        checkBody(call.body, setting.type, call.version);
        const before = setting.method === "PUT" ? {} : current(setting, call);
        const after = { ...before, ...properties(call.body) };
        setting.check?.(after, call);
        keep(setting, after, call);
        return NO_CONTENT;
      },
    },
  ]),
  {
    method: "GET",
    path: `${METHODS_PATH}/authenticationMethodConfigurations/{}`,
    permissions: READ_METHODS,
    run: (call) => entityAnswer(call, METHODS_PATH, configurationOf(call).found),
  },
  {
    method: "PATCH",
    path: `${METHODS_PATH}/authenticationMethodConfigurations/{}`,
    permissions: WRITE_METHODS,
    run: (call) => {
      const { policy, all, found } = configurationOf(call);
      const type = String(found["@odata.type"]).replace("#microsoft.graph.", "");
      // An abstract type has to be told which one is meant.
      if (call.body["@odata.type"] === undefined) {
        throw new GraphError(
          400,
          "badRequest",
          "The property '@odata.type' is required in the request body.",
        );
      }
      checkBody(call.body, type, call.version);
      const changed = { ...found, ...properties(call.body) };
      const authenticationMethodConfigurations = all.map((one) => (one === found ? changed : one));
      keep(METHODS_SETTING, { ...policy, authenticationMethodConfigurations }, call);
      return NO_CONTENT;
    },
  },
];

/** Each restriction once in a list, and with a lifetime where it is about one. */
function checkRestrictions(after: Json): void {
  for (const scope of ["applicationRestrictions", "servicePrincipalRestrictions"]) {
    const own = after[scope];
    for (const list of ["passwordCredentials", "keyCredentials"]) {
      const all = (isJson(own) && Array.isArray(own[list]) ? own[list] : []).filter(isJson);
      const types = all.map(({ restrictionType }) => restrictionType);
      if (new Set(types).size < types.length)
        throw badRequest("Each restrictionType can be used only once.", list);
      const endless = all.find(
        ({ restrictionType, state, maxLifetime }) =>
          /Lifetime$/.test(String(restrictionType)) && state !== "disabled" && (maxLifetime ?? null) === null,
      );
      if (endless) throw badRequest(`maxLifetime is required for ${String(endless.restrictionType)}.`, list);
    }
  }
}

function view(setting: Setting, call: Call): Json {
  const entity = current(setting, call);
  const shown = shownIn(call.version, setting.type, entity);
  if (!isJson(shown)) throw notFound(setting.path);
  const { authenticationMethodConfigurations } = entity;
  return authenticationMethodConfigurations === undefined
    ? shown
    : { ...shown, authenticationMethodConfigurations };
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
  const policy = current(METHODS_SETTING, call);
  const configurations = policy.authenticationMethodConfigurations;
  const all = Array.isArray(configurations) ? configurations.filter(isJson) : METHODS;
  const found = all.find(({ id }) => String(id).toLowerCase() === idOf(call).toLowerCase());
  if (found === undefined) throw notFound(idOf(call));
  return { policy, all, found };
}
