import {
  type AttributeFacts,
  attributesOf,
  type ExchangeKind,
  objectFacts,
  type Value,
} from "../../exchange/objects";
import { objectsOf, titled } from "../facts/exchange-objects";
import type { ExchangeObjectPosture, TenantPosture } from "../model";
import { isWhole } from "../tenant-parts";
import { type Difference, type LiveThing, liveThing, lostThing } from "./difference";
import type { Meaning } from "./names";

/** The declared objects as they are in the tenant, and those that it holds besides. */
export function compareObjects(
  declared: TenantPosture,
  observed: TenantPosture,
  meaning: Meaning,
): readonly LiveThing[] {
  const wanted = declared.exchange?.objects ?? [];
  const there = observed.exchange?.objects ?? [];
  return [
    ...wanted.map((one) => compareObject(one, observed, meaning)),
    ...there.flatMap((one): readonly LiveThing[] => {
      const isOwn = one.builtIn || objectFacts(one.kind).singleton || isOfMicrosoft(one);
      if (isOwn || wanted.some((other) => isSame(one, other))) return [];
      return [{ status: "extra", what: titled(one), differences: [], where: one.where }];
    }),
  ];
}

/** Made by Microsoft in every tenant; nothing that it shows says so. */
const QUARANTINE_POLICIES: ReadonlySet<string> = new Set([
  "AdminOnlyAccessPolicy",
  "DefaultFullAccessPolicy",
  "DefaultFullAccessWithNotificationPolicy",
]);

function isOfMicrosoft({ kind, name }: ExchangeObjectPosture): boolean {
  return (
    objectFacts(kind).builtIn?.includes(name) === true ||
    /^(?:Standard|Strict) Preset Security Policy/.test(name) ||
    (kind === "quarantine-policy" && QUARANTINE_POLICIES.has(name)) ||
    // A tenant has dozens of them, and those of its own look like Microsoft's; who is in them is in Microsoft's hands too.
    kind.startsWith("role-group")
  );
}

/** Names are one whatever their case. */
function isSame(one: ExchangeObjectPosture, other: ExchangeObjectPosture): boolean {
  return one.kind === other.kind && one.name.toLowerCase() === other.name.toLowerCase();
}

/** Purview and Exchange show members by names of their own, which no address tells. */
const BY_OTHER_NAMES: ReadonlySet<ExchangeKind> = new Set(["role-group-member", "role-group-members"]);

function compareObject(
  declared: ExchangeObjectPosture,
  observed: TenantPosture,
  meaning: Meaning,
): LiveThing {
  const { kind, where } = declared;
  const what = titled(declared);
  const live = objectsOf(observed, kind).find((one) => isSame(one, declared));
  if (!live) {
    if (BY_OTHER_NAMES.has(kind)) {
      const why = "the tenant shows members by other names, which plans compare";
      return { status: "unread", what, differences: [], why, where };
    }
    const reason = observed.notRead?.find(({ part }) => part === kind)?.why;
    if (!isWhole(observed, kind)) return lostThing(what, reason ?? "it was not read", where);
    return { status: "missing", what, differences: [], where };
  }
  const differences: Difference[] = [];
  const hidden: string[] = [];
  for (const [attribute, facts] of attributesOf(kind)) {
    const wanted = wantedValue(declared, attribute, facts);
    if (wanted === undefined) continue;
    const value = live.values[attribute];
    if (value === undefined) {
      // What cannot be read back, and is not said, is nobody's loss.
      if (declared.values[attribute] !== undefined) hidden.push(attribute);
      continue;
    }
    if (!isSameValue(wanted, value, meaning))
      differences.push({ attribute, declared: shown(wanted), observed: shown(value) });
  }
  return liveThing(what, differences, hidden, where);
}

/**
 * What an attribute is to be; nothing where nobody says. Of what a tenant has one of, what is left out is left alone; else
 * it is the default, or nothing at all.
 */
function wantedValue(
  { kind, values }: ExchangeObjectPosture,
  attribute: string,
  { default: usual, decided, required, type }: AttributeFacts,
): Value | undefined {
  const { singleton, key } = objectFacts(kind);
  if (attribute === "name" || attribute === key) return undefined;
  const own = values[attribute];
  if (own !== undefined || singleton || decided) return own;
  if (usual !== undefined || required || isReference(attribute)) return usual;
  if (type === "texts") return [];
  return type === "text" ? "" : undefined;
}

/** A rule's policy is named by a reference in the plan, which a posture does not hold. */
function isReference(attribute: string): boolean {
  return /[pP]olicy$/.test(attribute);
}

function isSameValue(one: Value, other: Value, meaning: Meaning): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return keyOf(one, meaning) === keyOf(other, meaning);
  if (one === other) return true;
  return typeof one === "string" && typeof other === "string" && meaning(one) === meaning(other);
}

/** Members have no order that means anything, and are addresses, domains and names, whatever their case. */
function keyOf(members: readonly string[], meaning: Meaning): string {
  return JSON.stringify([...new Set(members.map(meaning))].sort());
}

function shown(value: Value): string {
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : [...value].sort().join(", ");
  return value === "" ? "nothing" : String(value);
}
