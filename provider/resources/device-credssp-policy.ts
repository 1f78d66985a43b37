import { visibleLine } from "../../lib/visible";
import type { GraphClient, GraphObject } from "../graph/types";
import { objects, text } from "../http/json";
import { guidFault } from "../objects/graph/values";
import { DiagnosticError, PartialState, set, str } from "../plugin/index";
import { oneOf } from "./attributes";
import { unlessGone } from "./found";
import { resource } from "./m365";

const PROTECTIONS = ["force-updated-clients", "mitigated"] as const;

/** https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-credssp#allowencryptionoracle */
const SETTING = "device_vendor_msft_policy_config_admx_credssp_allowencryptionoracle";
const LEVEL = `${SETTING}_allowencryptionoracledrop`;
const LEVELS: readonly string[] = [...PROTECTIONS, "vulnerable"];

const POLICIES = "deviceManagement/configurationPolicies";
const CHOICE = "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance";
const CHOICE_VALUE = "#microsoft.graph.deviceManagementConfigurationChoiceSettingValue";
const GROUP = "#microsoft.graph.groupAssignmentTarget";
const NEEDS = "DeviceManagementConfiguration.ReadWrite.All, and the tenant Microsoft Intune";

type Calling = { readonly client: { readonly graph: GraphClient }; readonly signal: AbortSignal };

/**
 * A policy of Intune's settings catalog. Graph has it in beta alone; what it sets is changed by a new policy, since an update
 * takes no settings. https://learn.microsoft.com/graph/api/intune-deviceconfigv2-devicemanagementconfigurationpolicy-create
 */
export const deviceCredSspPolicy = resource({
  description:
    "Encryption Oracle Remediation, against CVE-2018-0886, for devices that Intune manages: a policy of the settings catalog with " +
    "the groups that it is assigned to. A level that leaves the hole open is no value of it. Windows 10 20H1 and later.",
  attributes: {
    name: str({
      required: true,
      validate: (value) =>
        value.trim() === value && value !== "" && value.length <= 200
          ? undefined
          : "expected 1 to 200 characters, without a space at either end",
      description: "The policy's name in Intune.",
    }),
    protection: str({
      required: true,
      requiresReplace: true,
      validate: oneOf(...PROTECTIONS),
      choices: PROTECTIONS,
      description:
        "force-updated-clients: services take updated clients alone; mitigated: they take old ones too, and clients still refuse old services.",
    }),
    group_ids: set(str(), {
      required: true,
      validate: (ids) => ids.map(guidFault).find((fault) => fault !== undefined),
      description:
        "Object ids of the groups whose devices get it. What else it is assigned to is taken away.",
    }),
    id: str({ computed: true, stable: true, description: "The policy's id." }),
  },

  async create(plan, { client, signal }) {
    const made = await client.graph.post(POLICIES, bodyOf(plan.name, plan.protection), {
      signal,
      needs: NEEDS,
      version: "beta",
    });
    const id = text(made.id);
    if (id === undefined) throw new DiagnosticError({ summary: "Graph made a policy and told no id of it" });
    try {
      await assign(id, plan.group_ids, { client, signal });
    } catch (error) {
      const summary = `the policy ${visibleLine(plan.name)} was made, and is assigned to nobody`;
      const detail = error instanceof Error ? error.message : String(error);
      throw new PartialState({ ...plan, group_ids: [], id }, { summary, detail });
    }
    return { ...plan, id };
  },

  read: (state, context) => stateOf(state.id, context),

  async update(plan, { prior, client, signal }) {
    const { id } = prior;
    if (plan.name !== prior.name) {
      await client.graph.patch(
        pathOf(id),
        { name: plan.name },
        { signal, needs: NEEDS, version: "beta", idempotent: true },
      );
    }
    await assign(id, plan.group_ids, { client, signal });
    return { ...plan, id };
  },

  async delete({ id }, { client, signal }) {
    await unlessGone(
      client.graph.delete(pathOf(id), { signal, needs: NEEDS, version: "beta", idempotent: true }),
    );
  },

  import: (id, context) => stateOf(id, context),
});

