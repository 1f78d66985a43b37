import type { DkimSelector } from "../../dns/source";
import { type DkimKey, keyHost, newDkimKey } from "../dkim-keys";
import type { TenantState } from "../state";
import type { Row } from "../table";

/** The selectors of a tenant's DKIM configs that have keys. */
export function dkimSelectorsOf({ dkim }: TenantState): readonly DkimSelector[] {
  return dkim
    .all()
    .flatMap((row) =>
      row.Selector1CNAME
        ? [selectorOf(row, "selector1", "Selector1"), selectorOf(row, "selector2", "Selector2")]
        : [],
    );
}

/** The key of a selector, made now if nobody asked for it before, or if it has another size since. */
export function dkimKey({ dkimKeys }: TenantState, { domain, selector, bits }: DkimSelector): DkimKey {
  const host = keyHost(selector, domain);
  const known = dkimKeys.get(host);
  if (known?.bits === bits) return known;
  const made = newDkimKey(bits);
  dkimKeys.set(host, made);
  return made;
}

/** The selector gets a new key. */
export function dropDkimKey({ dkimKeys }: TenantState, selector: string, domain: string): void {
  dkimKeys.delete(keyHost(selector, domain));
}

function selectorOf(row: Row, selector: string, prefix: "Selector1" | "Selector2"): DkimSelector {
  return {
    domain: String(row.Domain),
    selector,
    target: String(row[`${prefix}CNAME`]),
    bits: Number(row[`${prefix}KeySize`]),
  };
}
