import { attributesOf, type ExchangeKind, objectFacts } from "../../exchange/objects";
import type { TenantPosture } from "../model";

/**
 * The licence that an attribute needs and the tenant is known not to have, in words: its value has no effect there.
 * @param attribute in the estate's spelling; left out, the kind itself
 */
export function missingLicence(
  { lacks = [] }: TenantPosture,
  kind: ExchangeKind,
  attribute?: string,
): string | undefined {
  const whole = objectFacts(kind);
  const own = attribute === undefined ? undefined : attributesOf(kind).get(attribute);
  const { needs, licence } = own?.needs === undefined ? whole : own;
  return needs !== undefined && lacks.includes(needs) ? (licence ?? needs) : undefined;
}
