import { text } from "../../../provider/http/json";
import { type Diagnostic, isUnknown, type Json, type ObjectValue } from "../../../provider/plugin/index";
import { conditions, grantControls, sessionControls } from "./policy/expand";
import * as flatten from "./policy/flatten";
import { resourceSchema } from "./schema";
import { idBelow, type Planned, sdkResource } from "./sdk-resource";
import { onlyBlock, textOf } from "./values";

const PATH = "/identity/conditionalAccess/policies/";
const STATES = ["disabled", "enabled", "enabledForReportingButNotEnforced"];

export const conditionalAccessPolicy = sdkResource({
  schema: resourceSchema("azuread_conditional_access_policy", {
    state: {
      validate: (state) =>
        STATES.some((one) => one === state)
          ? undefined
          : `expected state to be one of ${JSON.stringify(STATES)}, got ${state}`,
    },
  }),
  validate: (config) => [...withoutControls(config), ...withoutUsers(config), ...halfAFrequency(config)],
  async create(plan, { client, signal }, made) {
    const created = await client.graph.send({
      doing: "Could not create conditional access policy",
      method: "POST",
      path: `v1.0${PATH.slice(0, -1)}`,
      body: body(plan),
      signal,
    });
    made(`${PATH}${created.id}`);
  },
  async read(id, { client, signal }) {
    const found = await client.graph.find({ doing: `retrieving ${id}`, path: `v1.0${id}`, signal });
    return (
      found && {
        object_id: text(found.id) ?? "",
        display_name: text(found.displayName) ?? "",
        state: text(found.state) ?? "",
        conditions: flatten.conditions(found.conditions),
        grant_controls: flatten.grantControls(found.grantControls),
        session_controls: flatten.sessionControls(found.sessionControls),
      }
    );
  },
  async update(id, plan, _prior, { client, signal }) {
    const doing = `Could not update conditional access policy with ID: ${JSON.stringify(id)}`;
    await client.graph.send({ doing, method: "PATCH", path: `v1.0${id}`, body: body(plan), signal });
  },
  delete: (id, _state, { client, signal }) =>
    client.graph.remove({ doing: `Deleting ${id}`, path: `v1.0${id}`, signal }),
  importId: idBelow(PATH),
  idExample: `${PATH}00000000-0000-0000-0000-000000000000`,
});

function body(plan: Planned): Json {
  return {
    "@odata.type": "#microsoft.graph.conditionalAccessPolicy",
    conditions: conditions(onlyBlock(plan.conditions) ?? {}),
    displayName: textOf(plan.display_name) ?? "",
    grantControls: grantControls(onlyBlock(plan.grant_controls)),
    sessionControls: sessionControls(onlyBlock(plan.session_controls)),
    state: textOf(plan.state) ?? "",
  };
}

function isEmpty(config: ObjectValue, name: string): boolean {
  const value = config[name] ?? null;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

function missing(names: readonly string[]): Diagnostic {
  return {
    summary: "Missing required argument",
    detail: `one of ${names.map((name) => `\`${name}\``).join(", ")} must be specified`,
  };
}

function withoutControls(config: ObjectValue): readonly Diagnostic[] {
  const names = ["grant_controls", "session_controls"];
  if (names.every((name) => isEmpty(config, name))) return [missing(names)];
  const grant = onlyBlock(config.grant_controls);
  const grants = ["built_in_controls", "authentication_strength_policy_id", "terms_of_use"];
  return grant && grants.every((name) => isEmpty(grant, name)) ? [missing(grants)] : [];
}

function withoutUsers(config: ObjectValue): readonly Diagnostic[] {
  const users = onlyBlock(onlyBlock(config.conditions)?.users);
  const names = ["groups", "guests_or_external_users", "roles", "users"].map((kind) => `included_${kind}`);
  return users && names.every((name) => isEmpty(users, name)) ? [missing(names)] : [];
}

function halfAFrequency(config: ObjectValue): readonly Diagnostic[] {
  const session = onlyBlock(config.session_controls);
  const names = ["sign_in_frequency", "sign_in_frequency_period"];
  if (!session || names.some((name) => isUnknown(session[name]))) return [];
  const given = names.filter((name) => session[name] !== null);
  if (given.length !== 1) return [];
  return [
    { summary: "Missing required argument", detail: `${names.join(" and ")} must be specified together` },
  ];
}
