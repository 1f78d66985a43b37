// The JSON Schema of one use of a sender, from the catalogue: names and parameters that editors complete.
const catalogue = require("../lib/senders/catalogue.json");

/** Draft 7: a name that needs no values, or one name with its values. */
function senderJsonSchema() {
  const senders = Object.entries(catalogue);
  const bare = senders.filter(([, entry]) => standsAlone(entry)).map(([name]) => name);
  return {
    anyOf: [
      { type: "string", enum: bare, description: "A sender that needs no values." },
      {
        type: "object",
        properties: Object.fromEntries(senders.map(([name, entry]) => [name, valuesOf(entry)])),
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
      },
    ],
  };
}

function standsAlone({ parameters, either = [] }) {
  return either.length === 0 && Object.values(parameters).every(({ required }) => !required);
}

function valuesOf({ title, source, parameters, either = [] }) {
  const required = Object.keys(parameters).filter((name) => parameters[name].required);
  const dependencies = Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { needs }]) => (needs ? [[name, needs]] : [])),
  );
  return {
    type: "object",
    properties: {
      ...Object.fromEntries(Object.entries(parameters).map(([name, rule]) => [name, parameterOf(rule)])),
      spf: {
        type: "boolean",
        description: "Its include in the domain's own SPF record. Default: where its mail aligns through it.",
      },
    },
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(dependencies).length > 0 ? { dependencies } : {}),
    ...(either.length > 0 ? { anyOf: either.map((set) => alternative(set, either)) } : {}),
    description: `${title}: ${source}`,
  };
}

/** The values of one set, and none of the others. */
function alternative(set, either) {
  const others = either.flat().filter((name) => !set.includes(name));
  return { required: set, not: { anyOf: others.map((name) => ({ required: [name] })) } };
}

function parameterOf({ means, shape, form, choices, default: preset }) {
  const text = form === "choice" ? { type: "string", enum: choices } : { type: "string" };
  const shown = preset === "{dashed}" ? "the domain with hyphens for dots" : [preset].flat().join(", ");
  const sentence = `${means.charAt(0).toUpperCase()}${means.slice(1)}.`;
  const description = preset === undefined ? sentence : `${sentence} Default: ${shown}.`;
  return shape === "list" ? { type: "array", items: text, description } : { ...text, description };
}

module.exports = { senderJsonSchema };
