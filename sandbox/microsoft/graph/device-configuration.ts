import { randomUUID } from "node:crypto";
import { isJson, type Json } from "../../http/answer";
import type { Entity } from "../tenant/entity";
import { instant } from "../tenant/user";
import { listAnswer } from "./answers";
import { type EntitySet, entityOf, entitySetRoutes } from "./entity-set";
import { GraphError } from "./graph-error";
import type { Call, Route } from "./route";

const READ = ["DeviceManagementConfiguration.Read.All", "DeviceManagementConfiguration.ReadWrite.All"];
const WRITE = ["DeviceManagementConfiguration.ReadWrite.All"];
const PATH = "deviceManagement/configurationPolicies";

/** Settings of the catalog with the values that they take, and which of them belong below which value. */
const CATALOGUE: Readonly<Record<string, { readonly values: readonly string[]; readonly below?: string }>> = {
  device_vendor_msft_policy_config_admx_credssp_allowencryptionoracle: { values: ["0", "1"] },
  device_vendor_msft_policy_config_admx_credssp_allowencryptionoracle_allowencryptionoracledrop: {
    values: ["0", "1", "2"],
    below: "device_vendor_msft_policy_config_admx_credssp_allowencryptionoracle_1",
  },
};

const SHAPE = {
  type: "deviceManagementConfigurationPolicy",
  defaults: {
    id: null,
    name: null,
    description: "",
    platforms: "none",
    technologies: "none",
    createdDateTime: null,
    lastModifiedDateTime: null,
    settingCount: 0,
    isAssigned: false,
    roleScopeTagIds: ["0"],
  },
};

/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfigv2-devicemanagementconfigurationpolicy */
const SET: EntitySet = {
  path: PATH,
  shape: SHAPE,
  read: READ,
  write: WRITE,
  collection: ({ configurationPolicies }) => configurationPolicies,
  view: ({ $settings: _s, $assignments: _a, ...shown }) => shown,
  make: ({ settings, ...given }, call) => {
    onlyBeta(call);
    if (typeof given.name !== "string" || given.name === "") refuse("The Name field is required.");
    const instances = Array.isArray(settings) ? settings.filter(isJson) : [];
    if (instances.length === 0) refuse("A policy must have at least one setting.");
    for (const { settingInstance } of instances) checkInstance(settingInstance);
    const now = instant();
    return {
      ...given,
      createdDateTime: now,
      lastModifiedDateTime: now,
      settingCount: instances.length,
      $settings: instances.map((one, at) => ({ ...one, id: String(at) })),
      $assignments: [],
    };
  },
  change: (_policy, changes, call) => {
    onlyBeta(call);
    if (changes.settings !== undefined) refuse("Settings cannot be changed by PATCH.");
    return { ...changes, lastModifiedDateTime: instant() };
  },
};

export const DEVICE_CONFIGURATION: readonly Route[] = [
  ...entitySetRoutes(SET).map(
    (route): Route => ({
      ...route,
      run: (call) => {
        onlyBeta(call);
        return route.run(call);
      },
    }),
  ),
  ...(["settings", "assignments"] as const).map(
    (part): Route => ({
      method: "GET",
      path: `${PATH}/{}/${part}`,
      permissions: READ,
      run: (call) => {
        onlyBeta(call);
        const listed = entityOf(SET, call)[`$${part}`];
        const shape = { type: "entity", defaults: { id: null } };
        return listAnswer(call, PATH, Array.isArray(listed) ? listed : [], shape);
      },
    }),
  ),
  {
    method: "POST",
    path: `${PATH}/{}/assign`,
    permissions: WRITE,
    run: (call) => {
      onlyBeta(call);
      const policy: Entity = entityOf(SET, call);
      const { assignments } = call.body;
      if (!Array.isArray(assignments)) refuse("The Assignments field is required.");
      const made = (Array.isArray(assignments) ? assignments : [])
        .filter(isJson)
        .map((one) => assigned(one, call));
      Object.assign(policy, { $assignments: made, isAssigned: made.length > 0 });
      return listAnswer(call, PATH, made, { type: "entity", defaults: { id: null } });
    },
  },
];

function assigned({ target }: Json, { directory }: Call): Json {
  const one = isJson(target) ? target : {};
  const id = String(one.groupId);
  if (one["@odata.type"] === "#microsoft.graph.groupAssignmentTarget" && !directory.groups.find(id)) {
    refuse(`The group ${id} does not exist.`);
  }
  const filter = {
    deviceAndAppManagementAssignmentFilterId: null,
    deviceAndAppManagementAssignmentFilterType: "none",
  };
  return { id: randomUUID(), source: "direct", target: { ...filter, ...one } };
}

function checkInstance(instance: unknown, below?: string): void {
  const one = isJson(instance) ? instance : {};
  const id = String(one.settingDefinitionId);
  const known = CATALOGUE[id];
  if (known === undefined || known.below !== below) throw refusal(`The setting ${id} is not valid here.`);
  const value = isJson(one.choiceSettingValue) ? one.choiceSettingValue : {};
  const chosen = String(value.value);
  if (!known.values.some((number) => chosen === `${id}_${number}`))
    refuse(`The value ${chosen} is not valid for ${id}.`);
  const children = Array.isArray(value.children) ? value.children : [];
  const isNeeded = Object.values(CATALOGUE).some((other) => other.below === chosen);
  if (isNeeded && children.length === 0) refuse(`The value ${chosen} requires the settings below it.`);
  for (const child of children) checkInstance(child, chosen);
}

/** v1.0 has no such segment. */
function onlyBeta({ version }: Call): void {
  if (version === "beta") return;
  throw new GraphError(400, "BadRequest", "Resource not found for the segment 'configurationPolicies'.");
}

function refuse(message: string): never {
  throw refusal(message);
}

function refusal(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}
