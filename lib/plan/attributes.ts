import { isMapping } from "../mapping";

/** What a plan says of one attribute. */
export type Attribute<T> =
  | { readonly kind: "known"; readonly value: T }
  /** Left out, `null`, or of another kind than asked for. */
  | { readonly kind: "none" }
  /** Terraform computes it at apply. */
  | { readonly kind: "unknown" }
  /** Marked as sensitive: the plan holds it in clear, and nobody shall read it from us. */
  | { readonly kind: "sensitive" };

/**
 * The attributes of a resource on one side of a change, or those of a block inside it. The marks have the shape of the
 * values, with `true` where something is unknown or sensitive (https://developer.hashicorp.com/terraform/internals/json-format).
 */
export class Attributes {
  constructor(
    private readonly values: unknown,
    private readonly unknown: unknown = false,
    private readonly sensitive: unknown = false,
  ) {}

  text(key: string): Attribute<string> {
    return this.read(key, (value) => (typeof value === "string" ? value : undefined));
  }

  number(key: string): Attribute<number> {
    return this.read(key, (value) => {
      // v4 of the provider cloudflare keeps some numbers as text.
      const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
      return typeof number === "number" && Number.isFinite(number) ? number : undefined;
    });
  }

  flag(key: string): Attribute<boolean> {
    return this.read(key, (value) => (typeof value === "boolean" ? value : undefined));
  }

  /** The members of a list or set of texts, each for itself; a list that is unknown as a whole is one unknown member. */
  texts(key: string): readonly Attribute<string>[] {
    const whole = this.read(key, (value) => (Array.isArray(value) ? value : undefined));
    if (whole.kind === "none") return [];
    if (whole.kind !== "known") return [whole];
    const list = new Attributes(whole.value, member(this.unknown, key), member(this.sensitive, key));
    const length = Math.max(whole.value.length, lengthOf(member(this.unknown, key)));
    return Array.from({ length }, (_, index) => list.text(String(index))).filter(
      ({ kind }) => kind !== "none",
    );
  }

  /** Does the plan show a value, even an empty one? */
  has(key: string): boolean {
    return this.read(key, (value) => value ?? undefined).kind === "known";
  }

  /** Where something is unknown or sensitive, in the order of the attributes. */
  unseen(): readonly Unseen[] {
    return [...marks(this.unknown, "unknown"), ...marks(this.sensitive, "sensitive")];
  }

  /** The attributes that hold something, those of blocks by the path to them; sensitive values are left out. */
  held(): readonly Held[] {
    return [...heldIn(this.values, this.sensitive)];
  }

  /** The same but for one of them. */
  without(key: string): Attributes {
    const rest = (whole: unknown) => {
      if (!isMapping(whole)) return whole;
      const { [key]: _, ...others } = whole;
      return others;
    };
    return new Attributes(rest(this.values), rest(this.unknown), rest(this.sensitive));
  }

  /** A nested object, or the first of a list of blocks. */
  block(key: string): Attributes | undefined {
    return this.blocks(key)[0];
  }

  /** Nested objects: the blocks of a list, or one object. */
  blocks(key: string): readonly Attributes[] {
    const value = member(this.values, key);
    const [unknown, sensitive] = [member(this.unknown, key), member(this.sensitive, key)];
    if (Array.isArray(value)) {
      return value.map((_, index) => {
        const at = String(index);
        return new Attributes(member(value, at), member(unknown, at), member(sensitive, at));
      });
    }
    return isMapping(value) ? [new Attributes(value, unknown, sensitive)] : [];
  }

  private read<T>(key: string, convert: (value: unknown) => T | undefined): Attribute<T> {
    if (member(this.unknown, key) === true) return { kind: "unknown" };
    if (member(this.sensitive, key) === true) return { kind: "sensitive" };
    const value = convert(member(this.values, key));
    return value === undefined ? { kind: "none" } : { kind: "known", value };
  }
}

/** An attribute with its value. */
export interface Held {
  /** As that of {@link Unseen}. */
  readonly path: string;
  readonly value: unknown;
}

function* heldIn(value: unknown, hidden: unknown, path: readonly string[] = []): Generator<Held> {
  if (hidden === true || value === null || value === undefined) return;
  if (isMapping(value)) {
    for (const [key, one] of Object.entries(value)) yield* heldIn(one, member(hidden, key), [...path, key]);
  } else if (Array.isArray(value) && value.some(isMapping)) {
    for (const [index, one] of value.entries()) yield* heldIn(one, member(hidden, String(index)), path);
  } else if (!Array.isArray(value) || value.length > 0) yield { path: path.join("."), value };
}

/** Something whose value a plan does not show. */
export interface Unseen {
  /** Keys down to it, joined by dots, without indexes: `conditions.users.excluded_groups`; empty for everything. */
  readonly path: string;
  readonly kind: "unknown" | "sensitive";
}

function* marks(tree: unknown, kind: Unseen["kind"], path: readonly string[] = []): Generator<Unseen> {
  if (tree === true) yield { path: path.join("."), kind };
  else if (Array.isArray(tree)) for (const one of tree) yield* marks(one, kind, path);
  else if (isMapping(tree))
    for (const [key, one] of Object.entries(tree)) yield* marks(one, kind, [...path, key]);
}

/** What stands at a key or index; a mark that covers the whole covers each part of it. */
function member(whole: unknown, key: string): unknown {
  if (whole === true) return true;
  if (Array.isArray(whole)) return /^\d+$/.test(key) ? whole[Number(key)] : undefined;
  return isMapping(whole) && Object.hasOwn(whole, key) ? whole[key] : undefined;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** The value of an attribute that is known. */
export function knownValue<T>(attribute: Attribute<T>): T | undefined {
  return attribute.kind === "known" ? attribute.value : undefined;
}

/** The members of a list that are known. */
export function knownValues<T>(attributes: readonly Attribute<T>[]): readonly T[] {
  return attributes.flatMap((attribute) => (attribute.kind === "known" ? [attribute.value] : []));
}