function pathOf(id: string): string {
  return `${POLICIES}/${encodeURIComponent(id)}`;
}

function bodyOf(name: string, protection: string) {
  const level = LEVELS.indexOf(protection);
  return {
    name,
    description: "Encryption Oracle Remediation, against CVE-2018-0886.",
    platforms: "windows10",
    technologies: "mdm",
    settings: [
      {
        "@odata.type": "#microsoft.graph.deviceManagementConfigurationSetting",
        settingInstance: {
          "@odata.type": CHOICE,
          settingDefinitionId: SETTING,
          choiceSettingValue: {
            "@odata.type": CHOICE_VALUE,
            value: `${SETTING}_1`,
            children: [
              {
                "@odata.type": CHOICE,
                settingDefinitionId: LEVEL,
                choiceSettingValue: { "@odata.type": CHOICE_VALUE, value: `${LEVEL}_${level}`, children: [] },
              },
            ],
          },
        },
      },
    ],
  };
}

/** Replaces all assignments. */
async function assign(id: string, groups: readonly string[], { client, signal }: Calling): Promise<void> {
  const assignments = groups.map((groupId) => ({ target: { "@odata.type": GROUP, groupId } }));
  await client.graph.post(
    `${pathOf(id)}/assign`,
    { assignments },
    {
      signal,
      needs: NEEDS,
      version: "beta",
      idempotent: true,
    },
  );
}

async function stateOf(id: string, { client, signal }: Calling) {
  const options = { signal, needs: NEEDS, version: "beta" } as const;
  const policy = await unlessGone(client.graph.get(pathOf(id), options));
  if (policy === null) return null;
  const settings = await client.graph.list(`${pathOf(id)}/settings`, options);
  const assignments = await client.graph.list(`${pathOf(id)}/assignments`, options);
  return {
    name: text(policy.name) ?? "",
    protection: protectionOf(settings),
    group_ids: assignments.map(targetOf).sort(),
    id: text(policy.id) ?? id,
  };
}

/** The level; words that no configuration takes for anything else, so that the plan replaces it. */
function protectionOf(settings: readonly GraphObject[]): string {
  const [only, ...more] = settings.map(({ settingInstance }) => choiceOf(settingInstance));
  if (!only || more.length > 0 || only.of !== SETTING || only.value !== `${SETTING}_1`)
    return "other settings";
  const [child, ...others] = only.children.map(choiceOf);
  const level = LEVELS.find((_, at) => child?.of === LEVEL && child.value === `${LEVEL}_${at}`);
  return others.length > 0 || level === undefined ? "other settings" : level;
}

function choiceOf(instance: unknown) {
  const [one = {}] = objects([instance]);
  const [value = {}] = objects([one.choiceSettingValue]);
  return {
    of: text(one.settingDefinitionId)?.toLowerCase(),
    value: text(value.value)?.toLowerCase(),
    children: objects(value.children),
  };
}

/** A group's id, or in words what else it is assigned to: all devices, all but a group, a part of a group by a filter. */
function targetOf({ target }: GraphObject): string {
  const [one = {}] = objects([target]);
  const kind = text(one["@odata.type"]) ?? "unknown target";
  const group = text(one.groupId)?.toLowerCase();
  const filter = text(one.deviceAndAppManagementAssignmentFilterId);
  const isWhole = filter === undefined || filter === "" || /^0{8}-/.test(filter);
  if (kind === GROUP && group !== undefined && isWhole) return group;
  const words = [kind.replace("#microsoft.graph.", ""), group, isWhole ? undefined : `filter ${filter}`];
  return words
    .filter((word) => word !== undefined)
    .map(visibleLine)
    .join(" ");
}
