import { attributesOf, leafTypes } from "./names";
import { resourceSchema } from "./schema";
import { idBelow, sdkResource } from "./sdk-resource";
import { textOf, texts } from "./values";

const PATH = "/policies/authenticationStrengthPolicies/";
const TYPE = "#microsoft.graph.authenticationStrengthPolicy";

const schema = resourceSchema("azuread_authentication_strength_policy");
const TYPES = leafTypes(schema.attributes, ["id"]);

export const authenticationStrengthPolicy = sdkResource({
  schema,
  async create({ allowed_combinations, description, display_name }, { client, signal }, made) {
    const created = await client.graph.send({
      doing: "Could not create authentication strength policy",
      method: "POST",
      path: "v1.0/policies/authenticationStrengthPolicies",
      body: {
        "@odata.type": TYPE,
        allowedCombinations: texts(allowed_combinations),
        description: textOf(description) ?? null,
        displayName: textOf(display_name) ?? "",
      },
      signal,
    });
    made(`${PATH}${created.id}`);
  },
  async read(id, { client, signal }) {
    const found = await client.graph.find({ doing: `Retrieving ${id}`, path: `v1.0${id}`, signal });
    return found && attributesOf(TYPES, found);
  },
  async update(id, plan, prior, { client, signal }) {
    const path = `v1.0${id}`;
    const body = {
      "@odata.type": TYPE,
      description: textOf(plan.description) ?? null,
      displayName: textOf(plan.display_name) ?? "",
    };
    await client.graph.send({ doing: `Updating ${id}`, method: "PATCH", path, body, signal });
    const combinations = texts(plan.allowed_combinations);
    if (sameSet(combinations, texts(prior.allowed_combinations))) return;
    await client.graph.send({
      doing: `Updating the allowed combinations of ${id}`,
      method: "POST",
      path: `${path}/updateAllowedCombinations`,
      body: { allowedCombinations: combinations },
      signal,
    });
  },
  delete: (id, _state, { client, signal }) =>
    client.graph.remove({ doing: `Deleting ${id}`, path: `v1.0${id}`, signal }),
  importId: idBelow(PATH),
  idExample: `${PATH}00000000-0000-0000-0000-000000000000`,
});

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}
