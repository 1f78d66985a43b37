import {
  type ExchangeKind,
  effective,
  objectFacts,
  TITLES,
  type Value,
  type Values,
} from "../../exchange/objects";
import type { ExchangeObjectPosture, ForwardingPosture, TenantPosture } from "../model";

/** What a posture holds of a kind. */
export function objectsOf({ exchange }: TenantPosture, kind: ExchangeKind): readonly ExchangeObjectPosture[] {
  return (exchange?.objects ?? []).filter((object) => object.kind === kind);
}

/** An attribute's value, or its default; `undefined` where it is not known. */
export function valueIn(
  { kind, values, unknown = [] }: ExchangeObjectPosture,
  attribute: string,
): Value | undefined {
  return unknown.includes(attribute) ? undefined : effective(kind, values)[attribute];
}

/** How an object is called in sentences: `the anti-spam policy Default`, `the connection filter`. */
export function titled({ kind, name }: Pick<ExchangeObjectPosture, "kind" | "name">): string {
  const { singleton, key } = objectFacts(kind);
  if (key !== undefined) return `${TITLES[kind]} ${name}`;
  return singleton ? TITLES[kind] : `the ${TITLES[kind]} ${name}`;
}

/** The name of an object: the one that it has in the tenant, an entry's value, or what administrators call it. */
export function nameOf(kind: ExchangeKind, values: Values): string {
  const { key } = objectFacts(kind);
  if (key !== undefined) return String(values[key] ?? "");
  const { name, value, roleGroup, member } = values;
  const inGroup = roleGroup === undefined ? undefined : [member, roleGroup].filter(Boolean).join(" of ");
  return String(name ?? value ?? inGroup ?? TITLES[kind]);
}

/** What outbound spam policies say of forwarding. */
export function forwardingOf(objects: readonly ExchangeObjectPosture[]): readonly ForwardingPosture[] {
  return objects.flatMap((object): readonly ForwardingPosture[] => {
    if (object.kind !== "hosted-outbound-spam-filter-policy") return [];
    const mode = MODES.find((one) => one === valueIn(object, "autoForwardingMode"));
    return mode ? [{ policy: object.name, mode, where: object.where }] : [];
  });
}

const MODES = ["On", "Off", "Automatic"] as const;

/** The order of objects in a posture. */
export function byKindAndName(a: ExchangeObjectPosture, b: ExchangeObjectPosture): number {
  const [one, other] = [`${a.kind} ${a.name}`, `${b.kind} ${b.name}`];
  return one === other ? 0 : one < other ? -1 : 1;
}
