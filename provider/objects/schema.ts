import type { Attributes, Type } from "../plugin/index";
import type { ObjectAttribute } from "./attribute";
import type { Codec } from "./codec/codec";
import { type Table, titleOf } from "./table";

const TYPES: Readonly<Record<Codec["type"], Type>> = {
  text: { kind: "string" },
  flag: { kind: "bool" },
  number: { kind: "number", exact: false },
  texts: { kind: "set", element: { kind: "string" } },
};

const LIST: Type = { kind: "list", element: { kind: "string" } };

/** What Terraform is told of a table. */
export function schemaOf(table: Table): Attributes {
  const own = Object.entries(table.attributes).map(([name, attribute]) => [
    name,
    {
      member: "leaf",
      type: attribute.codec.ordered ? LIST : TYPES[attribute.codec.type],
      options: {
        ...presence(table, attribute),
        ...(attribute.codec.choices && { choices: attribute.codec.choices }),
        ...(attribute.codec.fault && { validate: validator(attribute.codec) }),
        ...(attribute.replaces && { requiresReplace: true }),
        description: description(table, attribute),
      },
    } as const,
  ]);
  const id = {
    member: "leaf",
    type: TYPES.text,
    options: {
      computed: true,
      stable: true,
      description:
        table.kind === "singleton"
          ? `Always ${titleOf(table)}.`
          : table.knownBy === "Identity"
            ? "Its name."
            : "Exchange's GUID, which stays when the name changes.",
    },
  } as const;
  return { ...Object.fromEntries(own), id };
}

function presence(table: Table, attribute: ObjectAttribute) {
  if (attribute.required) return { required: true } as const;
  if (isDecided(table, attribute)) return { optional: true, computed: true, stable: true } as const;
  return { optional: true, ...(attribute.default !== undefined && { default: attribute.default }) } as const;
}

/** Does leaving it out leave it to Exchange? So it is with all of a singleton. */
function isDecided(table: Table, attribute: ObjectAttribute): boolean {
  return table.kind === "singleton" || attribute.decided === true;
}

function validator({ type, fault }: Codec): (value: unknown) => string | undefined {
  return (value) => {
    const values = type === "texts" && Array.isArray(value) ? value : [value];
    const faults = values.flatMap((one) => fault?.(one) ?? []);
    return faults.length === 0 ? undefined : faults.join("; ");
  };
}

function description(table: Table, attribute: ObjectAttribute): string {
  const { about, codec, licence } = attribute;
  return [
    about,
    codec.choices && `One of ${codec.choices.join(", ")}.`,
    table.kind === "singleton" && "Left out, it stays as it is.",
    attribute.decided && "Left out, it is what Exchange makes of it.",
    attribute.default !== undefined && table.kind !== "singleton" && `Default: ${String(attribute.default)}.`,
    licence && `Needs ${licence}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
