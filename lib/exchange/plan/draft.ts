import type { Fault, Path } from "../../fault";
import type { PlannedObject } from "../exchange-plan";
import { openings } from "../loosening";
import {
  attributesOf,
  type ExchangeKind,
  effective,
  objectFacts,
  TITLES,
  type Value,
  type Values,
} from "../objects";
import type { AllowOptions } from "../options";

/** A key that is a construct id too. */
const KEY = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** The most characters that Exchange takes for a name. */
const LONGEST_NAME = 64;

/** One object on its way into the plan. */
export interface DraftObject {
  readonly id: string;
  readonly kind: ExchangeKind;
  readonly values: Values;
  /** Attributes that name another object: its id. */
  readonly names?: Readonly<Record<string, string>>;
  readonly after?: readonly string[];
  /** Where it stands in the options. */
  readonly path: Path;
  /** Where an attribute of it stands, from `path` down. @default under its own name */
  readonly at?: (attribute: string) => Path;
  readonly allow?: AllowOptions | undefined;
  /** Values that nothing may say otherwise, with who says so: `rules.block-auto-forward`. */
  readonly imposed?: ReadonlyMap<string, Imposed>;
}

/** A value that another part of the options asks for. */
export interface Imposed {
  readonly value: Value;
  readonly by: string;
}

/** Collects objects and everything that is wrong with them. */
export class Draft {
  readonly objects: PlannedObject[] = [];
  readonly faults: Fault[] = [];
  /** Where each name of a kind was taken first. */
  private readonly taken = new Map<string, Path>();

  add({
    id,
    kind,
    values,
    names = {},
    after,
    path,
    at = (attribute) => [attribute],
    allow = {},
    imposed,
  }: DraftObject): void {
    this.objects.push({ id, kind, values: written(kind, values), names, ...(after ? { after } : {}), path });
    for (const [name, { required }] of attributesOf(kind)) {
      if (required && !(name in values))
        this.faults.push({ path: [...path], message: `${JSON.stringify(name)} is missing` });
    }
    const found = openings(kind, values);
    const loose = new Set(found.map(({ attribute }) => attribute));
    for (const attribute of loose) {
      if (Object.hasOwn(allow, attribute)) continue;
      const words = found.filter((one) => one.attribute === attribute).map((one) => one.words);
      this.faults.push({
        path: [...path, ...at(attribute)],
        message: `this loosens protection: ${words.join("; ")}`,
        received: shownValue(effective(kind, values)[attribute]),
        fix: `take it out${attribute in values ? "" : ", since left out it is so by default"}, or say why it is meant: allow: { ${attribute}: "…" }`,
      });
    }
    for (const attribute of Object.keys(allow)) {
      if (loose.has(attribute)) continue;
      this.faults.push({
        path: [...path, "allow", attribute],
        message: "there is nothing to allow",
        expected: loose.size > 0 ? [...loose].join(" | ") : `nothing: ${TITLES[kind]} loosens nothing here`,
        fix: "take it out",
      });
    }
    for (const [attribute, { value, by }] of imposed ?? []) {
      const own = values[attribute];
      if (JSON.stringify(own) === JSON.stringify(value)) continue;
      this.faults.push({
        path: [...path, ...at(attribute)],
        message: `${by} asks for another value`,
        received: shownValue(own),
        expected: shownValue(value),
        fix: `take it out, or ${by}`,
      });
    }
  }

  /** The services know objects by their names, whatever the case: two resources would fight over one object. */
  take(kind: string, name: string, path: Path): void {
    const key = `${kind}\0${name.toLowerCase()}`;
    const first = this.taken.get(key);
    if (first === undefined) {
      this.taken.set(key, path);
      return;
    }
    this.faults.push({
      path,
      message: `${first.join(".")} has this name too`,
      received: JSON.stringify(name),
      fix: "say all of one object under one key, or give one of them another name",
    });
  }

  /** The name of an object of one's own in the tenant: the one that is given, or its key. */
  nameOf(key: string, name: string | undefined, path: Path): string {
    if (!KEY.test(key)) {
      this.faults.push({
        path,
        message: "not a key for an object of Exchange",
        received: JSON.stringify(key),
        expected: "lower-case letters, digits and inner hyphens; what the tenant shows is its name",
      });
    }
    const chosen = name ?? key;
    if (chosen.length > LONGEST_NAME || /[\\%&*+/=?{}|<>();:[\],"]/.test(chosen)) {
      this.faults.push({
        path: name === undefined ? path : [...path, "name"],
        message: "not a name that Exchange takes",
        received: JSON.stringify(chosen),
        expected: `at most ${LONGEST_NAME} characters, and none of \\ % & * + / = ? { } | < > ( ) ; : [ ] , "`,
      });
    }
    return chosen;
  }
}

/** An object is managed whole, so that an empty list is no more than one that is left out; Terraform tells them apart. */
function written(kind: ExchangeKind, values: Values): Values {
  if (objectFacts(kind).singleton) return values;
  const isEmpty = (value: Value) => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

function shownValue(value: Value | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
