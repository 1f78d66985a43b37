import { type DnsName, parseName } from "../dns/name";
import { fail, type Result, within } from "../fault";
import { ownCopy } from "../schema/own-copy";
import type { SenderUse } from "../sender-uses";
import { resolveUse, type SenderParts } from "./resolve";

/**
 * Looks a sender up in the catalogue and fills its records with the values of the use.
 * All faults are reported, with paths relative to the use (`["sendgrid", "account"]`).
 */
export function resolveSender(use: SenderUse, domain: DnsName): Result<SenderParts> {
  const copy = ownCopy(use);
  const name = parseName(domain, "owner");
  if (copy.ok && name.ok) return resolveUse(copy.value, name.value);
  return fail(
    ...(copy.ok ? [] : copy.faults),
    ...(name.ok ? [] : name.faults.map((fault) => within(fault, "domain"))),
  );
}
