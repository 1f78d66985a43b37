import type { Fault, Path } from "../../fault";
import { attributesOf, type ExchangeKind, objectFacts, type Value, type Values } from "../objects";
import { PROTECTION_LICENCES, type ProtectionLicence } from "../options";
import type { Draft } from "./draft";

/** What every mailbox of a tenant is licensed for. */
export interface Licensed {
  readonly licence: ProtectionLicence;
}

/**
 * What an object, or an attribute of it, needs the tenant to be licensed for.
 * @param value of the attribute; some need nothing
 */
export function licenceOf(kind: ExchangeKind, attribute?: string, value?: Value): ProtectionLicence {
  const { needs: whole = "exchange-online" } = objectFacts(kind);
  const facts = attribute === undefined ? undefined : attributesOf(kind).get(attribute);
  const isFree = value !== undefined && facts?.free?.includes(value);
  const own = isFree ? undefined : facts?.needs;
  return own !== undefined && !covers(whole, own) ? own : whole;
}

/** Is a tenant with the one licence licensed for what needs the other? */
export function covers(has: ProtectionLicence, needs: ProtectionLicence): boolean {
  return PROTECTION_LICENCES.indexOf(has) >= PROTECTION_LICENCES.indexOf(needs);
}

/** Tells of attributes that need more than the tenant has. */
export function refuseUnlicensed(
  kind: ExchangeKind,
  values: Values,
  { licence }: Licensed,
  path: Path,
  draft: Draft,
): void {
  for (const [attribute, value] of Object.entries(values)) {
    const needed = licenceOf(kind, attribute, value);
    if (covers(licence, needed)) continue;
    const words = attributesOf(kind).get(attribute)?.licence ?? objectFacts(kind).licence;
    draft.faults.push(unlicensed([...path, attribute], needed, words));
  }
}

/**
 * Something that the tenant has not bought, as far as it says.
 * @param words what it is, as the provider's table says
 */
export function unlicensed(path: Path, needed: ProtectionLicence, words?: string): Fault {
  return {
    path,
    message: `needs ${needed === "e5" ? (words ?? "Microsoft 365 E5 or E5 Security") : `Defender for Office 365${needed === "defender-p2" ? " Plan 2" : ""}`}`,
    fix: `write protection: { licence: ${needed} } if every mailbox has it`,
  };
}
