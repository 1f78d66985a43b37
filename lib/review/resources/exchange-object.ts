import { attributesOf, type ExchangeKind, inEstate, objectFacts, type Value } from "../../exchange/objects";
import { type Attribute, knownValues } from "../../plan/attributes";
import { nameOf } from "../../posture/facts/exchange-objects";
import type { PlannedResource, ResourceReader } from "./resource-fact";
import { unreadOf, unreadWords } from "./unread";

/** What `m365_` resources of a kind say: every attribute that the provider's tables have, and what else there is in words. */
export function exchangeObject(kind: ExchangeKind): ResourceReader {
  const { attributes: facts, singleton } = objectFacts(kind);
  const names = Object.keys(facts);
  return ({ attributes, where, writes }) => {
    // What every tenant has one of is taken up when it is created: what nobody writes of it stays as it is.
    const staysAsItIs = singleton && attributes.text("id").kind === "unknown";
    const values: Record<string, Value> = {};
    const unknown: string[] = [];
    for (const name of names) {
      const read = readValue(kind, name, attributes);
      if (read === "unknown" && staysAsItIs && !writes(name)) continue;
      if (read === "unknown") unknown.push(inEstate(name));
      else if (read !== undefined) values[inEstate(name)] = read;
    }
    const unread = unreadWords(unreadOf(attributes, { "": names }));
    return [
      {
        kind: "exchange object",
        of: kind,
        name: nameOf(kind, values),
        values,
        ...(unknown.length > 0 ? { unknown } : {}),
        ...(unread.length > 0 ? { unread } : {}),
        where,
      },
    ];
  };
}

/** A value; `unknown` where the plan does not show it, `undefined` where there is none. */
function readValue(
  kind: ExchangeKind,
  name: string,
  attributes: PlannedResource["attributes"],
): Value | "unknown" | undefined {
  switch (attributesOf(kind).get(inEstate(name))?.type) {
    case "flag":
      return valueOrUnknown(attributes.flag(name));
    case "number":
      return valueOrUnknown(attributes.number(name));
    case "texts": {
      const members = attributes.texts(name);
      if (members.some((one) => one.kind === "unknown" || one.kind === "sensitive")) return "unknown";
      const known = knownValues(members);
      // Of what a tenant has one of, an empty list says that there is nobody; left out it says nothing.
      if (known.length === 0 && objectFacts(kind).singleton && attributes.has(name)) return [];
      return known.length > 0 ? [...known].sort() : undefined;
    }
    default:
      return valueOrUnknown(attributes.text(name));
  }
}

function valueOrUnknown<T extends Value>(read: Attribute<T>): T | "unknown" | undefined {
  if (read.kind === "none") return undefined;
  return read.kind === "known" ? read.value : "unknown";
}
